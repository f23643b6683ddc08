package dev.yiwen.retrieval.embedding;

import java.util.Arrays;
import java.util.List;

/**
 * The tokens of two texts brought together two by two, the nearest first and each only once. Late interaction lets many tokens
 * lean on one; where the same is said twice, each has its own.
 *
 * @param paired sum of the pairs' cosines over the tokens of the longer text
 * @param mutual share of all tokens that are each other's nearest
 */
public record TokenAlignment(double paired, double mutual) {
    private static final TokenAlignment NONE = new TokenAlignment(0, 0);

    public static TokenAlignment of(TokenVectors query, TokenVectors passage) {
        int asked = query.count();
        int said = passage.count();
        if (asked == 0 || said == 0) {
            return NONE;
        }
        float[] cosines = cosines(query, passage);
        boolean[] queryTaken = new boolean[asked];
        boolean[] passageTaken = new boolean[said];
        double sum = 0;
        int left = Math.min(asked, said);
        long[] nearestLast = sorted(cosines);
        for (int at = nearestLast.length - 1; at >= 0 && left > 0; at--) {
            int cell = (int) nearestLast[at];
            int i = cell / said;
            int j = cell % said;
            if (!queryTaken[i] && !passageTaken[j]) {
                queryTaken[i] = true;
                passageTaken[j] = true;
                sum += cosines[cell];
                left--;
            }
        }
        return new TokenAlignment(sum / Math.max(asked, said), 2.0 * mutual(cosines, asked, said) / (asked + said));
    }

    /** Query token by query token, those of the passage side by side. */
    private static float[] cosines(TokenVectors query, TokenVectors passage) {
        int asked = query.count();
        int said = passage.count();
        var beside = TokenMatrix.of(List.of(passage));
        float[] cosines = new float[asked * said];
        float[] row = new float[said];
        for (int i = 0; i < asked; i++) {
            beside.cosines(query, i, row);
            System.arraycopy(row, 0, cosines, i * said, said);
        }
        return cosines;
    }

    /** Places in the table, that of the least cosine first: the cosine's rank in the upper half of a number sorts them. */
    private static long[] sorted(float[] cosines) {
        long[] keys = new long[cosines.length];
        for (int cell = 0; cell < keys.length; cell++) {
            int bits = Float.floatToIntBits(cosines[cell]);
            int rank = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
            keys[cell] = (long) rank << Integer.SIZE | cell;
        }
        Arrays.sort(keys);
        return keys;
    }

    private static int mutual(float[] cosines, int asked, int said) {
        int[] back = new int[said];
        for (int i = 1; i < asked; i++) {
            for (int j = 0; j < said; j++) {
                if (cosines[i * said + j] > cosines[back[j] * said + j]) {
                    back[j] = i;
                }
            }
        }
        int mutual = 0;
        for (int i = 0; i < asked; i++) {
            int nearest = 0;
            for (int j = 1; j < said; j++) {
                nearest = cosines[i * said + j] > cosines[i * said + nearest] ? j : nearest;
            }
            mutual += back[nearest] == i ? 1 : 0;
        }
        return mutual;
    }
}
