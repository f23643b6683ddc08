package dev.yiwen.quality.alarm;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to ring.
 *
 * @param expected with {@code tail} absent of thresholds
 * @param also what the same cause explains
 */
record Ringing(
        AlarmStream stream,
        Kind kind,
        LocalDate day,
        long count,
        @Nullable Double expected,
        @Nullable Double tail,
        List<AlarmStream> also) {

    enum Kind {
        SURGE,
        SLOW_RISE,
        THRESHOLD
    }

    static Ringing reached(AlarmRule threshold, LocalDate day, long now) {
        return new Ringing(AlarmStream.of(threshold), Kind.THRESHOLD, day, now, null, null, List.of());
    }

    static Ringing of(Kind kind, LocalDate day, Surges.Surge<AlarmStream> shown, List<AlarmStream> also) {
        return new Ringing(shown.stream(), kind, day, shown.count(), shown.expected(), shown.tail(), also);
    }
}
