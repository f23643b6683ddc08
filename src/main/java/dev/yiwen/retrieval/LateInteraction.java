package dev.yiwen.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Late interaction (Khattab and Zaharia 2020, ColBERT) of one text with many: every token looks for the one that is nearest in
 * the other text. The others' tokens are laid side by side, so that the inner loop runs over hundreds of neighbours in memory
 * and not over the dozen tokens of one question, for which a processor's wide registers are too long.
 */
final class LateInteraction {
    /** Tokens that are laid side by side: with their 128 bytes each they stay in a processor's second cache. */
    private static final int SIDE_BY_SIDE = 2048;

    /** Components that one pass over the tokens takes: more would wait for registers. */
    private static final int STEP = 4;

    /**
     * How well two texts' tokens find each other: means of the best cosine of each token, over all tokens and over the two
     * that fare worst. {@code forward} is from the one text to the other. All are 0 when one of the two has no token.
     */
    record Agreement(double forward, double backward, double forwardWeakest, double backwardWeakest) {
        private static final Agreement NONE = new Agreement(0, 0, 0, 0);
    }

    private final TokenVectors text;
    private final List<Agreement> agreements;

    private LateInteraction(TokenVectors text, int others) {
        this.text = text;
        agreements = new ArrayList<>(others);
    }

    /** With each of the others, in their order. */
    static List<Agreement> of(TokenVectors text, List<TokenVectors> others) {
        var interaction = new LateInteraction(text, others.size());
        int from = 0;
        int tokens = 0;
        for (int i = 0; i < others.size(); i++) {
            int more = others.get(i).count();
            if (i > from && tokens + more > SIDE_BY_SIDE) {
                interaction.add(others.subList(from, i), tokens);
                from = i;
                tokens = 0;
            }
            tokens += more;
        }
        interaction.add(others.subList(from, others.size()), tokens);
        return interaction.agreements;
    }

    private void add(List<TokenVectors> others, int tokens) {
        if (text.count() == 0) {
            others.forEach(it -> agreements.add(Agreement.NONE));
            return;
        }
        byte[] components = new byte[tokens * TokenVectors.DIMENSION];
        float[] inverseLengths = new float[tokens];
        int[] ends = new int[others.size()];
        int at = 0;
        for (int i = 0; i < ends.length; i++) {
            var other = others.get(i);
            other.layInto(components, inverseLengths, at);
            at += other.count();
            ends[i] = at;
        }
        float[][] forward = new float[ends.length][text.count()];
        float[] backward = new float[tokens];
        Arrays.fill(backward, -1);
        float[] cosines = new float[tokens];
        for (int token = 0; token < text.count(); token++) {
            cosines(token, components, inverseLengths, cosines);
            keepLarger(backward, cosines);
            int begin = 0;
            for (int i = 0; i < ends.length; i++) {
                forward[i][token] = largest(cosines, begin, ends[i]);
                begin = ends[i];
            }
        }
        int begin = 0;
        for (int i = 0; i < ends.length; i++) {
            int end = ends[i];
            agreements.add(
                    begin == end
                            ? Agreement.NONE
                            : new Agreement(
                                    mean(forward[i], 0, text.count()),
                                    mean(backward, begin, end),
                                    weakest(forward[i], 0, text.count()),
                                    weakest(backward, begin, end)));
            begin = end;
        }
    }

    /** Of one token of the text with all that are laid side by side. */
    private void cosines(int token, byte[] components, float[] inverseLengths, float[] cosines) {
        float[] units = text.units();
        int count = text.count();
        Arrays.fill(cosines, 0);
        for (int k = 0; k < TokenVectors.DIMENSION; k += STEP) {
            addProducts(cosines, components, k * cosines.length, units, k * count + token, count);
        }
        for (int j = 0; j < cosines.length; j++) {
            cosines[j] *= inverseLengths[j];
        }
    }

    /** Adds the products of {@value #STEP} components, which stand {@code stride} apart in {@code units}. */
    private static void addProducts(float[] sums, byte[] components, int first, float[] units, int at, int stride) {
        float a = units[at];
        float b = units[at + stride];
        float c = units[at + 2 * stride];
        float d = units[at + 3 * stride];
        int second = first + sums.length;
        int third = second + sums.length;
        int fourth = third + sums.length;
        for (int j = 0; j < sums.length; j++) {
            sums[j] += a * components[first + j]
                    + b * components[second + j]
                    + c * components[third + j]
                    + d * components[fourth + j];
        }
    }

    private static void keepLarger(float[] kept, float[] values) {
        for (int j = 0; j < kept.length; j++) {
            kept[j] = Math.max(kept[j], values[j]);
        }
    }

    private static float largest(float[] values, int begin, int end) {
        float largest = -1;
        for (int j = begin; j < end; j++) {
            largest = Math.max(largest, values[j]);
        }
        return largest;
    }

    private static double mean(float[] values, int begin, int end) {
        double sum = 0;
        for (int j = begin; j < end; j++) {
            sum += values[j];
        }
        return sum / (end - begin);
    }

    /** The mean of the two least, or the one. */
    private static double weakest(float[] values, int begin, int end) {
        float least = Float.POSITIVE_INFINITY;
        float next = Float.POSITIVE_INFINITY;
        for (int j = begin; j < end; j++) {
            float it = values[j];
            if (it < least) {
                next = least;
                least = it;
            } else if (it < next) {
                next = it;
            }
        }
        return end - begin > 1 ? ((double) least + next) / 2 : least;
    }
}
