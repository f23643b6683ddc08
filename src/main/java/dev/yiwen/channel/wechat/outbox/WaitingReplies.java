package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * The last leg: what a person said and WeChat does not take any more is told by the webhook {@code reply.waiting}, so that another
 * system can send a text message. Ids alone, and once until the customer does something.
 */
@Singleton
final class WaitingReplies {
    private static final Duration OFTEN = Duration.ofSeconds(30);

    /** By then whatever else may still reach them has had its turn. */
    private static final String TELL = """
            with late as (
              select c.id, max(o.seq) as seq, (array_agg(o.conversation_id order by o.number desc))[1] as conversation_id
              from wechat_outbox o join wechat_contact c on c.id = o.contact_id
              where o.state = 'PLANNED' and o.voice = 'PERSON' and o.conversation_id is not null
                and o.planned_at < now() - interval '1 minute' and not c.pending
                and (c.told_at is null or c.told_at < c.seen_at)
              group by c.id limit 100
            ), told as (
              update wechat_contact c set told_at = now() from late where c.id = late.id
              returning late.conversation_id, late.seq, c.customer_id
            )
            select webhook_tell('reply.waiting', jsonb_build_object('conversationId', t.conversation_id, 'seq', t.seq,
              'memberId', (select i.external_id from customer_identity i join customer h on h.id = i.customer_id
                where i.kind = 'HOST' and coalesce(h.merged_into, h.id) = v.customer_id limit 1)))::text
            from told t join conversation v on v.id = t.conversation_id
            """;

    private final Pool database;
    private final Leader leader;

    WaitingReplies(Pool database, Leader leader) {
        this.database = database;
        this.leader = leader;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        rhythm.every(OFTEN, () -> leader.alone("wechat-waiting-replies", this::round));
    }

    Uni<Void> round() {
        return database.query(TELL).execute().replaceWithVoid();
    }
}
