package dev.yiwen.answer;

import dev.yiwen.conversation.Body;
import org.jspecify.annotations.Nullable;

/**
 * What will be said.
 *
 * @param model which chat model wrote it, or why its draft was not used; null when none was asked
 */
record Composition(Body body, @Nullable String model) {
    static Composition of(Body body) {
        return new Composition(body, null);
    }
}
