package dev.yiwen.quality.alarm;

import java.util.List;

/** Pearson's: what days differ from their mean by, over what Poisson's days would. */
final class Dispersion {
    static final double POISSON = 1;

    /** Of fewer a day the quotient says nothing. */
    private static final double LEAST_MEAN = 0.5;

    private double sum;
    private double days;

    void add(List<DayCount> stream, List<Double> weekdays, double rate) {
        boolean known = false;
        for (var it : stream) {
            double mean = rate * weekdays.get(it.weekday());
            if (mean >= LEAST_MEAN) {
                sum += it.weight() * (it.count() - mean) * (it.count() - mean) / mean;
                days += it.weight();
                known = true;
            }
        }
        // The rate was estimated from the same days.
        days -= known ? 1 : 0;
    }

    /**
     * Never below Poisson's.
     *
     * @param before what is believed before anything is seen
     * @param beforeDays and how many days it is worth
     */
    double value(double before, double beforeDays) {
        return Math.max(POISSON, (sum + before * beforeDays) / (days + beforeDays));
    }
}
