package dev.yiwen.channel.voice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something happened on a call, and by what it is known when it is told again.
 *
 * @param id the telephony system's own, or made of what happened and when; empty when neither was told
 * @param instant null when it was not told, or since the call began
 * @param millisSinceBegin null when it was not told, or as an instant
 */
record CallMoment(
        Optional<String> id,
        @Nullable Instant instant,
        @Nullable Long millisSinceBegin) {
    /** Three years: no call lasts so long, and no clock is that far behind. */
    private static final long LONGEST_CALL = 100_000_000_000L;

    private static final long LATEST = 4_102_444_800_000L;

    /** Now, as far as anybody knows. */
    static CallMoment untold() {
        return new CallMoment(Optional.empty(), null, null);
    }

    static CallMoment at(Instant instant) {
        return new CallMoment(Optional.empty(), instant, null);
    }

    /** @param millis since the call began, or since 1970; empty when it is neither */
    static Optional<CallMoment> of(long millis) {
        if (millis < 0 || millis > LATEST) {
            return Optional.empty();
        }
        return Optional.of(
                isSinceBegin(millis)
                        ? new CallMoment(Optional.empty(), null, millis)
                        : at(Instant.ofEpochMilli(millis)));
    }

    /** Else they are since 1970. */
    static boolean isSinceBegin(long millis) {
        return millis < LONGEST_CALL;
    }

    CallMoment knownAs(String id) {
        return new CallMoment(Optional.of(id), instant, millisSinceBegin);
    }

    boolean isTold() {
        return instant != null || millisSinceBegin != null;
    }

    @Nullable OffsetDateTime time() {
        var told = instant;
        return told == null ? null : told.atOffset(ZoneOffset.UTC);
    }
}
