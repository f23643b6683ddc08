package dev.yiwen.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One immutable message, numbered 1, 2, 3 … in its conversation.
 *
 * @param clientMessageId the sender's own id of it, so that sending it twice stores it once; null for bot and system
 * @param via the channel where it was said when that is not the one in which the conversation was opened
 */
public record Message(
        ConversationId conversation,
        long seq,
        Author author,
        Body body,
        @Nullable String clientMessageId,
        Instant at,
        @Nullable Channel via) {

    public Message(
            ConversationId conversation,
            long seq,
            Author author,
            Body body,
            @Nullable String clientMessageId,
            Instant at) {
        this(conversation, seq, author, body, clientMessageId, at, null);
    }

    public Message(ConversationId conversation, long seq, Author author, Body body, Instant at) {
        this(conversation, seq, author, body, null, at);
    }
}
