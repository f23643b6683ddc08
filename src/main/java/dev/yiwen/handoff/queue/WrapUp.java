package dev.yiwen.handoff.queue;

import org.jspecify.annotations.Nullable;

/**
 * What an agent says of a conversation at its end.
 *
 * @param category the topic that it was about
 * @param summary what the customer wanted
 * @param disposition how it ended
 * @param notes what was done, and what is still missing
 */
public record WrapUp(
        @Nullable String category,
        @Nullable String summary,
        @Nullable String disposition,
        @Nullable String notes) {}
