package dev.yiwen.answer;

import dev.yiwen.answer.draft.Drafting;
import dev.yiwen.conversation.Body;
import org.jspecify.annotations.Nullable;

/**
 * What will be said.
 *
 * @param drafting how the chat model wrote it, or why its draft was not used; null when none was asked
 */
record Composition(Body body, @Nullable Drafting drafting) {
    static Composition of(Body body) {
        return new Composition(body, null);
    }
}
