package dev.yiwen.assist.card;

import dev.yiwen.conversation.ConversationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Changes what a lane shows where the new depends on the old. Of two who do so at once, whichever instance they are on, the second
 * sees what the first made of it.
 */
@Singleton
public final class LaneEdit {
    private static final String BEFORE = """
            select latest.for_seq as latest_seq, shown.confidence,
              exists (select from suggestion_use u where u.suggestion_id = s.id and u.how = 'dismiss') as dismissed, s.*
            from (select * from suggestion_set where conversation_id = $1 and lane = $2
              order by for_seq desc limit 1) latest
            left join unnest(latest.suggestions, latest.confidences)
              with ordinality as shown (id, confidence, place) on true
            left join suggestion s on s.id = shown.id
            order by shown.place
            """;

    private final Pool database;

    LaneEdit(Pool database) {
        this.database = database;
    }

    /** A card of the newest set. */
    public record Standing(Card card, boolean dismissed) {}

    /**
     * What a lane shows.
     *
     * @param forSeq number of the message that it is about, 0 before the first
     */
    public record Before(long forSeq, List<Standing> cards) {
        public Before {
            cards = List.copyOf(cards);
        }
    }

    /** @param cards the best first */
    public record After(long forSeq, List<Card> cards) {
        public After {
            cards = List.copyOf(cards);
        }
    }

    /** @param change empty when nothing is to change; it must not block, and may be tried again */
    public Uni<Void> change(ConversationId conversation, Lane lane, Function<Before, Optional<After>> change) {
        return database.withTransaction(transaction -> Suggestions.lock(transaction, conversation, lane)
                .chain(() -> before(transaction, conversation, lane))
                .map(change)
                .chain(after -> after.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Suggestions.replace(
                                transaction,
                                conversation,
                                after.get().forSeq(),
                                lane,
                                after.get().cards())));
    }

    private static Uni<Before> before(SqlClient transaction, ConversationId conversation, Lane lane) {
        return transaction
                .preparedQuery(BEFORE)
                .execute(Tuple.of(conversation.value(), lane.name()))
                .map(rows -> new Before(
                        StreamSupport.stream(rows.spliterator(), false)
                                .mapToLong(row -> row.getLong("latest_seq"))
                                .findFirst()
                                .orElse(0),
                        StreamSupport.stream(rows.spliterator(), false)
                                .filter(row -> row.getUUID("id") != null)
                                .map(LaneEdit::standing)
                                .toList()));
    }

    private static Standing standing(Row row) {
        return new Standing(Suggestions.card(row), row.getBoolean("dismissed"));
    }
}
