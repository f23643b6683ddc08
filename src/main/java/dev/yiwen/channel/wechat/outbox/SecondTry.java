package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Puts a message into the outbox once more because a person wants it. WeCom is told another id, since it knows the one before. */
@Singleton
public final class SecondTry {
    private static final String AGAIN = """
            with those as (
              select distinct coalesce(o.carried_by, o.id) as id from wechat_outbox o where o.conversation_id = $1 and o.seq = $2
            ), again as (
              update wechat_outbox o set state = 'PLANNED', sent_as = gen_random_uuid(), tries = 0, code = null, reason = null, settled_at = null
              from those where o.id = those.id and o.state in ('FAILED', 'UNKNOWN') and o.passive_of is null
                and coalesce(o.reason, '') not in ('file-kind', 'file-size', 'file-gone')
              returning o.contact_id
            )
            update wechat_contact c set pending = true, due_at = now() from again where c.id = again.contact_id
            """;

    private final Pool database;
    private final Signals signals;

    SecondTry(Pool database, Signals signals) {
        this.database = database;
        this.signals = signals;
    }

    /** Fails with {@code CONFLICT} when nothing of it can be sent again. */
    public Uni<Void> send(ConversationId conversation, long seq) {
        return database.preparedQuery(AGAIN)
                .execute(Tuple.of(conversation.value(), seq))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new Problem(Problem.Kind.CONFLICT, "It has been sent already, or cannot be sent.");
                    }
                })
                .chain(() -> signals.send(Ledger.WAITS, ""));
    }
}
