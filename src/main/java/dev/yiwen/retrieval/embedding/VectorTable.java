package dev.yiwen.retrieval.embedding;

import java.util.List;

/**
 * Vectors of {@value Encoder#DIMENSION} components side by side, component by component: to compare one with all of them, the
 * inner loop runs over all vectors at once, which a processor's wide registers are made for.
 */
public final class VectorTable {
    /** Components that one pass takes: more would wait for registers. */
    private static final int STEP = 4;

    private final int count;
    private final float[] components;

    public VectorTable(List<float[]> vectors) {
        count = vectors.size();
        components = new float[Encoder.DIMENSION * count];
        for (int i = 0; i < count; i++) {
            float[] vector = vectors.get(i);
            for (int k = 0; k < Encoder.DIMENSION; k++) {
                components[k * count + i] = vector[k];
            }
        }
    }

    /** The inner product of a vector with each: of unit vectors the cosine. */
    public float[] products(float[] vector) {
        float[] products = new float[count];
        for (int k = 0; k < Encoder.DIMENSION; k += STEP) {
            add(products, vector, k);
        }
        return products;
    }

    private void add(float[] sums, float[] vector, int k) {
        float a = vector[k];
        float b = vector[k + 1];
        float c = vector[k + 2];
        float d = vector[k + 3];
        int first = k * count;
        int second = first + count;
        int third = second + count;
        int fourth = third + count;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a * components[first + i]
                    + b * components[second + i]
                    + c * components[third + i]
                    + d * components[fourth + i];
        }
    }
}
