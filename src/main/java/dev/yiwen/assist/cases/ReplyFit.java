package dev.yiwen.assist.cases;

import java.util.Arrays;
import java.util.List;

/** Fits {@link ReplyWeights}: the right answer among others is to have the highest score (softmax, steps down the slope). */
public final class ReplyFit {
    private static final int STEPS = 600;
    private static final double STEP = 0.5;
    private static final double PENALTY = 1e-3;

    /** @param values of each candidate, as {@link ReplyModel#signals} gives them */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Asked(List<double[]> values, int right) {
        public Asked {
            values = List.copyOf(values);
        }
    }

    private ReplyFit() {}

    public static ReplyWeights of(List<Asked> asked, String madeFrom, String madeBy) {
        int n = ReplyWeights.SIGNALS.size();
        double[] deviations = deviations(asked, n);
        double[] weights = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[n];
            for (Asked one : asked) {
                add(one, weights, deviations, slope);
            }
            for (int f = 0; f < n; f++) {
                weights[f] += STEP * (slope[f] / asked.size() - PENALTY * weights[f]);
            }
        }
        var rounded = new Double[n];
        for (int f = 0; f < n; f++) {
            rounded[f] = Math.round(weights[f] / deviations[f] * 1e4) / 1e4;
        }
        return new ReplyWeights(ReplyWeights.SIGNALS, Arrays.asList(rounded), madeFrom, madeBy);
    }

    private static void add(Asked one, double[] weights, double[] deviations, double[] slope) {
        double[] likely = one.values().stream()
                .mapToDouble(values -> {
                    double score = 0;
                    for (int f = 0; f < weights.length; f++) {
                        score += weights[f] * values[f] / deviations[f];
                    }
                    return score;
                })
                .toArray();
        double highest = Arrays.stream(likely).max().orElse(0);
        double sum = 0;
        for (int c = 0; c < likely.length; c++) {
            likely[c] = Math.exp(likely[c] - highest);
            sum += likely[c];
        }
        for (int c = 0; c < likely.length; c++) {
            double error = (c == one.right() ? 1 : 0) - likely[c] / sum;
            for (int f = 0; f < weights.length; f++) {
                slope[f] += error * one.values().get(c)[f] / deviations[f];
            }
        }
    }

    private static double[] deviations(List<Asked> asked, int signals) {
        double[] deviations = new double[signals];
        for (int f = 0; f < signals; f++) {
            int signal = f;
            double mean = asked.stream()
                    .flatMap(it -> it.values().stream())
                    .mapToDouble(it -> it[signal])
                    .average()
                    .orElse(0);
            double variance = asked.stream()
                    .flatMap(it -> it.values().stream())
                    .mapToDouble(it -> (it[signal] - mean) * (it[signal] - mean))
                    .average()
                    .orElse(0);
            deviations[f] = Math.max(1e-9, Math.sqrt(variance));
        }
        return deviations;
    }
}
