package dev.yiwen.command.assist;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.assist.card.Suggestion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first card that a turn of a customer brought, to be judged by a person.
 *
 * @param session its id
 * @param turn in the session, from 0
 * @param card digest of what it says, so that a judgement of another card is told from one of this
 * @param before up to six turns, this one last
 * @param after what the agent really said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FirstCard(
        String session,
        int turn,
        String card,
        List<String> before,
        @Nullable String after,
        String kind,
        String title,
        String text,
        Map<String, Object> details) {
    private static final int CONTEXT = 6;
    private static final int DIGITS = 12;

    static FirstCard of(Session session, int turn, Suggestion card) {
        var turns = session.turns();
        var before = turns.subList(Math.max(0, turn + 1 - CONTEXT), turn + 1).stream()
                .map(it -> (it.byCustomer() ? "C: " : "A: ") + it.text())
                .toList();
        var next = turn + 1 < turns.size() && !turns.get(turn + 1).byCustomer()
                ? turns.get(turn + 1).text()
                : null;
        return new FirstCard(
                session.id(),
                turn,
                digest(card),
                before,
                next,
                card.kind().name(),
                card.title(),
                card.text(),
                new TreeMap<>(card.details()));
    }

    private static String digest(Suggestion card) {
        try {
            var words = card.kind() + "\n" + card.title() + "\n" + card.text();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
