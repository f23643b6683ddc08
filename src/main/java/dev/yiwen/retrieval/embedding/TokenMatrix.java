package dev.yiwen.retrieval.embedding;

import java.util.Arrays;
import java.util.List;

/**
 * The tokens of several texts, one text after the other, component by component. A comparison's inner loop then runs over
 * hundreds of neighbours in memory and not over the dozen tokens of one question, for which a processor's wide registers are too
 * long.
 *
 * @param inverseLengths of the tokens' vectors
 * @param ends where each text's tokens end
 */
record TokenMatrix(byte[] components, float[] inverseLengths, int[] ends) {
    /** Components that one pass over the tokens takes: more would wait for registers. */
    private static final int STEP = 4;

    static TokenMatrix of(List<TokenVectors> texts) {
        int count = texts.stream().mapToInt(TokenVectors::count).sum();
        byte[] components = new byte[count * TokenVectors.DIMENSION];
        float[] inverseLengths = new float[count];
        int[] ends = new int[texts.size()];
        int at = 0;
        for (int i = 0; i < ends.length; i++) {
            var text = texts.get(i);
            text.layInto(components, inverseLengths, at);
            at += text.count();
            ends[i] = at;
        }
        return new TokenMatrix(components, inverseLengths, ends);
    }

    /** How many tokens there are in all. */
    int count() {
        return inverseLengths.length;
    }

    /** Fills in the cosine of one token of a text with each. */
    void cosines(TokenVectors text, int token, float[] cosines) {
        float[] units = text.units();
        Arrays.fill(cosines, 0);
        for (int k = 0; k < TokenVectors.DIMENSION; k += STEP) {
            addProducts(cosines, k * cosines.length, units, k * text.count() + token, text.count());
        }
        for (int j = 0; j < cosines.length; j++) {
            cosines[j] *= inverseLengths[j];
        }
    }

    /** Adds the products of {@value #STEP} components, which stand {@code stride} apart in {@code units}. */
    private void addProducts(float[] sums, int first, float[] units, int at, int stride) {
        float a = units[at];
        float b = units[at + stride];
        float c = units[at + 2 * stride];
        float d = units[at + 3 * stride];
        int second = first + sums.length;
        int third = second + sums.length;
        int fourth = third + sums.length;
        byte[] all = components;
        for (int j = 0; j < sums.length; j++) {
            sums[j] += a * all[first + j] + b * all[second + j] + c * all[third + j] + d * all[fourth + j];
        }
    }
}
