package dev.yiwen.triage.emotion;

import java.util.List;

/**
 * A logistic of standardised numbers.
 *
 * @param weights bias first
 * @param threshold the probability from which F1 was best on unseen texts
 */
public record Certainty(
        FitNote note,
        List<String> signs,
        List<Double> means,
        List<Double> deviations,
        List<Double> weights,
        double threshold) {

    public Certainty {
        signs = List.copyOf(signs);
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        weights = List.copyOf(weights);
    }

    public double probability(double... values) {
        double sum = weights.getFirst();
        for (int i = 0; i < values.length; i++) {
            sum += weights.get(i + 1) * (values[i] - means.get(i)) / deviations.get(i);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
