package dev.yiwen.retrieval;

import java.util.Arrays;

/**
 * The vectors of a text's tokens, projected to {@value #DIMENSION} components of a byte each, for late interaction (Khattab
 * and Zaharia 2020, ColBERT): every token looks for the one that is nearest in the other text. Lengths are lost: only
 * directions are compared.
 */
final class TokenVectors {
    /** Components of a projected vector. */
    static final int DIMENSION = Projection.OUT;

    /** How many of the least supported tokens count as the weakest. */
    private static final int WEAKEST = 2;

    /**
     * How well two texts' tokens find each other: means of the best cosine of each token, over all tokens and over the two
     * that fare worst. {@code forward} is from this text to the other.
     */
    record Agreement(double forward, double backward, double forwardWeakest, double backwardWeakest) {}

    private final int count;
    // Component by component, the tokens side by side: the inner loop of a comparison then runs over neighbours in
    // memory.
    private final byte[] components;

    private TokenVectors(int count, byte[] components) {
        this.count = count;
        this.components = components;
    }

    /** Of the model's token vectors (512 components each). */
    static TokenVectors of(float[][] tokens) {
        var components = new byte[tokens.length * DIMENSION];
        for (int t = 0; t < tokens.length; t++) {
            float[] projected = Projection.of(tokens[t]);
            float largest = 1e-9f;
            for (float it : projected) {
                largest = Math.max(largest, Math.abs(it));
            }
            for (int k = 0; k < DIMENSION; k++) {
                components[k * tokens.length + t] = (byte) Math.round(projected[k] / largest * Byte.MAX_VALUE);
            }
        }
        return new TokenVectors(tokens.length, components);
    }

    /** As {@link #bytes} gave them. */
    static TokenVectors of(byte[] bytes) {
        return new TokenVectors(bytes.length / DIMENSION, bytes);
    }

    byte[] bytes() {
        return components.clone();
    }

    /** All are 0 when one of the two has no token. */
    Agreement with(TokenVectors other) {
        if (count == 0 || other.count == 0) {
            return new Agreement(0, 0, 0, 0);
        }
        float[] mine = units();
        float[] theirs = other.units();
        var forward = new float[count];
        var backward = new float[other.count];
        Arrays.fill(backward, -1);
        var cosines = new float[other.count];
        for (int t = 0; t < count; t++) {
            Arrays.fill(cosines, 0);
            for (int k = 0; k < DIMENSION; k++) {
                add(cosines, mine[k * count + t], theirs, k * other.count);
            }
            float best = -1;
            for (int j = 0; j < cosines.length; j++) {
                best = Math.max(best, cosines[j]);
                backward[j] = Math.max(backward[j], cosines[j]);
            }
            forward[t] = best;
        }
        return new Agreement(mean(forward), mean(backward), weakest(forward), weakest(backward));
    }

    private static void add(float[] sums, float factor, float[] values, int from) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * values[from + j];
        }
    }

    /** Of length 1, in the same order of components. */
    private float[] units() {
        var squares = new float[count];
        var units = new float[components.length];
        for (int k = 0; k < DIMENSION; k++) {
            for (int t = 0; t < count; t++) {
                float it = components[k * count + t];
                units[k * count + t] = it;
                squares[t] += it * it;
            }
        }
        for (int t = 0; t < count; t++) {
            squares[t] = (float) (1 / Math.sqrt(Math.max(squares[t], 1)));
        }
        for (int k = 0; k < DIMENSION; k++) {
            for (int t = 0; t < count; t++) {
                units[k * count + t] *= squares[t];
            }
        }
        return units;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float it : values) {
            sum += it;
        }
        return sum / values.length;
    }

    private static double weakest(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return mean(Arrays.copyOf(sorted, Math.min(WEAKEST, sorted.length)));
    }
}
