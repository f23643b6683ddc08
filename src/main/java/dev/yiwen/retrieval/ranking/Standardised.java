package dev.yiwen.retrieval.ranking;

import java.util.Collection;
import java.util.stream.DoubleStream;

/** Values as distances from their mean in standard deviations; 0 for all when they are equal. */
record Standardised(double mean, double deviation) {
    private static final double EQUAL = 1e-9;

    static Standardised of(double[] values) {
        double mean = DoubleStream.of(values).average().orElse(0);
        double variance = DoubleStream.of(values)
                .map(it -> (it - mean) * (it - mean))
                .average()
                .orElse(0);
        return new Standardised(mean, Math.sqrt(variance));
    }

    /** Of one column of a table. */
    static Standardised of(Collection<double[]> rows, int column) {
        return of(rows.stream().mapToDouble(row -> row[column]).toArray());
    }

    double of(double value) {
        return deviation < EQUAL ? 0 : (value - mean) / deviation;
    }
}
