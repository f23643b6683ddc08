package dev.yiwen.command.danger;

import dev.yiwen.answer.decision.DangerModel;
import dev.yiwen.triage.emotion.RidgeLogistic;
import dev.yiwen.triage.emotion.SparseRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Fits a logistic of sentences' vectors, and says by folds what it makes of sentences that it has not seen. */
final class DangerFit {
    /** Penalty of the weights' squares; of .3, 1 and 3 the one that told most apart in the folds. */
    private static final double RIDGE = 1;
    /** What a dangerous sentence weighs: there are many calm ones for each. */
    private static final double DANGER_WEIGHS = 3;
    /** One calm sentence in so many may be handed over. */
    private static final int ONE_WRONG_IN = 1000;

    private static final long SEED = 1;

    /** @param vector of length 1 */
    record Sentence(String text, float[] vector, boolean danger) {}

    /** A sentence, and its score by a model that was fitted without it. */
    record Unseen(Sentence sentence, double score) {}

    private DangerFit() {}

    static List<Unseen> byFolds(List<Sentence> sentences, int folds) {
        var order = new ArrayList<>(sentences);
        Collections.shuffle(order, new Random(SEED));
        var unseen = new ArrayList<Unseen>();
        for (int fold = 0; fold < folds; fold++) {
            int left = fold;
            var known = IntStream.range(0, order.size())
                    .filter(i -> i % folds != left)
                    .mapToObj(order::get)
                    .toList();
            double[] weights = weights(known);
            IntStream.range(0, order.size())
                    .filter(i -> i % folds == left)
                    .mapToObj(order::get)
                    .forEach(it -> unseen.add(new Unseen(it, score(it, weights))));
        }
        return unseen;
    }

    /** The least score, not below an even chance, that no more calm sentences reach than may be wrong. */
    static double threshold(List<Unseen> unseen) {
        var calm = unseen.stream()
                .filter(it -> !it.sentence().danger())
                .sorted(Comparator.comparingDouble(Unseen::score).reversed())
                .toList();
        return Math.max(0, calm.get(calm.size() / ONE_WRONG_IN).score());
    }

    static DangerModel of(List<Sentence> sentences, double threshold, String madeFrom, String madeBy) {
        double[] weights = weights(sentences);
        return new DangerModel(
                madeFrom,
                madeBy,
                rounded(threshold),
                rounded(weights[weights.length - 1]),
                Arrays.stream(weights, 0, weights.length - 1)
                        .mapToObj(DangerFit::rounded)
                        .toList());
    }

    /** The bias last. */
    private static double[] weights(List<Sentence> sentences) {
        int width = sentences.getFirst().vector().length;
        int[] columns = IntStream.range(0, width).toArray();
        var rows = new SparseRows(width);
        for (var it : sentences) {
            double[] values =
                    IntStream.range(0, width).mapToDouble(i -> it.vector()[i]).toArray();
            rows.add(columns, values, it.danger(), it.danger() ? DANGER_WEIGHS : 1);
        }
        return RidgeLogistic.fit(rows, RIDGE);
    }

    private static double score(Sentence sentence, double[] weights) {
        double sum = weights[weights.length - 1];
        for (int i = 0; i < sentence.vector().length; i++) {
            sum += weights[i] * sentence.vector()[i];
        }
        return sum;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
