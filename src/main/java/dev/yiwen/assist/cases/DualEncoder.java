package dev.yiwen.assist.cases;

/**
 * Two linear maps into one space: where a situation lies close to what was answered in it. Learned by {@link DualTraining}.
 *
 * @param dimension of the space
 * @param contexts a row of {@code dimension} a gram
 * @param responses the same for what is answered
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and not changed once learned.
record DualEncoder(int dimension, float[] contexts, float[] responses) {
    private static final float LEAST = 1e-6f;

    /** A unit vector; nothing but zeroes where no gram is known. */
    float[] context(Sparse grams) {
        float[] vector = new float[dimension];
        encode(grams, contexts, vector, 0);
        return vector;
    }

    float[] response(Sparse grams) {
        float[] vector = new float[dimension];
        encode(grams, responses, vector, 0);
        return vector;
    }

    /** Writes a unit vector at {@code offset}; its length before. */
    float encode(Sparse grams, float[] table, float[] into, int offset) {
        int[] ids = grams.ids();
        for (int k = 0; k < ids.length; k++) {
            add(grams.values()[k], table, ids[k] * dimension, into, offset, dimension);
        }
        double sum = 0;
        for (int d = 0; d < dimension; d++) {
            sum += into[offset + d] * (double) into[offset + d];
        }
        float norm = (float) Math.sqrt(sum) + LEAST;
        for (int d = 0; d < dimension; d++) {
            into[offset + d] /= norm;
        }
        return norm;
    }

    /** into[j…] += factor · from[i…]. A loop that the compiler turns into vector instructions. */
    static void add(float factor, float[] from, int i, float[] into, int j, int length) {
        for (int d = 0; d < length; d++) {
            into[j + d] += factor * from[i + d];
        }
    }

    static double dot(float[] a, int i, float[] b, int j, int length) {
        // Four sums at once: one alone waits for each addition.
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int d = 0; d < length; d += 4) {
            s0 += a[i + d] * b[j + d];
            s1 += a[i + d + 1] * b[j + d + 1];
            s2 += a[i + d + 2] * b[j + d + 2];
            s3 += a[i + d + 3] * b[j + d + 3];
        }
        return s0 + s1 + s2 + s3;
    }
}
