package dev.yiwen.command.triage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.command.argument.Half;
import dev.yiwen.quality.score.JudgedTalk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Conversations a line, {@code {"id","call"?,"turns":[{"speaker","text"}],"broken":[key]}}, with what a person found broken. */
final class LabelledTalks {
    private static final UUID AGENT = new UUID(0, 1);
    private static final int APART_SECONDS = 10;

    private LabelledTalks() {}

    /** @param broken keys of criteria */
    record Labelled(String id, JudgedTalk talk, Set<String> broken) {}

    /** @param half of the conversations, by the last digit of their ids */
    static List<Labelled> read(Path file, Half half) throws IOException, FormatFault {
        var talks = new ArrayList<Labelled>();
        var lines = TextLines.of(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                var node = TextLines.json(file, i + 1, lines.get(i));
                var id = node.path("id").asText();
                if (id.isEmpty()
                        || !node.path("turns").isArray()
                        || !node.path("broken").isArray()) {
                    throw new FormatFault(file, i + 1, "needs \"id\", \"turns\" and \"broken\"");
                }
                if (half.holds(id)) {
                    talks.add(labelled(file, i + 1, id, node));
                }
            }
        }
        if (talks.isEmpty()) {
            throw new FormatFault(file, 0, "has no conversation");
        }
        return talks;
    }

    private static Labelled labelled(Path file, int line, String id, JsonNode node) throws FormatFault {
        var turns = new ArrayList<JudgedTalk.Turn>();
        for (var turn : node.path("turns")) {
            var side = switch (turn.path("speaker").asText()) {
                case "customer" -> JudgedTalk.Side.CUSTOMER;
                case "agent" -> JudgedTalk.Side.AGENT;
                case "bot" -> JudgedTalk.Side.BOT;
                case "notice" -> JudgedTalk.Side.SYSTEM;
                default -> throw new FormatFault(file, line, "has a speaker other than customer, agent, bot, notice");
            };
            turns.add(new JudgedTalk.Turn(
                    turns.size() + 1L,
                    side,
                    side == JudgedTalk.Side.AGENT ? AGENT : null,
                    turn.path("text").asText(),
                    Instant.EPOCH.plusSeconds((long) APART_SECONDS * turns.size()),
                    null));
        }
        var broken = new TreeSet<String>();
        node.path("broken").forEach(it -> broken.add(it.asText()));
        return new Labelled(id, new JudgedTalk(turns, node.path("call").asBoolean(), null, 0), broken);
    }
}
