package dev.yiwen.knowledge.bulk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done to many articles at once.
 *
 * @param changed how many articles it changed
 * @param left how many of them are not undone
 */
record ChangeOfMany(
        UUID id,
        Kind kind,
        String by,
        Instant at,
        int changed,
        int left,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt) {

    enum Kind {
        RETAG,
        VALIDITY,
        SUBMIT,
        RETIRE
    }
}
