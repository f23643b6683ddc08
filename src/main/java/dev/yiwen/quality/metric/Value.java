package dev.yiwen.quality.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.jspecify.annotations.Nullable;

/**
 * What a figure amounts to.
 *
 * @param n of how many; of those without any there is no value
 * @param value a count, a share from 0 to 1, or milliseconds; of quantiles that which half do not exceed
 * @param low with {@code high} the Wilson interval of 95 % of a share
 * @param p90 of quantiles that which nine tenths do not exceed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Value(
        long n,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double p90) {
    private static final double CONFIDENCE = 0.95;
    private static final WilsonScoreInterval WILSON = new WilsonScoreInterval();

    static Value none() {
        return new Value(0, null, null, null, null);
    }

    static Value of(Metric.Kind kind, long n, long total) {
        if (n <= 0) {
            return kind == Metric.Kind.COUNT ? new Value(0, 0.0, null, null, null) : none();
        }
        return switch (kind) {
            case COUNT -> new Value(n, (double) n, null, null, null);
            case SHARE -> share(n, total);
            case MEAN, MEAN_MS, QUANTILES -> new Value(n, (double) total / n, null, null, null);
        };
    }

    static Value quantiles(long n, long median, long p90) {
        return new Value(n, (double) median, null, null, (double) p90);
    }

    private static Value share(long n, long hits) {
        var interval = WILSON.createInterval((int) n, (int) hits, CONFIDENCE);
        return new Value(
                n,
                (double) hits / n,
                Math.max(0, interval.getLowerBound()),
                Math.min(1, interval.getUpperBound()),
                null);
    }
}
