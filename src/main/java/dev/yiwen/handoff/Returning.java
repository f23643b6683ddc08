package dev.yiwen.handoff;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Owner;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Customers who come back soon after an agent closed their conversation: they need not tell it all again. */
@Singleton
public final class Returning {
    /** The agent of the conversation that was closed last, who is there and has a hand free. */
    private static final String SAME_AGENT = """
            with last as (
              select h.agent_id, s.name
              from conversation c
              cross join lateral (
                select agent_id from handoff
                where conversation_id = c.id and agent_id is not null order by epoch desc limit 1) h
              join staff s on s.id = h.agent_id and s.active
              where c.customer_id = $1 and c.channel = 'WEB' and c.owner = 'nobody'
                and c.closed_at > now() - $2::float8 * interval '1 second'
              order by c.closed_at desc limit 1
            )
            select last.agent_id, last.name from last join presence p on p.staff_id = last.agent_id
            where p.online and p.seen_at > now() - $3::float8 * interval '1 second'
              and (select count(*) from conversation c where c.owner = 'agent' and c.agent_id = last.agent_id)
                + (select count(*) from handoff o where o.ended_at is null and o.offered_to = last.agent_id) < $4
            """;

    /** An agent who had the customer before. */
    private record Known(StaffId id, String name) {}

    private final Pool database;
    private final Conversations conversations;
    private final Handoffs handoffs;
    private final Messages messages;
    private final HandoffConfig config;

    Returning(Pool database, Conversations conversations, Handoffs handoffs, Messages messages, HandoffConfig config) {
        this.database = database;
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.messages = messages;
        this.config = config;
    }

    /**
     * Gives a conversation that just began, if the customer was with an agent a short while ago and that agent is free, to that
     * agent; else it stays as it is. Returns it as it is then.
     */
    public Uni<Conversation> toSameAgent(Conversation begun) {
        if (!(begun.owner() instanceof Owner.Bot) || begun.lastSeq() > 0 || begun.channel() != Channel.WEB) {
            return Uni.createFrom().item(begun);
        }
        return sameAgent(begun)
                .chain(known -> known.map(it -> give(begun, it))
                        .orElseGet(() -> Uni.createFrom().item(begun)));
    }

    private Uni<Optional<Known>> sameAgent(Conversation begun) {
        return database.preparedQuery(SAME_AGENT)
                .execute(Tuple.of(
                        begun.customer().value(),
                        config.returnWithin().toMillis() / 1000.0,
                        config.heartbeat().toMillis() / 1000.0,
                        (long) config.capacity()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Known(StaffId.of(row.getUUID("agent_id")), row.getString("name"))));
    }

    /** Somebody else may change the owner meanwhile: then that holds. */
    private Uni<Conversation> give(Conversation begun, Known agent) {
        var words = messages.text("handoff.returning", Map.of("agent", agent.name()));
        var reason = new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, words, List.of());
        return conversations
                .requestHuman(begun.id(), begun.epoch(), reason)
                .chain(queued -> queued.map(it -> handoffs.follow(it.id())
                                .chain(() -> conversations.assign(it.id(), it.epoch(), agent.id()))
                                .chain(() -> handoffs.follow(it.id())))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> conversations.load(begun.id()));
    }
}
