package dev.yiwen.channel.wechat.inbox;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.MergedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Where two customers are one, the open conversation reaches the contacts of both; where they part, each contact has its own
 * conversations. A contact stays its first customer's all along.
 */
@Singleton
final class MergedLegs implements MergedRows {
    private static final String JOINED = """
            with open as (
              select id, last_seq from conversation where customer_id = $1 and owner <> 'nobody' and channel <> 'VOICE'
            ), legs as (
              insert into wechat_leg (conversation_id, contact_id, planned_seq)
              select o.id, c.id, o.last_seq from open o
              cross join wechat_contact c join customer u on u.id = c.customer_id
              where coalesce(u.merged_into, u.id) = $1 and c.seen_at > now() - interval '48 hours'
              on conflict do nothing returning conversation_id
            )
            update conversation c set in_wechat = true where c.id in (select conversation_id from legs) and not c.in_wechat
            """;

    /** Only with contacts of those who part, and begun where they are. */
    private static final String SINCE = """
            select v.id from conversation v where v.customer_id = $1 and v.channel = 'WECHAT'
              and exists (select from wechat_leg l where l.conversation_id = v.id)
              and not exists (select from wechat_leg l join wechat_contact c on c.id = l.contact_id
                where l.conversation_id = v.id and c.customer_id <> all($2))
              and not exists (select from message m where m.conversation_id = v.id and m.author = 'customer'
                and m.via is not null)
            """;

    private static final String PARTED = """
            delete from wechat_leg l using wechat_contact c, customer u, conversation v
            where c.id = l.contact_id and u.id = c.customer_id and v.id = l.conversation_id
              and v.customer_id <> coalesce(u.merged_into, u.id)
              and (v.customer_id = $1 or v.customer_id = any($2))
            """;

    @Override
    public Uni<Void> merged(SqlConnection transaction, CustomerId survivor) {
        return transaction
                .preparedQuery(JOINED)
                .execute(Tuple.of(survivor.value()))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<UUID>> since(SqlConnection transaction, String table, CustomerId survivor, List<UUID> parting) {
        return "conversation".equals(table)
                ? transaction
                        .preparedQuery(SINCE)
                        .execute(Tuple.tuple().addUUID(survivor.value()).addArrayOfUUID(parting.toArray(UUID[]::new)))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> row.getUUID("id"))
                                .toList())
                : Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Void> parted(SqlConnection transaction, CustomerId survivor, List<UUID> parted) {
        var values = Tuple.tuple().addUUID(survivor.value()).addArrayOfUUID(parted.toArray(UUID[]::new));
        return transaction.preparedQuery(PARTED).execute(values).replaceWithVoid();
    }
}
