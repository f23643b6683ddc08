package dev.yiwen.triage.emotion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fits how the lines of conversations are read, and what the lines before add. */
public final class TalkFit {
    private static final int FOLDS = 5;
    private static final double RIDGE = 3;
    private static final double KEENNESS = 0.5;
    private static final double SMOOTHING = 1;
    private static final double IN_BREATH = 0.65;
    private static final int BREATH = 8;

    private record Line(String speaker, int[] grams, double alone, boolean angry) {}

    private TalkFit() {}

    /** The same model with another reading of conversations, each of which is oldest first. */
    public static Emotion of(Emotion model, List<List<Labelled>> conversations, FitNote note) {
        var talks = conversations.stream()
                .map(talk -> talk.stream().map(it -> line(it, model)).toList())
                .toList();
        double[][] unseen = new double[talks.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            double[] weights = weights(IntStream.range(0, talks.size())
                    .filter(i -> i % FOLDS != left)
                    .mapToObj(talks::get)
                    .toList());
            for (int i = fold; i < talks.size(); i += FOLDS) {
                unseen[i] = talks.get(i).stream()
                        .mapToDouble(it -> GramRows.score(weights, it.grams()))
                        .toArray();
            }
        }
        var moments = Moments.of(IntStream.range(0, unseen.length)
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(unseen[i]))
                .toArray());
        var rows = new ArrayList<double[]>();
        var labels = new ArrayList<Boolean>();
        for (int i = 0; i < talks.size(); i++) {
            for (int k = 0; k < talks.get(i).size(); k++) {
                rows.add(course(talks.get(i).subList(0, k + 1), unseen[i], moments));
                labels.add(talks.get(i).get(k).angry());
            }
        }
        var certainty = CertaintyFit.of(note, SpeakerContext.SIGNS, rows, labels);
        var inTalk = GramWeights.of(note, weights(talks), moments);
        return new Emotion(Emotion.VERSION, model.alone(), model.ofText(), inTalk, certainty);
    }

    private static Line line(Labelled labelled, Emotion model) {
        int[] grams = Grams.of(labelled.words());
        return new Line(labelled.speaker(), grams, model.alone().of(grams), labelled.angry());
    }

    private static double[] course(List<Line> talk, double[] scores, Moments moments) {
        var lines = new ArrayList<SpeakerContext.Line>();
        for (int i = 0; i < talk.size(); i++) {
            lines.add(new SpeakerContext.Line(
                    talk.get(i).speaker().equals(talk.getLast().speaker()),
                    new TextScores(talk.get(i).alone(), moments.standard(scores[i]))));
        }
        return SpeakerContext.of(lines);
    }

    /** A mood lasts for a breath: each line is fitted together with those that the same person said just before it. */
    private static double[] weights(List<List<Line>> talks) {
        var rows = new GramRows(KEENNESS, SMOOTHING);
        for (var talk : talks) {
            for (int k = 0; k < talk.size(); k++) {
                var breath = new ArrayList<int[]>();
                for (int i = k;
                        i >= 0
                                && i > k - BREATH
                                && talk.get(i).speaker().equals(talk.get(k).speaker());
                        i--) {
                    breath.add(talk.get(i).grams());
                }
                rows.add(breath, IN_BREATH, talk.get(k).angry(), 1);
            }
        }
        return rows.fit(RIDGE);
    }
}
