package dev.yiwen.handoff.queue;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.Routing;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Puts one who waits before all others but those in danger, whatever the rules say; and takes that back. */
@Singleton
public final class Precedence {
    private static final String FIRST = """
            with first as (
              select min(o.rank_at) as rank from handoff o
              where o.ended_at is null and o.assigned_at is null and o.urgent_at is null and o.conversation_id <> $1),
            round as (select nextval('queue_round') as number)
            update handoff h set preferred = true, placed_in = round.number,
              rank_at = least(h.rank_at, coalesce(first.rank, h.rank_at) - interval '1 millisecond')
            from first, round
            where h.conversation_id = $1 and h.ended_at is null and h.assigned_at is null
            """;

    private static final String BY_RULES = """
            update handoff set preferred = false, plan_version = -1
            where conversation_id = $1 and ended_at is null and assigned_at is null and preferred
            """;

    private final QueueLock lock;
    private final Handoffs handoffs;
    private final Signals signals;

    Precedence(QueueLock lock, Handoffs handoffs, Signals signals) {
        this.lock = lock;
        this.handoffs = handoffs;
        this.signals = signals;
    }

    /** {@code CONFLICT} when nobody waits there any more. */
    public Uni<Void> give(ConversationId conversation) {
        return change(conversation, FIRST);
    }

    /** The rules place it again. {@code CONFLICT} when it does not wait, or was not put first. */
    public Uni<Void> takeBack(ConversationId conversation) {
        return change(conversation, BY_RULES);
    }

    private Uni<Void> change(ConversationId conversation, String sql) {
        return lock.alone((transaction, now) -> transaction.preparedQuery(sql).execute(Tuple.of(conversation.value())))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new Problem(
                                Problem.Kind.CONFLICT,
                                "The conversation does not wait any more, or stands so already.");
                    }
                })
                .chain(() -> handoffs.follow(conversation))
                .chain(() -> signals.send(Routing.TOPIC, ""));
    }
}
