package dev.yiwen.retrieval.ranking;

import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.retrieval.Retrieved.Timings;
import dev.yiwen.retrieval.index.LexicalIndex;
import dev.yiwen.retrieval.index.PassageRow;
import dev.yiwen.retrieval.text.OutOfVocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A query and the articles that it was compared with, best first.
 *
 * @param outOfDate the article that would come first if it were valid today
 * @param settled whether the same question would get the same order again
 */
public record RankedArticles(
        SearchText query,
        Profile profile,
        List<Ranker.Ranked> ranked,
        Optional<Ranker.Ranked> outOfDate,
        LexicalIndex words,
        Timings timings,
        boolean settled) {

    /** Before the reranker, which may not be there, and without a look at other days. */
    public static RankedArticles of(
            SearchText query, Shortlist shortlist, Profile profile, Ranking by, LexicalIndex words) {
        return new RankedArticles(
                query,
                profile,
                Ranker.rank(query, shortlist, profile, by),
                Optional.empty(),
                words,
                Timings.NONE,
                !query.wordsOnly());
    }

    public RankedArticles in(Reranker.Order order) {
        return new RankedArticles(
                query, profile, order.ranked(), outOfDate, words, timings, settled && order.settled());
    }

    public RankedArticles timed(Timings taken) {
        return new RankedArticles(query, profile, ranked, outOfDate, words, taken, settled);
    }

    /**
     * With the article that would come first on another day.
     *
     * @param onAnyDay these with those that are not valid today
     */
    public RankedArticles besides(RankedArticles onAnyDay, List<PassageRow> outOfDate) {
        var first = onAnyDay.ranked.stream()
                .limit(1)
                .filter(it -> outOfDate.stream()
                        .anyMatch(other ->
                                other.article().equals(it.entry().best().row().article())))
                .findFirst();
        return new RankedArticles(query, profile, ranked, first, words, timings, settled);
    }

    /** A word of the query that may ask for something else than the first article is about. */
    public Optional<WordSubstitution> substitution() {
        return ranked.isEmpty() ? Optional.empty() : WordSubstitution.in(query, ranked);
    }

    /**
     * Strangers ({@link Strangers}) are left out of the competition, and stand behind its winner.
     *
     * @param substitution by which the first article is one
     */
    public Retrieved retrieved(Calibration calibration, int limit, Optional<WordSubstitution> substitution) {
        if (ranked.isEmpty()) {
            return new Retrieved(query.text(), List.of(), 0, List.of(), null, timings);
        }
        var besides = outOfDate
                .flatMap(it -> OutOfDate.conflict(query, ranked.getFirst(), it, words))
                .or(() -> substitution.map(WordSubstitution::conflict));
        var strangers = Strangers.among(query, ranked, besides);
        var competing = ranked.stream().filter(it -> !strangers.holds(it)).toList();
        var first = competing.isEmpty() ? ranked.getFirst() : competing.getFirst();
        var signals = MatchSignals.of(query, competing.isEmpty() ? ranked : competing, profile, words);
        var candidates = Stream.concat(Stream.of(first), ranked.stream().filter(it -> it != first))
                .limit(limit)
                .map(it -> candidate(it.entry(), it.score()))
                .toList();
        double confidence = competing.isEmpty() ? 0 : strangers.confidence(first, probability(calibration, signals));
        return new Retrieved(query.text(), candidates, confidence, strangers.before(first), signals, timings);
    }

    /** Words in common are no proof: where only they were compared, it is no more than a suggestion. */
    private double probability(Calibration calibration, MatchSignals signals) {
        double probability = calibration.probability(signals);
        return query.wordsOnly() ? Math.min(probability, OutOfVocabulary.MOST_CONFIDENCE) : probability;
    }

    /** In the order of the shortlist. */
    public Retrieved byFirstStage(int limit) {
        var candidates = ranked.stream()
                .map(Ranker.Ranked::entry)
                .sorted(Shortlist.byScore(it -> it.best().score(), Shortlist.Entry::slug))
                .limit(limit)
                .map(it -> candidate(it, it.best().score()))
                .toList();
        return new Retrieved(query.text(), candidates, 0, List.of(), null, timings);
    }

    public RankingFit.Example example(ToIntFunction<String> gain) {
        var slugs = ranked.stream().map(it -> it.entry().best().row().slug()).toList();
        return new RankingFit.Example(
                profile,
                slugs,
                ranked.stream().map(Ranker.Ranked::inputs).toList(),
                slugs.stream().map(gain::applyAsInt).toList());
    }

    private static Candidate candidate(Shortlist.Entry entry, double score) {
        var best = entry.best();
        var row = best.row();
        return new Candidate(
                row.article(),
                row.slug(),
                row.title(),
                row.revision(),
                row.audience(),
                row.text(),
                row.cosine(),
                best.lexical(),
                score);
    }
}
