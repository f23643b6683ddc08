package dev.yiwen.assist.procedure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a step is done, or by hand that it is not.
 *
 * @param step counted from 1
 * @param seq number of the message that proves it; null when it was set by hand
 */
record StepTick(int step, boolean done, By by, @Nullable Long seq) {
    enum By {
        AGENT,
        CUSTOMER,
        HAND;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static By of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
