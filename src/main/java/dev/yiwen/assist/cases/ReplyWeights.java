package dev.yiwen.assist.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * How much each of {@link #SIGNALS} counts in the score of an answer. Fitted by {@link ReplyFit} on answers that the model had
 * not seen.
 *
 * @param signals that they were made for
 * @param madeFrom the data that they were fitted on
 * @param madeBy the command that fits them again
 */
public record ReplyWeights(List<String> signals, List<Double> weights, String madeFrom, String madeBy) {
    /** Of answer and situation: close in the learned space, words in common; of the answer alone: how common, how long. */
    static final List<String> SIGNALS = List.of("likeness", "sharedWords", "commonness", "length");

    private static final String RESOURCE = "/assist/reply-weights.json";

    public ReplyWeights {
        signals = List.copyOf(signals);
        weights = List.copyOf(weights);
        if (!signals.equals(SIGNALS) || weights.size() != SIGNALS.size()) {
            throw new IllegalArgumentException("The weights were made for other signals; fit them again");
        }
    }

    /** Those that come with the product. */
    public static ReplyWeights shipped() {
        try (InputStream in = Objects.requireNonNull(ReplyWeights.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new ObjectMapper().readValue(in, ReplyWeights.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    /** Without an upper or lower end; only differences between answers to one situation mean something. */
    public double score(double[] values) {
        double score = 0;
        for (int i = 0; i < values.length; i++) {
            score += weights.get(i) * values[i];
        }
        return score;
    }
}
