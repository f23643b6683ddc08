package dev.yiwen.assist.cases;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.WrappedUp;
import dev.yiwen.identity.Customers;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What conversations were about and how they ended, as their agents confirmed it. */
@Singleton
final class PastCases {
    private static final Logger LOG = Logger.getLogger(PastCases.class);
    private static final int LONGEST_TRANSCRIPT = 500;
    /** What nobody answered, and what was no customer's matter, teaches nothing. */
    private static final List<String> NOT_TOLD = List.of("invalid", "noResponse");

    // Reads other features' rows: a rating may come, and a customer may come back, days after the end.
    private static final String OF_CONVERSATIONS = """
            select p.*, s.score, exists (
              select from conversation again
              where again.customer_id = c.customer_id and again.id <> c.id
                and again.opened_at > coalesce(c.closed_at, p.at)
                and again.opened_at < coalesce(c.closed_at, p.at) + interval '7 days') as repeated
            from past_case p join conversation c on c.id = p.conversation_id
            left join satisfaction s on s.conversation_id = p.conversation_id
            where p.conversation_id = any($1::uuid[])
            """;

    private final Conversations conversations;
    private final PastReplies replies;
    private final Customers customers;
    private final Pool database;

    PastCases(Conversations conversations, PastReplies replies, Customers customers, Pool database) {
        this.conversations = conversations;
        this.replies = replies;
        this.customers = customers;
        this.database = database;
    }

    /**
     * @param outcome as {@link WrappedUp} names it
     * @param score from 1 to 5; null when the customer gave none
     * @param repeated whether the customer came again within seven days
     */
    record PastCase(
            String problem,
            String done,
            String outcome,
            Instant at,
            @Nullable Integer score,
            boolean repeated) {}

    void wrappedUp(@ObservesAsync WrappedUp event) {
        keep(event).subscribe().with(kept -> {}, failure -> LOG.warn("A wrap-up did not become a past case", failure));
    }

    private Uni<Void> keep(WrappedUp end) {
        if (NOT_TOLD.contains(end.outcome())) {
            return forget(end.conversation());
        }
        return Uni.combine()
                .all()
                .unis(
                        conversations.messagesAfter(end.conversation(), 0, LONGEST_TRANSCRIPT),
                        conversations.load(end.conversation()).chain(it -> customers.find(it.customer())))
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(it -> keep(
                        end,
                        it.getItem1(),
                        Situations.names(it.getItem1(), it.getItem2().name())));
    }

    private Uni<Void> keep(WrappedUp end, List<Message> transcript, KnownNames names) {
        return database.preparedQuery("""
                        insert into past_case (conversation_id, problem, done, outcome) values ($1, $2, $3, $4)
                        on conflict (conversation_id) do update
                          set problem = excluded.problem, done = excluded.done, outcome = excluded.outcome""")
                .execute(Tuple.of(
                        end.conversation().value(),
                        names.masked(end.problem().strip()),
                        names.masked(end.done().strip()),
                        end.outcome()))
                .chain(() -> replies.replace(end.conversation(), Situations.replies(transcript, names)));
    }

    /** An agent may say later that it was none. */
    private Uni<Void> forget(ConversationId conversation) {
        return database.preparedQuery("delete from past_case where conversation_id = $1")
                .execute(Tuple.of(conversation.value()))
                .chain(() -> replies.replace(conversation, List.of()));
    }

    /** Of those that an agent confirmed. */
    Uni<Map<ConversationId, PastCase>> of(List<ConversationId> wanted) {
        return database.preparedQuery(OF_CONVERSATIONS)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(
                                wanted.stream().map(ConversationId::value).toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> ConversationId.of(row.getUUID("conversation_id")), PastCases::pastCase)));
    }

    private static PastCase pastCase(Row row) {
        @Nullable Short score = row.getShort("score");
        return new PastCase(
                row.getString("problem"),
                row.getString("done"),
                row.getString("outcome"),
                row.getOffsetDateTime("at")
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                score == null ? null : score.intValue(),
                row.getBoolean("repeated"));
    }
}
