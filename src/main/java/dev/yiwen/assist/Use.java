package dev.yiwen.assist;

import dev.yiwen.shared.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an agent did with a suggestion. */
enum Use {
    INSERT,
    COPY,
    DISMISS;

    static Use of(@Nullable String wire) {
        for (var use : values()) {
            if (use.wire().equals(wire)) {
                return use;
            }
        }
        throw new Problem(Problem.Kind.INVALID, "\"how\" must be insert, copy or dismiss.");
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
