package dev.yiwen.quality.alarm;

import java.time.LocalDate;

/**
 * What came on a day.
 *
 * @param weight how much the day tells of usual ones: 1; of a holiday 0; of one with a declared incident something between
 */
public record DayCount(LocalDate day, int count, double weight) {
    public DayCount {
        if (count < 0 || weight < 0 || weight > 1) {
            throw new IllegalArgumentException(count + " with the weight " + weight);
        }
    }

    int weekday() {
        return day.getDayOfWeek().ordinal();
    }
}
