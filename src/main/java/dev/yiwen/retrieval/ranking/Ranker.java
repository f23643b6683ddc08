package dev.yiwen.retrieval.ranking;

import dev.yiwen.retrieval.embedding.LateInteraction;
import dev.yiwen.retrieval.index.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The second stage: looks at each article of the shortlist closely ({@link MatchFeatures} of its best question and of the best
 * piece of its answer, of texts alone {@link TextFeatures} too) and ranks by a weighted sum of the standardised features.
 */
public final class Ranker {
    /** Numbers of one kind of passage: the features, and the mean of the article's three best scores. */
    private static final int BLOCK = MatchFeatures.COUNT + 1;

    /** What an article is ranked by. */
    record Ranked(
            Shortlist.Entry entry,
            double @Nullable [] question,
            double @Nullable [] answer,
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
            int from = question() == null && inputs.length == 2 * BLOCK ? BLOCK : 0;
            double[] standardised = new double[MatchFeatures.COUNT];
            System.arraycopy(inputs, from, standardised, 0, standardised.length);
            return standardised;
        }
    }

    /**
     * Answers are long, and to compare one takes as long as ten questions: where there are questions too, or the query is a
     * letter, the first few of the shortlist must do.
     */
    private static final int ANSWERS_READ = 30;

    /** Tokens from which a query is a letter. */
    private static final int LETTER = 64;

    /** A passage that was looked at closely. */
    private record Read(Passage passage, double[] features, LateInteraction.Agreement agreement) {}

    private Ranker() {}

    /** Numbers that an article is ranked by. */
    public static int inputs(Profile profile) {
        return switch (profile) {
            case QUESTIONS -> BLOCK;
            case ANSWERS -> BLOCK + TextFeatures.NAMES.size();
            case BOTH -> 2 * BLOCK;
        };
    }

    /** Best first. */
    public static List<Ranked> rank(SearchText query, Shortlist shortlist, Profile profile, Ranking ranking) {
        var entries = shortlist.entries();
        boolean allAnswers = profile == Profile.ANSWERS && query.tokens().count() < LETTER;
        var questions = read(query, entries, entries.size(), Shortlist.Entry::question);
        var answers = read(query, entries, allAnswers ? entries.size() : ANSWERS_READ, Shortlist.Entry::answer);
        var inputs = IntStream.range(0, entries.size())
                .mapToObj(i -> new double[inputs(profile)])
                .toList();
        if (profile != Profile.ANSWERS) {
            fill(inputs, 0, blocks(questions, entries, Shortlist.Entry::questions));
        }
        if (profile != Profile.QUESTIONS) {
            fill(inputs, profile == Profile.BOTH ? BLOCK : 0, blocks(answers, entries, Shortlist.Entry::answers));
        }
        if (profile == Profile.ANSWERS) {
            fill(inputs, BLOCK, textFeatures(query, answers));
        }
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new Ranked(
                        entries.get(i),
                        features(questions.get(i)),
                        features(answers.get(i)),
                        inputs.get(i),
                        ranking.score(profile, inputs.get(i))))
                .sorted(Shortlist.byScore(Ranked::score, it -> it.entry().slug()))
                .toList();
    }

    private static List<@Nullable Read> read(
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
        var read = new ArrayList<@Nullable Read>(entries.size());
        for (var it : passages) {
            read.add(it == null ? null : read(query, it, agreements.next()));
        }
        return read;
    }

    private static Read read(SearchText query, Shortlist.Scored scored, LateInteraction.Agreement agreement) {
        var features = MatchFeatures.of(query, scored.row(), scored.lexical(), agreement);
        return new Read(scored.row().passage(), features, agreement);
    }

    private static double @Nullable [] features(@Nullable Read read) {
        return read == null ? null : read.features();
    }

    /** The features, and after them the mean of the article's three best scores. */
    private static List<double @Nullable []> blocks(
            List<@Nullable Read> read, List<Shortlist.Entry> entries, ToDoubleFunction<Shortlist.Entry> mean) {
        var blocks = new ArrayList<double @Nullable []>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            double[] features = features(read.get(i));
            if (features == null) {
                blocks.add(null);
            } else {
                double[] block = Arrays.copyOf(features, BLOCK);
                block[BLOCK - 1] = mean.applyAsDouble(entries.get(i));
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static List<double @Nullable []> textFeatures(SearchText query, List<@Nullable Read> read) {
        float[] mean = TextFeatures.mean(
                read.stream().filter(Objects::nonNull).map(Read::passage).toList());
        var features = new ArrayList<double @Nullable []>(read.size());
        for (var it : read) {
            features.add(it == null ? null : TextFeatures.of(query, it.passage(), it.agreement(), mean));
        }
        return features;
    }

    /** An article without a passage of the kind gets the least that any other has. */
    private static void fill(List<double[]> inputs, int from, List<double @Nullable []> blocks) {
        var rows = new ArrayList<double[]>();
        var owners = new ArrayList<Integer>();
        for (int i = 0; i < blocks.size(); i++) {
            double[] block = blocks.get(i);
            if (block != null) {
                rows.add(block);
                owners.add(i);
            }
        }
        if (rows.size() < 2) {
            return;
        }
        for (int column = 0; column < rows.getFirst().length; column++) {
            var standard = Standardised.of(rows, column);
            double least = 0;
            for (int r = 0; r < rows.size(); r++) {
                double value = standard.of(rows.get(r)[column]);
                inputs.get(owners.get(r))[from + column] = value;
                least = Math.min(least, value);
            }
            for (int i = 0; i < inputs.size(); i++) {
                if (blocks.get(i) == null) {
                    inputs.get(i)[from + column] = least;
                }
            }
        }
    }
}
