package dev.yiwen.conversation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Brings what any instance committed to whoever watches a conversation on this one. */
@Singleton
public class Delivery {

    /**
     * Pushes every committed message after {@code afterSeq} exactly once and in order, whichever instance committed it,
     * until the watch is closed. The consumers of one watch are called one after the other and must not block.
     *
     * @param owner gets the conversation as it is at the start, and again after each change of owner
     */
    public Watch watch(
            ConversationId conversation,
            long afterSeq,
            Consumer<Message> messages,
            Consumer<Conversation> owner,
            Consumer<Ephemeral> ephemeral) {
        throw new UnsupportedOperationException();
    }

    /** Shows it to all who watch the conversation now, on every instance. */
    public Uni<Void> ephemeral(ConversationId conversation, Ephemeral ephemeral) {
        throw new UnsupportedOperationException();
    }
}
