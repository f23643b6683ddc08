package dev.yiwen.answer.trace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which turns are wanted.
 *
 * @param words in the question or in the title of the article found first
 * @param until the first moment that is too late
 * @param atLeast confidence, 0 to 1
 * @param atMost the same, itself included
 * @param conversation null: any
 */
record TraceFilter(
        @Nullable String decision,
        @Nullable String words,
        Instant from,
        Instant until,
        double atLeast,
        double atMost,
        @Nullable UUID conversation) {

    /** For {@code ilike}: what is written stands for itself. */
    @Nullable String pattern() {
        return words == null ? null : "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
