package dev.yiwen.retrieval.embedding;

import org.jspecify.annotations.Nullable;

/**
 * The vectors of a text's tokens, projected to {@value #DIMENSION} components of a byte each, for late interaction (Khattab
 * and Zaharia 2020, ColBERT): every token looks for the one that is nearest in the other text. Lengths are lost: only
 * directions are compared.
 */
public final class TokenVectors {
    /** Components of a projected vector. */
    static final int DIMENSION = Projection.OUT;

    private static final double LEAST = 1e-12;

    private final int count;
    // Component by component, the tokens side by side, as LateInteraction wants them.
    private final byte[] components;
    private final float[] inverseLengths;
    // Only a query is compared with many others, so only that is worth keeping as floats.
    private volatile float @Nullable [] units;
    // Small, and wanted again for each query that finds the text.
    private volatile float @Nullable [] gist;

    private TokenVectors(int count, byte[] components) {
        this.count = count;
        this.components = components;
        inverseLengths = inverseLengths(count, components);
    }

    /** Of the model's token vectors (512 components each). */
    public static TokenVectors of(float[][] tokens) {
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

    /** Of a text whose tokens are unknown: it is never compared by them. */
    static final TokenVectors NONE = of(new byte[0]);

    /** As {@link #bytes} gave them. */
    public static TokenVectors of(byte[] bytes) {
        return new TokenVectors(bytes.length / DIMENSION, bytes);
    }

    public byte[] bytes() {
        return components.clone();
    }

    /** How many tokens there are. */
    public int count() {
        return count;
    }

    /** Copies the tokens between those of other texts, from the place {@code at} among all of them. */
    void layInto(byte[] all, float[] allInverseLengths, int at) {
        for (int k = 0; k < DIMENSION; k++) {
            System.arraycopy(components, k * count, all, k * allInverseLengths.length + at, count);
        }
        System.arraycopy(inverseLengths, 0, allInverseLengths, at, count);
    }

    /** Of length 1, in the same order of components. */
    float[] units() {
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

    /** The unit vector in the direction of all tokens together; zeros without any. */
    public float[] gist() {
        float[] known = gist;
        if (known == null) {
            known = new float[DIMENSION];
            double squares = 0;
            for (int k = 0; k < DIMENSION; k++) {
                for (int t = 0; t < count; t++) {
                    known[k] += components[k * count + t] * inverseLengths[t];
                }
                squares += (double) known[k] * known[k];
            }
            float scale = (float) (1 / Math.sqrt(Math.max(squares, LEAST)));
            for (int k = 0; k < DIMENSION; k++) {
                known[k] *= scale;
            }
            gist = known;
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
}
