package dev.yiwen.quality.review;

import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A share with its Wilson interval of 95 %, from 0 to 1 (Wilson, Probable inference, the law of succession, and statistical inference,
 * J. Am. Statist. Assoc. 22, 1927). Of nothing nothing is known: 0 to 1.
 */
record Interval(int n, int hits, double low, double high) {
    private static final double CONFIDENCE = 0.95;
    private static final WilsonScoreInterval WILSON = new WilsonScoreInterval();

    static Interval of(int n, int hits) {
        if (n == 0) {
            return new Interval(0, 0, 0, 1);
        }
        var interval = WILSON.createInterval(n, hits, CONFIDENCE);
        return new Interval(n, hits, Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
    }
}
