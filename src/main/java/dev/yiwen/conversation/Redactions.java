package dev.yiwen.conversation;

import dev.yiwen.llm.Redaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * The tokens of personal data in a conversation: the same value has the same one in prompts, traces and packets. They are
 * counted in the order of the messages each time anew, so that no table holds what they stand for.
 */
@Singleton
public final class Redactions {
    private static final int LONGEST_TRANSCRIPT = 2000;

    private final Conversations conversations;

    Redactions(Conversations conversations) {
        this.conversations = conversations;
    }

    /** The tokens of all that was said, and {@code text} with them. */
    public Uni<Redaction> of(ConversationId conversation, String text) {
        return conversations
                .messagesAfter(conversation, 0, LONGEST_TRANSCRIPT)
                .map(said ->
                        Redaction.of(said.stream().map(it -> it.body().text()).toList(), text));
    }
}
