package dev.yiwen.retrieval.embedding;

import java.util.Arrays;
import java.util.List;

/**
 * Vectors side by side, component by component: to compare one with all of them, the
 * inner loop runs over all vectors at once, which a processor's wide registers are made for.
 */
public final class VectorTable {
    /** Components that one pass takes: more would wait for registers. */
    private static final int STEP = 4;

    private final int count;
    private final int dimension;
    private final float[] components;

    public VectorTable(List<float[]> vectors) {
        count = vectors.size();
        dimension = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        components = new float[padded(dimension) * count];
        for (int i = 0; i < count; i++) {
            float[] vector = vectors.get(i);
            for (int k = 0; k < dimension; k++) {
                components[k * count + i] = vector[k];
            }
        }
    }

    /** The inner product of a vector with each: of unit vectors the cosine. */
    public float[] products(float[] vector) {
        float[] products = new float[count];
        int whole = padded(dimension);
        float[] steps = vector.length == whole ? vector : Arrays.copyOf(vector, whole);
        for (int k = 0; k < whole; k += STEP) {
            add(products, steps, k);
        }
        return products;
    }

    /** To whole steps, by zeros. */
    private static int padded(int dimension) {
        return (dimension + STEP - 1) / STEP * STEP;
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
