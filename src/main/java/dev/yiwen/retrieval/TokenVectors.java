package dev.yiwen.retrieval;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

    /** Components that one pass over the other text's tokens takes: more would wait for registers. */
    private static final int STEP = 4;

    private final int count;
    // Component by component, the tokens side by side: the inner loop of a comparison then runs over neighbours in
    // memory, and the bytes are made floats where they are used, without a copy.
    private final byte[] components;
    private final float[] inverseLengths;
    // Only a query is compared with many others, so only that is worth keeping as floats.
    private volatile float @Nullable [] units;

    private TokenVectors(int count, byte[] components) {
        this.count = count;
        this.components = components;
        inverseLengths = inverseLengths(count, components);
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
        var forward = new float[count];
        var backward = new float[other.count];
        Arrays.fill(backward, -1);
        var products = new float[other.count];
        for (int t = 0; t < count; t++) {
            Arrays.fill(products, 0);
            for (int k = 0; k < DIMENSION; k += STEP) {
                other.addProducts(products, mine, k * count + t, count, k);
            }
            float best = -1;
            for (int j = 0; j < products.length; j++) {
                float cosine = products[j] * other.inverseLengths[j];
                best = Math.max(best, cosine);
                backward[j] = Math.max(backward[j], cosine);
            }
            forward[t] = best;
        }
        return new Agreement(mean(forward), mean(backward), weakest(forward), weakest(backward));
    }

    /** Adds the products of {@value #STEP} components from {@code k}, which stand {@code stride} apart in {@code units}. */
    private void addProducts(float[] sums, float[] units, int at, int stride, int k) {
        float a = units[at];
        float b = units[at + stride];
        float c = units[at + 2 * stride];
        float d = units[at + 3 * stride];
        int first = k * count;
        int second = first + count;
        int third = second + count;
        int fourth = third + count;
        for (int j = 0; j < sums.length; j++) {
            sums[j] += a * components[first + j]
                    + b * components[second + j]
                    + c * components[third + j]
                    + d * components[fourth + j];
        }
    }

    /** Of length 1, in the same order of components. */
    private float[] units() {
        float[] known = units;
        if (known == null) {
            known = new float[components.length];
            for (int i = 0; i < known.length; i++) {
                known[i] = components[i] * inverseLengths[i % count];
            }
            units = known;
        }
        return known;
    }

    private static float[] inverseLengths(int count, byte[] components) {
        var lengths = new float[count];
        for (int i = 0; i < components.length; i++) {
            lengths[i % count] += components[i] * components[i];
        }
        for (int t = 0; t < count; t++) {
            lengths[t] = (float) (1 / Math.sqrt(Math.max(lengths[t], 1)));
        }
        return lengths;
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
