package dev.yiwen.assist.card;

import dev.yiwen.conversation.ConversationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Lets cards that colleagues used before stand a little higher, and those that they dismissed a little lower. */
@Singleton
public final class CardUses {
    private static final Duration LATELY = Duration.ofDays(90);
    /** Of log odds: at most so much, however many used it, so that use cannot make a card that does not fit. */
    static final double MOST = 0.4;

    private static final double A_DOUBLING = 0.12;

    private static final String COUNT = """
            select s.key, count(distinct u.staff_id) filter (where u.how in ('insert', 'copy', 'said')) as used,
              count(distinct u.staff_id) filter (where u.how = 'dismiss') as dismissed
            from suggestion s join suggestion_use u on u.suggestion_id = s.id
            where s.key = any($1::text[]) and s.conversation_id <> $3 and u.at > now() - make_interval(days => $2)
            group by s.key""";

    /** @param used members of staff who put it into a reply, copied or said it, each counted once */
    record Counted(long used, long dismissed) {
        static final Counted NEVER = new Counted(0, 0);
    }

    private final Pool database;

    CardUses(Pool database) {
        this.database = database;
    }

    /**
     * The same cards, the likeliest first but behind a script that leads; {@code usedBy} in the details says how many used it in other
     * conversations, where any did.
     */
    public Uni<List<Card>> weighed(ConversationId conversation, List<Card> cards) {
        if (cards.isEmpty()) {
            return Uni.createFrom().item(cards);
        }
        return database.preparedQuery(COUNT)
                .execute(Tuple.of(
                        cards.stream().map(Card::key).toArray(String[]::new),
                        (int) LATELY.toDays(),
                        conversation.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> row.getString("key"),
                                row -> new Counted(row.getLong("used"), row.getLong("dismissed")))))
                .map(counts -> weighed(cards, counts));
    }

    static List<Card> weighed(List<Card> cards, Map<String, Counted> counts) {
        var first = cards.getFirst();
        var leading = first.kind() == Card.Kind.SCRIPT ? first.key() : "";
        return cards.stream()
                .map(it -> weighed(it, counts.getOrDefault(it.key(), Counted.NEVER)))
                .sorted(Comparator.comparing((Card it) -> !it.key().equals(leading))
                        .thenComparing(
                                Comparator.comparingDouble(Card::confidence).reversed()))
                .toList();
    }

    private static Card weighed(Card card, Counted counted) {
        var details = card.details().copy();
        if (counted.used() > 0) {
            details.put("usedBy", counted.used());
        }
        return new Card(
                card.key(),
                card.kind(),
                card.title(),
                card.text(),
                card.source(),
                card.article(),
                card.audience(),
                shifted(card.confidence(), counted),
                details);
    }

    /** @return a probability again; certainty stays certain */
    static double shifted(double confidence, Counted counted) {
        if (confidence <= 0 || confidence >= 1) {
            return confidence;
        }
        double shift = A_DOUBLING * (Math.log((1.0 + counted.used()) / (1.0 + counted.dismissed())) / Math.log(2));
        double odds = Math.log(confidence / (1 - confidence)) + Math.clamp(shift, -MOST, MOST);
        return 1 / (1 + Math.exp(-odds));
    }
}
