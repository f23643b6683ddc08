package dev.yiwen.retrieval.ranking;

import dev.yiwen.retrieval.embedding.LateInteraction;
import dev.yiwen.retrieval.index.Passage;
import java.util.List;

/**
 * What more is read where articles are known by texts alone, for which {@link MatchFeatures} say too little; their order is
 * that of {@link #NAMES}.
 */
final class TextFeatures {
    /**
     * cosine of the vectors after the mean of the shortlist's was taken from each: what all candidates have in common tells
     * nothing · cosine of the means of the token vectors · late interaction from the query to the text's opening, where a
     * reply says what it replies to
     */
    static final List<String> NAMES = List.of("centred", "gist", "opening");

    private static final double LEAST = 1e-9;

    private TextFeatures() {}

    /** {@code mean} is that of the vectors of the shortlist. */
    static double[] of(SearchText query, Passage text, LateInteraction.Agreement agreement, float[] mean) {
        return new double[] {
            centredCosine(query.vector(), text.vector(), mean),
            product(query.tokens().gist(), text.tokens().gist()),
            agreement.opening()
        };
    }

    /** Of the texts' vectors. */
    static float[] mean(List<Passage> texts) {
        var mean = new float[texts.isEmpty() ? 0 : texts.getFirst().vector().length];
        for (var text : texts) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += text.vector()[k] / texts.size();
            }
        }
        return mean;
    }

    private static double centredCosine(float[] a, float[] b, float[] mean) {
        float ab = 0;
        float aa = 0;
        float bb = 0;
        for (int k = 0; k < mean.length; k++) {
            float x = a[k] - mean[k];
            float y = b[k] - mean[k];
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }
        return ab / Math.sqrt(Math.max((double) aa * bb, LEAST));
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
