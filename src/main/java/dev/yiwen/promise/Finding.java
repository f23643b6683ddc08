package dev.yiwen.promise;

import dev.yiwen.conversation.Source;
import org.jspecify.annotations.Nullable;

/**
 * What became of one claim.
 *
 * @param clause as it was said
 * @param what of it was compared: the amount, or the absolute word
 * @param should what the article says instead, or in support; null when nothing speaks of it
 * @param source of that
 */
public record Finding(
        Verdict verdict,
        String clause,
        String what,
        @Nullable String should,
        @Nullable Source source) {

    public enum Verdict {
        /** A current article says so. */
        SUPPORTED,
        /** A current article says something else. */
        DIFFERS,
        /** An article said so until it was changed. */
        OLDER,
        /** Nothing supports it. */
        UNSUPPORTED;

        public boolean isWarning() {
            return this != SUPPORTED;
        }
    }
}
