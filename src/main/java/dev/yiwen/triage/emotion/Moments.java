package dev.yiwen.triage.emotion;

import java.util.Arrays;

/** Mean and standard deviation. */
record Moments(double mean, double deviation) {
    private static final double LEAST_DEVIATION = 1e-6;

    static Moments of(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(it -> (it - mean) * (it - mean))
                .average()
                .orElse(0);
        return new Moments(mean, Math.max(LEAST_DEVIATION, Math.sqrt(variance)));
    }

    double standard(double value) {
        return (value - mean) / deviation;
    }
}
