package dev.yiwen.assist.card;

import dev.yiwen.shared.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an agent did with a suggestion. */
public enum Use {
    INSERT,
    COPY,
    /** The agent said it. */
    SAID,
    /** It was taken for said, and was not. */
    UNSAID,
    DISMISS;

    public static Use of(@Nullable String wire) {
        for (var use : values()) {
            if (use.wire().equals(wire)) {
                return use;
            }
        }
        throw new Problem(Problem.Kind.INVALID, "\"how\" must be insert, copy, said, unsaid or dismiss.");
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
