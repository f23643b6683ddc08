package dev.yiwen.handoff.presence;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.AwayConfig;
import dev.yiwen.handoff.CustomerPresence;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Ends the waits of those who left and did not come back, and says so in the conversation. */
@Singleton
public final class Departures {
    /** Somebody in danger is never given up. */
    private static final String NOT_COME_BACK = """
            select h.conversation_id from handoff h join customer_presence p on p.conversation_id = h.conversation_id
            where h.ended_at is null and h.assigned_at is null and h.urgent_at is null and %s
            """.formatted(CustomerPresence.GONE.formatted("$1"));

    private final Pool database;
    private final Conversations conversations;
    private final Handoffs handoffs;
    private final Messages messages;
    private final AwayConfig config;

    Departures(Pool database, Conversations conversations, Handoffs handoffs, Messages messages, AwayConfig config) {
        this.database = database;
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.messages = messages;
        this.config = config;
    }

    public Uni<Void> end() {
        return database.preparedQuery(NOT_COME_BACK)
                .execute(Tuple.of(config.kept().toMillis() / 1000.0))
                .chain(rows -> Multi.createFrom()
                        .iterable(StreamSupport.stream(rows.spliterator(), false)
                                .map(row -> ConversationId.of(row.getUUID("conversation_id")))
                                .toList())
                        .onItem()
                        .transformToUniAndConcatenate(
                                id -> conversations.load(id).chain(this::leave))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> leave(Conversation waiting) {
        if (!(waiting.owner() instanceof Owner.Queue)) {
            return Uni.createFrom().voidItem();
        }
        var facts = Map.of("minutes", String.valueOf(config.kept().toMinutes()));
        var notice = new Body.Notice("left-queue", messages.text("handoff.left-queue", facts), facts);
        return conversations
                .leaveQueue(waiting.id(), waiting.epoch(), notice)
                .chain(() -> handoffs.follow(waiting.id()));
    }
}
