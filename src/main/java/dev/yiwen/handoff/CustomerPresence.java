package dev.yiwen.handoff;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.shared.Signals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether customers who wait or are with an agent are there. Several pages of one customer, on several instances, are one
 * row; of whom there is none, a caller for example, nobody knows, and they count as there.
 */
@Singleton
public final class CustomerPresence {
    /** Of a row {@code p} of {@code customer_presence}: since when the customer is away, null while they are there. */
    public static final String AWAY_SINCE = """
            case when p.left_at is not null then p.left_at when p.seen_at < now() - interval '90 seconds' then p.seen_at end""";

    /** Rows {@code p} of those who have been away for longer than %s seconds, and are not to be reached in WeChat either. */
    public static final String GONE = "((" + AWAY_SINCE + ") < now() - %s::float8 * interval '1 second'"
            + " and not exists (select from conversation w where w.id = p.conversation_id and w.in_wechat))";

    private static final String ARRIVED = """
            with before as (
              select %s as away from customer_presence p where conversation_id = $1
            ), now as (
              insert into customer_presence as p (conversation_id, seen_at, page, device)
              select id, now(), $2, $3 from conversation where id = $1
              on conflict (conversation_id) do update set seen_at = now(), left_at = null,
                page = coalesce($2, p.page), device = coalesce($3, p.device)
            )
            select not exists (select from before where away is null) as changed
            """.formatted(AWAY_SINCE);

    private static final String LEFT =
            "update customer_presence set left_at = now() where conversation_id = $1 and left_at is null";

    /** In one order for all, since other instances do the same at the same time. */
    private static final String ALIVE = """
            update customer_presence p set seen_at = now(), left_at = null
            from (select conversation_id from customer_presence where conversation_id = any($1)
              order by conversation_id for update) a
            where p.conversation_id = a.conversation_id
            """;

    private final Pool database;
    private final Signals signals;

    CustomerPresence(Pool database, Signals signals) {
        this.database = database;
        this.signals = signals;
    }

    /**
     * @param page where the customer is, if the host's page tells
     * @param device what kind they use, likewise
     */
    public Uni<Void> arrived(ConversationId conversation, @Nullable String page, @Nullable String device) {
        return database.preparedQuery(ARRIVED)
                .execute(Tuple.of(conversation.value(), page, device))
                .chain(rows -> told(rows.iterator().next().getBoolean("changed") || page != null || device != null));
    }

    /** The last of the customer's sockets on this instance has closed. */
    public Uni<Void> left(ConversationId conversation) {
        return database.preparedQuery(LEFT)
                .execute(Tuple.of(conversation.value()))
                .chain(rows -> told(rows.rowCount() > 0));
    }

    /** The sign of life of all of an instance's customers, every half minute. */
    public Uni<Void> alive(Collection<ConversationId> conversations) {
        return conversations.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(ALIVE)
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(conversations.stream()
                                        .map(ConversationId::value)
                                        .toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    private Uni<Void> told(boolean changed) {
        return changed ? signals.send(Routing.TOPIC, "") : Uni.createFrom().voidItem();
    }
}
