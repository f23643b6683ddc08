package dev.yiwen.retrieval.ranking;

import java.util.List;
import java.util.Optional;

/**
 * The probability that two questions ask the same: a logistic of the standardised values of a {@link QuestionPair}, fitted by
 * {@link LikenessFit}; another where the model tells no tokens.
 *
 * @param signals that it was made for; a file for others is refused
 * @param madeFrom the data that it was fitted on
 * @param madeBy the command that fits it again
 */
public record Likeness(List<String> signals, String madeFrom, String madeBy, Line withTokens, Line withoutTokens) {
    static final String RESOURCE = "/retrieval/likeness.json";

    // Standardised values end here: what no fitted pair had must not be extrapolated.
    private static final double FARTHEST = 3;

    /** @param weights bias first */
    public record Line(List<Double> means, List<Double> deviations, List<Double> weights) {
        public Line {
            means = List.copyOf(means);
            deviations = List.copyOf(deviations);
            weights = List.copyOf(weights);
        }

        double[] inputs(List<Double> values) {
            double[] inputs = new double[weights.size()];
            inputs[0] = 1;
            for (int i = 1; i < inputs.length; i++) {
                double standard = (values.get(i - 1) - means.get(i - 1)) / deviations.get(i - 1);
                inputs[i] = Math.clamp(standard, -FARTHEST, FARTHEST);
            }
            return inputs;
        }

        double probability(List<Double> values) {
            double[] inputs = inputs(values);
            double sum = 0;
            for (int i = 0; i < inputs.length; i++) {
                sum += weights.get(i) * inputs[i];
            }
            return 1 / (1 + Math.exp(-sum));
        }
    }

    public Likeness {
        signals = List.copyOf(signals);
        if (!signals.equals(QuestionPair.NAMES)) {
            throw new IllegalArgumentException("The likeness was made for other signals; fit it again");
        }
    }

    /** The one that comes with the product. */
    public static Likeness shipped() {
        return FittedFile.read(Optional.empty(), RESOURCE, Likeness.class);
    }

    public double probability(QuestionPair pair) {
        return (pair.hasTokens() ? withTokens : withoutTokens).probability(pair.values());
    }
}
