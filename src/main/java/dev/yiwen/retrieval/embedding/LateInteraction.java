package dev.yiwen.retrieval.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Late interaction (Khattab and Zaharia 2020, ColBERT) of one text with many: every token looks for the one that is nearest in
 * the other text.
 */
public final class LateInteraction {
    /** Tokens that are laid side by side: with their 128 bytes each they stay in a processor's second cache. */
    private static final int SIDE_BY_SIDE = 2048;

    /** Tokens of a text's opening. */
    private static final int OPENING = 48;

    /**
     * How well two texts' tokens find each other: means of the best cosine of each token, over all tokens and over the two
     * that fare worst. {@code forward} is from the one text to the other, {@code opening} to its first {@value #OPENING}
     * tokens only. All are 0 when one of the two has no token.
     */
    public record Agreement(
            double forward, double backward, double forwardWeakest, double backwardWeakest, double opening) {
        private static final Agreement NONE = new Agreement(0, 0, 0, 0, 0);
    }

    private final TokenVectors text;
    private final List<Agreement> agreements;

    private LateInteraction(TokenVectors text, int others) {
        this.text = text;
        agreements = new ArrayList<>(others);
    }

    /** With each of the others, in their order. */
    public static List<Agreement> of(TokenVectors text, List<TokenVectors> others) {
        var interaction = new LateInteraction(text, others.size());
        int from = 0;
        int tokens = 0;
        for (int i = 0; i < others.size(); i++) {
            int more = others.get(i).count();
            if (i > from && tokens + more > SIDE_BY_SIDE) {
                interaction.add(others.subList(from, i));
                from = i;
                tokens = 0;
            }
            tokens += more;
        }
        interaction.add(others.subList(from, others.size()));
        return interaction.agreements;
    }

    private void add(List<TokenVectors> others) {
        if (text.count() == 0) {
            others.forEach(it -> agreements.add(Agreement.NONE));
            return;
        }
        var beside = TokenMatrix.of(others);
        int[] ends = beside.ends();
        float[][] forward = new float[ends.length][text.count()];
        float[][] opening = new float[ends.length][text.count()];
        float[] backward = new float[beside.count()];
        Arrays.fill(backward, -1);
        float[] cosines = new float[beside.count()];
        for (int token = 0; token < text.count(); token++) {
            beside.cosines(text, token, cosines);
            keepLarger(backward, cosines);
            int begin = 0;
            for (int i = 0; i < ends.length; i++) {
                int opened = Math.min(ends[i], begin + OPENING);
                opening[i][token] = largest(cosines, begin, opened);
                forward[i][token] = Math.max(opening[i][token], largest(cosines, opened, ends[i]));
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
                                    weakest(backward, begin, end),
                                    mean(opening[i], 0, text.count())));
            begin = end;
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
