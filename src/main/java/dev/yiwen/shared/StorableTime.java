package dev.yiwen.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads days and times of the years 1 to 9999. Java knows of others, with which neither PostgreSQL nor its client can
 * reckon; they are refused as any other text that is no time.
 */
public final class StorableTime {
    private static final int LAST_YEAR = 9999;

    private StorableTime() {}

    /** Fails with a {@link DateTimeException}. */
    public static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        checkYear(day.getYear());
        return day;
    }

    /** Fails with a {@link DateTimeException}. */
    public static OffsetDateTime moment(String text) {
        var moment = OffsetDateTime.parse(text);
        checkYear(moment.getYear());
        return moment;
    }

    private static void checkYear(int year) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("No year of ours: " + year);
        }
    }
}
