package dev.yiwen.assist.cases;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What was learned from past replies: which answer fits a situation, and which situations were like it. Blocks while it computes. */
public final class ReplyModel {
    /** Common is what lies close to many of these, evenly taken. */
    private static final int SAMPLE = 1_000;

    private static final double SHARPNESS = 8;

    /**
     * A past reply whose situation was alike.
     *
     * @param index in the list that was learned from
     * @param alike cosine of the two situations
     * @param fits cosine of the reply and the situation now
     */
    public record Similar(int index, double alike, double fits) {}

    private final Vocabulary vocabulary;
    private final DualEncoder encoder;
    private final float[][] contexts;
    private final float[][] responses;
    private final float[][] sample;

    private ReplyModel(Vocabulary vocabulary, DualEncoder encoder, float[][] contexts, float[][] responses) {
        this.vocabulary = vocabulary;
        this.encoder = encoder;
        this.contexts = contexts;
        this.responses = responses;
        int every = Math.max(1, responses.length / SAMPLE);
        sample = IntStream.range(0, responses.length)
                .filter(i -> i % every == 0)
                .mapToObj(i -> responses[i])
                .toArray(float[][]::new);
    }

    /** Learns anew; ten thousand replies take some ten seconds of one core. The same replies in the same order give the same model. */
    public static ReplyModel of(List<PastReply> replies) {
        var vocabulary = Vocabulary.of(replies);
        var situations = replies.stream()
                .map(it -> vocabulary.vector(CharacterGrams.ofContext(it.context())))
                .toList();
        var answers = replies.stream()
                .map(it -> vocabulary.vector(CharacterGrams.of(it.response())))
                .toList();
        var encoder = DualTraining.of(vocabulary.size(), situations, answers);
        return new ReplyModel(
                vocabulary,
                encoder,
                situations.stream().map(encoder::context).toArray(float[][]::new),
                answers.stream().map(encoder::response).toArray(float[][]::new));
    }

    /** How many replies it was learned from. */
    public int size() {
        return contexts.length;
    }

    /** The values of {@link ReplyWeights#SIGNALS} for each candidate. */
    public List<double[]> signals(String context, List<String> candidates) {
        var grams = vocabulary.vector(CharacterGrams.ofContext(context));
        float[] situation = encoder.context(grams);
        return candidates.stream()
                .map(candidate -> {
                    var words = vocabulary.vector(CharacterGrams.of(candidate));
                    float[] answer = encoder.response(words);
                    return new double[] {
                        cosine(situation, answer),
                        grams.dot(words),
                        commonness(answer),
                        Math.log1p(CharacterGrams.length(candidate))
                    };
                })
                .toList();
    }

    /** The likeliest first. */
    public List<Similar> nearest(String context, int most) {
        float[] situation = encoder.context(vocabulary.vector(CharacterGrams.ofContext(context)));
        return IntStream.range(0, contexts.length)
                .mapToObj(i -> new Similar(i, cosine(situation, contexts[i]), cosine(situation, responses[i])))
                .sorted(Comparator.comparingDouble(Similar::alike).reversed())
                .limit(most)
                .toList();
    }

    private double commonness(float[] answer) {
        double sum = 0;
        for (float[] other : sample) {
            sum += Math.exp(SHARPNESS * cosine(answer, other));
        }
        return sample.length == 0 ? 0 : Math.log(sum / sample.length);
    }

    private static double cosine(float[] a, float[] b) {
        return DualEncoder.dot(a, 0, b, 0, a.length);
    }
}
