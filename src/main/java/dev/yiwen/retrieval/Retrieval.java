package dev.yiwen.retrieval;

import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.Retrieved.Timings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Finds the published articles, valid today, that may answer a query: by meaning and by words. */
@Singleton
public final class Retrieval {
    private final Embedder embedder;
    private final LexicalCache lexical;
    private final PassageSearch passages;
    private final RetrievalConfig config;
    private final Calibration calibration = Calibration.shipped();

    Retrieval(Embedder embedder, LexicalCache lexical, PassageSearch passages, RetrievalConfig config) {
        this.embedder = embedder;
        this.lexical = lexical;
        this.passages = passages;
        this.config = config;
    }

    /** At most {@code limit} articles, best first. A question in an article's own words needs no embedding. */
    public Uni<Retrieved> search(String query, Set<Audience> visibleTo, int limit) {
        var text = Normaliser.text(query);
        var key = Normaliser.key(query);
        if (key.isEmpty() || visibleTo.isEmpty()) {
            return Uni.createFrom().item(new Retrieved(text, List.of(), 0, null, new Timings(0, 0, 0)));
        }
        double weight = config.lexicalWeight();
        long start = System.nanoTime();
        return passages.exact(key, visibleTo)
                .chain(exact -> exact.size() == 1
                        ? Uni.createFrom().item(asked(text, exact.getFirst(), start))
                        : searched(text, visibleTo, limit, weight));
    }

    /**
     * The same without the shortcut for exact questions and with another share of the lexical score, for measuring what
     * each signal is worth: 0 ranks by meaning alone, 1 by words alone.
     */
    public Uni<Retrieved> search(String query, Set<Audience> visibleTo, int limit, double lexicalWeight) {
        return searched(Normaliser.text(query), visibleTo, limit, lexicalWeight);
    }

    private static Retrieved asked(String text, PassageRow row, long start) {
        var only = new Candidate(
                row.article(), row.slug(), row.title(), row.revision(), row.audience(), row.text(), 1, 0, 1);
        return new Retrieved(text, List.of(only), 1, null, new Timings(0, since(start), 0));
    }

    private Uni<Retrieved> searched(String text, Set<Audience> visibleTo, int limit, double lexicalWeight) {
        long start = System.nanoTime();
        return embedder.embed(text)
                .chain(vector -> lexical.current().chain(index -> {
                    double embedMs = since(start);
                    var asked = new Query(text, vector, index.score(Terms.ofQuery(text)), lexicalWeight, embedMs);
                    return find(asked, visibleTo, limit);
                }));
    }

    private record Query(
            String text, float[] vector, LexicalIndex.Scores words, double lexicalWeight, double embedMs) {}

    private Uni<Retrieved> find(Query query, Set<Audience> visibleTo, int limit) {
        long start = System.nanoTime();
        var hits = query.words().best(config.lexicalPassages());
        return passages.nearest(
                        query.vector(),
                        hits.stream().map(LexicalIndex.Hit::passage).toList(),
                        visibleTo)
                .map(rows -> {
                    double searchMs = since(start);
                    long ranking = System.nanoTime();
                    var ranked = Fusion.rank(rows, query.words(), query.lexicalWeight());
                    var best = ranked.subList(0, Math.min(limit, ranked.size()));
                    var signals = ranked.isEmpty() ? null : MatchSignals.of(query.text(), query.words(), ranked);
                    double confidence = signals == null ? 0 : calibration.probability(signals);
                    return new Retrieved(
                            query.text(),
                            best,
                            confidence,
                            signals,
                            new Timings(query.embedMs(), searchMs, since(ranking)));
                });
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
