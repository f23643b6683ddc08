package dev.yiwen.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day in an address, {@code 2026-11-30}, of the company; null where none is asked for. Fails with {@code INVALID} in words. */
public final class AskedDay {
    private AskedDay() {}

    public static @Nullable LocalDate of(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : StorableTime.day(text);
        } catch (DateTimeException e) {
            throw new Problem(Problem.Kind.INVALID, "A day is written like 2026-11-30.");
        }
    }

    /** Its first moment. */
    public static @Nullable Instant start(@Nullable String text) {
        var day = of(text);
        return day == null ? null : day.atStartOfDay(HomeZone.id()).toInstant();
    }

    /** The first moment after it. */
    public static @Nullable Instant end(@Nullable String text) {
        var day = of(text);
        return day == null ? null : day.plusDays(1).atStartOfDay(HomeZone.id()).toInstant();
    }
}
