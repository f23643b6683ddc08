package dev.yiwen.conversation;

import java.util.UUID;

/**
 * What {@link Conversations#MESSAGE_SIGNAL} says: that conversation has messages up to {@code seq} now, under that epoch. So
 * an instance that has them all need not look.
 */
public record NewMessage(ConversationId conversation, long seq, int epoch) {

    /** The payload of the signal for the conversation {@code c}, in SQL. */
    public static final String PAYLOAD = "c.id::text || ' ' || c.last_seq || ' ' || c.epoch";

    /** Of an instance of an earlier version there is only the id: then everything may be new. */
    public static NewMessage parse(String payload) {
        var parts = payload.split(" ", 3);
        var id = ConversationId.of(UUID.fromString(parts[0]));
        return parts.length < 3
                ? new NewMessage(id, Long.MAX_VALUE, Integer.MAX_VALUE)
                : new NewMessage(id, Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
    }
}
