package dev.yiwen.retrieval.ranking;

import java.util.List;

/**
 * A logistic of standardised values and of the products of each two of the first of them ({@link MatchSignals#MULTIPLIED}): a
 * long shared text counts for more when meanings agree too.
 *
 * @param madeFrom the data that it was fitted on
 * @param madeBy the command that fits it again
 * @param means of the values
 * @param deviations of the values
 * @param weights bias first, then the values, then the products
 */
public record Logistic(
        String madeFrom, String madeBy, List<Double> means, List<Double> deviations, List<Double> weights) {

    // Standardised values end here: what no fitted question had must not be extrapolated.
    private static final double FARTHEST = 2.5;

    public Logistic {
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        weights = List.copyOf(weights);
    }

    double probability(List<Double> values) {
        double[] inputs = inputs(values, means, deviations);
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += weights.get(i) * inputs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    static int inputs(int values) {
        int multiplied = Math.min(values, MatchSignals.MULTIPLIED);
        return 1 + values + multiplied * (multiplied + 1) / 2;
    }

    /** One, the standardised values, the products. */
    static double[] inputs(List<Double> values, List<Double> means, List<Double> deviations) {
        int count = values.size();
        double[] inputs = new double[inputs(count)];
        inputs[0] = 1;
        for (int i = 0; i < count; i++) {
            double standard = (values.get(i) - means.get(i)) / deviations.get(i);
            inputs[1 + i] = Math.clamp(standard, -FARTHEST, FARTHEST);
        }
        int next = 1 + count;
        int multiplied = Math.min(count, MatchSignals.MULTIPLIED);
        for (int i = 0; i < multiplied; i++) {
            for (int j = i; j < multiplied; j++) {
                inputs[next++] = inputs[1 + i] * inputs[1 + j];
            }
        }
        return inputs;
    }
}
