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
    private final PassageMirror mirror;
    private final Repeated repeated;
    private final RetrievalConfig config;
    private final Calibration calibration = Calibration.shipped();

    Retrieval(Embedder embedder, PassageMirror mirror, Repeated repeated, RetrievalConfig config) {
        this.embedder = embedder;
        this.mirror = mirror;
        this.repeated = repeated;
        this.config = config;
    }

    /**
     * At most {@code limit} articles, best first. A question in an article's own words needs no embedding, and one that was
     * asked before, of the same knowledge, no search.
     */
    public Uni<Retrieved> search(String query, Set<Audience> visibleTo, int limit) {
        var text = Normaliser.text(query);
        var viewer = Viewer.today(visibleTo);
        return repeated.orElse(new Repeated.Asked(text, viewer, limit), () -> search(text, viewer, limit));
    }

    private Uni<Retrieved> search(String text, Viewer viewer, int limit) {
        var key = Normaliser.key(text);
        if (key.isEmpty() || viewer.audiences().isEmpty()) {
            return Uni.createFrom().item(new Retrieved(text, List.of(), 0, null, Timings.NONE));
        }
        long start = System.nanoTime();
        return mirror.current()
                .chain(copy -> copy.passages().exact(key, viewer))
                .chain(exact -> exact.size() == 1
                        ? Uni.createFrom().item(asked(text, exact.getFirst(), start))
                        : searched(text, viewer, limit, config.lexicalWeight()));
    }

    /**
     * The same without the shortcut for exact questions and with another share of the lexical score, for measuring what
     * each signal is worth: 0 ranks by meaning alone, 1 by words alone.
     */
    public Uni<Retrieved> search(String query, Set<Audience> visibleTo, int limit, double lexicalWeight) {
        return searched(Normaliser.text(query), Viewer.today(visibleTo), limit, lexicalWeight);
    }

    private static Retrieved asked(String text, PassageRow row, long start) {
        var only = new Candidate(
                row.article(), row.slug(), row.title(), row.revision(), row.audience(), row.text(), 1, 0, 1);
        return new Retrieved(text, List.of(only), 1, null, new Timings(0, since(start), 0));
    }

    private Uni<Retrieved> searched(String text, Viewer viewer, int limit, double lexicalWeight) {
        long start = System.nanoTime();
        return embedder.embed(text)
                .chain(vector -> mirror.current().chain(copy -> {
                    var query = new Query(text, vector, viewer, limit, lexicalWeight, since(start));
                    return find(query, copy);
                }));
    }

    private record Query(String text, float[] vector, Viewer viewer, int limit, double lexicalWeight, double embedMs) {}

    private Uni<Retrieved> find(Query query, PassageMirror.Copy copy) {
        long start = System.nanoTime();
        var words = copy.words().score(Terms.ofQuery(query.text()));
        var hits = words.best(config.lexicalPassages()).stream()
                .map(LexicalIndex.Hit::passage)
                .toList();
        return copy.passages()
                .nearest(query.vector(), config.densePassages(), hits, query.viewer())
                .map(rows -> rank(query, words, rows, since(start)));
    }

    private Retrieved rank(Query query, LexicalIndex.Scores words, List<PassageRow> rows, double searchMs) {
        long start = System.nanoTime();
        var ranked = Fusion.rank(rows, words, query.lexicalWeight());
        var best = ranked.subList(0, Math.min(query.limit(), ranked.size()));
        var signals = ranked.isEmpty() ? null : MatchSignals.of(query.text(), words, ranked);
        double confidence = signals == null ? 0 : calibration.probability(signals);
        return new Retrieved(
                query.text(), best, confidence, signals, new Timings(query.embedMs(), searchMs, since(start)));
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
