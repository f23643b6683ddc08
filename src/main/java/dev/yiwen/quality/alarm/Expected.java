package dev.yiwen.quality.alarm;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Beta;

/**
 * What a stream was to bring on a day: Gamma–Poisson, with more spread than Poisson where the stream shows it. The rate is estimated from
 * the eight weeks before with a Gamma prior, so what is not known of it widens the spread; counts are then negative binomial with that
 * mean and variance.
 *
 * @param mean counts a day
 * @param variance of the day's count, at least {@code mean}
 * @param dispersion variance over mean of days of a known rate, 1 for Poisson
 */
public record Expected(double mean, double variance, double dispersion) {
    /** As many days as eight weeks have. */
    public static final int DAYS = 56;
    /** Of fewer usual days nothing is said. */
    static final int LEAST_DAYS = 28;

    private static final double PRIOR_SHAPE = 0.5;
    /** Days that all streams' spread speaks for before a stream's own is known. */
    private static final double PRIOR_DAYS = 224;

    private static final double ALMOST = 1e-6;

    /**
     * Empty while there is too little history.
     *
     * @param before the days before, at most {@link #DAYS} of them
     */
    public static Optional<Expected> on(DayCount day, List<DayCount> before, CommonCourse course) {
        double days = before.stream().mapToDouble(DayCount::weight).sum();
        double exposure = exposure(before, course.weekdays());
        if (days < LEAST_DAYS || exposure == 0) {
            return Optional.empty();
        }
        double rate = rate(before, course.weekdays());
        var own = new Dispersion();
        own.add(before, course.weekdays(), rate);
        double dispersion = own.value(course.dispersion(), PRIOR_DAYS);
        double mean = rate * course.weekday(day) * course.level();
        double unsure = mean * mean / (rate * exposure);
        return Optional.of(new Expected(mean, dispersion * (mean + unsure), dispersion));
    }

    /** Counts a day of an even week. */
    static double rate(List<DayCount> before, List<Double> weekdays) {
        double counts =
                before.stream().mapToDouble(it -> it.weight() * it.count()).sum();
        return (counts + PRIOR_SHAPE) / Math.max(ALMOST, exposure(before, weekdays));
    }

    private static double exposure(List<DayCount> before, List<Double> weekdays) {
        return before.stream()
                .mapToDouble(it -> it.weight() * weekdays.get(it.weekday()))
                .sum();
    }

    /** The probability of that many or more. */
    public double tail(int count) {
        if (count <= 0) {
            return 1;
        }
        double above = Math.max(variance - mean, ALMOST * mean);
        double size = mean * mean / above;
        return Beta.regularizedBeta(mean / (mean + size), count, size);
    }

    /** What is exceeded on one day in a hundred on which nothing happens. */
    double upper() {
        int count = (int) mean;
        while (tail(count + 1) > 0.01) {
            count++;
        }
        return count;
    }
}
