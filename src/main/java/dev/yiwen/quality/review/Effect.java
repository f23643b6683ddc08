package dev.yiwen.quality.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The same share in as many days before the measures were done as after. Whether they helped is for a person to say: what was looked into
 * because it was high is lower afterwards by chance alone, too.
 *
 * @param end the day on which the last measure was done, which is in neither
 * @param days in each of the two
 */
record Effect(LocalDate end, int days, Interval before, Interval after) {
    private static final int WEEK = 7;
    private static final int MOST = 4 * WEEK;

    /**
     * The days that can be compared: whole weeks, so that both have the same weekdays; fewer than seven while there are no more.
     *
     * @param last the last day that is over
     * @return 0 until one is over
     */
    static int days(LocalDate end, LocalDate last) {
        int over = (int) Math.clamp(last.toEpochDay() - end.toEpochDay(), 0L, (long) MOST);
        return over < WEEK ? over : over / WEEK * WEEK;
    }

    /** Empty until a day is over. */
    static Optional<Effect> of(List<ShareDay> all, LocalDate end, LocalDate last) {
        int days = days(end, last);
        return days == 0
                ? Optional.empty()
                : Optional.of(new Effect(
                        end,
                        days,
                        sum(all, end.minusDays(days), end.minusDays(1)),
                        sum(all, end.plusDays(1), end.plusDays(days))));
    }

    private static Interval sum(List<ShareDay> all, LocalDate first, LocalDate last) {
        var of = all.stream()
                .filter(it -> !it.day().isBefore(first) && !it.day().isAfter(last))
                .toList();
        return Interval.of(
                of.stream().mapToInt(ShareDay::n).sum(),
                of.stream().mapToInt(ShareDay::hits).sum());
    }
}
