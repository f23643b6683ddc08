package dev.yiwen.llm;

import org.jspecify.annotations.Nullable;

/**
 * What asking the model took, over all attempts.
 *
 * @param prompt tokens asked
 * @param reply tokens written
 * @param counted whether the server counted them; else they are estimated
 * @param firstTextMs milliseconds until something was written, or null
 */
public record Usage(
        int attempts,
        long prompt,
        long reply,
        boolean counted,
        @Nullable Double firstTextMs,
        double totalMs) {}
