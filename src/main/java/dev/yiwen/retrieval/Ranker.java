package dev.yiwen.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The second stage: looks at each article of the shortlist closely ({@link MatchFeatures} of its best question and of the best
 * piece of its answer) and ranks by a weighted sum of the standardised features.
 */
final class Ranker {
    /** Numbers of one kind of passage: the features, and the mean of the article's three best scores. */
    private static final int BLOCK = MatchFeatures.COUNT + 1;

    /** What an article is ranked by. */
    record Ranked(
            Shortlist.Entry entry,
            @Nullable double[] question,
            @Nullable double[] answer,
            double[] inputs,
            double score) {

        /** The features as they are, of the question where there is one. */
        double[] features() {
            double[] question = question();
            double[] answer = answer();
            return question != null ? question : answer != null ? answer : new double[MatchFeatures.COUNT];
        }

        /** The same, standardised among the articles of the shortlist. */
        double[] standardised() {
            int from = question() == null && inputs.length > BLOCK ? BLOCK : 0;
            double[] standardised = new double[MatchFeatures.COUNT];
            System.arraycopy(inputs, from, standardised, 0, standardised.length);
            return standardised;
        }
    }

    /** Answers are long, and to compare one takes as long as ten questions: the first few of the shortlist must do. */
    private static final int ANSWERS_READ = 30;

    private Ranker() {}

    /** Numbers that an article is ranked by. */
    static int inputs(Profile profile) {
        return profile == Profile.BOTH ? 2 * BLOCK : BLOCK;
    }

    /** Best first. */
    static List<Ranked> rank(SearchText query, Shortlist shortlist, Profile profile, Ranking ranking) {
        var entries = shortlist.entries();
        var questions = features(query, entries, entries.size(), Shortlist.Entry::question);
        var answers = features(query, entries, ANSWERS_READ, Shortlist.Entry::answer);
        var inputs = IntStream.range(0, entries.size())
                .mapToObj(i -> new double[inputs(profile)])
                .toList();
        if (profile != Profile.ANSWERS) {
            fill(inputs, 0, questions, entries, Shortlist.Entry::questions);
        }
        if (profile != Profile.QUESTIONS) {
            fill(inputs, profile == Profile.BOTH ? BLOCK : 0, answers, entries, Shortlist.Entry::answers);
        }
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new Ranked(
                        entries.get(i),
                        questions.get(i),
                        answers.get(i),
                        inputs.get(i),
                        ranking.score(profile, inputs.get(i))))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
    }

    private static List<@Nullable double[]> features(
            SearchText query,
            List<Shortlist.Entry> entries,
            int limit,
            Function<Shortlist.Entry, Shortlist.@Nullable Scored> passage) {
        var passages = new ArrayList<Shortlist.@Nullable Scored>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            passages.add(i < limit ? passage.apply(entries.get(i)) : null);
        }
        var agreements = LateInteraction.of(
                        query.tokens(),
                        passages.stream()
                                .filter(Objects::nonNull)
                                .map(it -> it.row().passage().tokens())
                                .toList())
                .iterator();
        var features = new ArrayList<@Nullable double[]>(entries.size());
        for (var it : passages) {
            features.add(it == null ? null : MatchFeatures.of(query, it.row(), it.lexical(), agreements.next()));
        }
        return features;
    }

    /** An article without a passage of the kind gets the least that any other has. */
    private static void fill(
            List<double[]> inputs,
            int from,
            List<@Nullable double[]> features,
            List<Shortlist.Entry> entries,
            ToDoubleFunction<Shortlist.Entry> mean) {
        var rows = new ArrayList<double[]>();
        var owners = new ArrayList<Integer>();
        for (int i = 0; i < features.size(); i++) {
            double[] row = features.get(i);
            if (row != null) {
                double[] block = new double[BLOCK];
                System.arraycopy(row, 0, block, 0, row.length);
                block[BLOCK - 1] = mean.applyAsDouble(entries.get(i));
                rows.add(block);
                owners.add(i);
            }
        }
        if (rows.size() < 2) {
            return;
        }
        for (int column = 0; column < BLOCK; column++) {
            var standard = Standardised.of(rows, column);
            double least = 0;
            for (int r = 0; r < rows.size(); r++) {
                double value = standard.of(rows.get(r)[column]);
                inputs.get(owners.get(r))[from + column] = value;
                least = Math.min(least, value);
            }
            for (int i = 0; i < inputs.size(); i++) {
                if (features.get(i) == null) {
                    inputs.get(i)[from + column] = least;
                }
            }
        }
    }
}
