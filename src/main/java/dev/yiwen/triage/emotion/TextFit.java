package dev.yiwen.triage.emotion;

import java.util.ArrayList;
import java.util.List;

/** Fits how a text is read by itself. */
public final class TextFit {
    private static final int FOLDS = 5;
    private static final double RIDGE = 1;
    private static final double KEENNESS = 0.7;
    private static final double SMOOTHING = 1;
    private static final double OWN_KEENNESS = 0.5;
    private static final double OWN = 0.5;
    // Chosen on random halves: texts of the subject that is read later are fewer and tell more.
    private static final double TARGET = 8;

    private record Text(int[] grams, boolean angry) {
        static Text of(Labelled labelled) {
            return new Text(Grams.of(labelled.words()), labelled.angry());
        }
    }

    private TextFit() {}

    /**
     * The same model with another reading of texts.
     *
     * @param others texts of other subjects, which may be none
     * @param target texts of the subject that is read later
     */
    public static Emotion of(Emotion model, List<Labelled> others, List<Labelled> target, FitNote note) {
        var far = others.stream().map(Text::of).toList();
        var near = target.stream().map(Text::of).toList();
        double[] unseen = new double[near.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            var kept = new ArrayList<Text>();
            for (int i = 0; i < near.size(); i++) {
                if (i % FOLDS != fold) {
                    kept.add(near.get(i));
                }
            }
            double[] weights = weights(far, kept);
            for (int i = fold; i < near.size(); i += FOLDS) {
                unseen[i] = GramRows.score(weights, near.get(i).grams());
            }
        }
        var moments = Moments.of(unseen);
        var rows = new ArrayList<double[]>();
        for (double it : unseen) {
            rows.add(new double[] {moments.standard(it)});
        }
        var certainty = CertaintyFit.of(
                note, List.of("alone"), rows, near.stream().map(Text::angry).toList());
        var alone = GramWeights.of(note, weights(far, near), moments);
        return new Emotion(Emotion.VERSION, alone, certainty, model.inTalk(), model.ofCourse());
    }

    /** Fitted on all texts, and for a part on those of the subject alone, which no other subject leads astray. */
    private static double[] weights(List<Text> far, List<Text> near) {
        double[] weights = weights(far, near, KEENNESS);
        double[] own = weights(List.of(), near, OWN_KEENNESS);
        for (int i = 0; i < weights.length; i++) {
            weights[i] += OWN * own[i];
        }
        return weights;
    }

    private static double[] weights(List<Text> far, List<Text> near, double keenness) {
        var rows = new GramRows(keenness, SMOOTHING);
        far.forEach(it -> rows.add(List.of(it.grams()), 1, it.angry(), 1));
        near.forEach(it -> rows.add(List.of(it.grams()), 1, it.angry(), TARGET));
        return rows.fit(RIDGE);
    }
}
