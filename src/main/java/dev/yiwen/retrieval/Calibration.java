package dev.yiwen.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The probability that the first candidate answers the query: a logistic of the standardised {@link MatchSignals} and of the
 * products of the first six of them, fitted on judged questions by {@link CalibrationFit}.
 *
 * @param version of the signals' meaning; a file of another version is refused
 * @param madeFrom the data and the half of it that the weights were fitted on
 * @param madeBy the command that makes the file again
 * @param means of the signals, in the order of {@code signals}
 * @param deviations of the signals
 * @param weights bias first, then the signals, then the products
 */
public record Calibration(
        int version,
        String madeFrom,
        String madeBy,
        List<String> signals,
        List<Double> means,
        List<Double> deviations,
        List<Double> weights) {

    static final int VERSION = 1;
    static final String RESOURCE = "/retrieval/calibration.json";

    // The signals whose products say more than their sum: a long shared text counts for more when meanings agree too.
    private static final int MULTIPLIED = 6;
    // Standardised values end here: what no fitted question had must not be extrapolated.
    private static final double FARTHEST = 2;

    public Calibration {
        signals = List.copyOf(signals);
        means = List.copyOf(means);
        deviations = List.copyOf(deviations);
        weights = List.copyOf(weights);
        int inputs = inputs(signals.size());
        if (version != VERSION || !signals.equals(MatchSignals.NAMES) || weights.size() != inputs) {
            throw new IllegalArgumentException("The calibration was made for other signals; make it again: " + madeBy);
        }
    }

    /** The one that comes with the product. */
    static Calibration shipped() {
        try (InputStream in = Objects.requireNonNull(Calibration.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new ObjectMapper().readValue(in, Calibration.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public double probability(MatchSignals match) {
        double[] inputs = inputs(match, means, deviations);
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += weights.get(i) * inputs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    static int inputs(int signals) {
        return 1 + signals + MULTIPLIED * (MULTIPLIED + 1) / 2;
    }

    /** One, the standardised signals, the products. */
    static double[] inputs(MatchSignals match, List<Double> means, List<Double> deviations) {
        double[] values = match.values();
        double[] inputs = new double[inputs(values.length)];
        inputs[0] = 1;
        for (int i = 0; i < values.length; i++) {
            double standard = (values[i] - means.get(i)) / deviations.get(i);
            inputs[1 + i] = Math.max(-FARTHEST, Math.min(FARTHEST, standard));
        }
        int next = 1 + values.length;
        for (int i = 0; i < MULTIPLIED; i++) {
            for (int j = i; j < MULTIPLIED; j++) {
                inputs[next++] = inputs[1 + i] * inputs[1 + j];
            }
        }
        return inputs;
    }
}
