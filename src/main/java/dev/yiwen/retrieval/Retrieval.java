package dev.yiwen.retrieval;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.Retrieved.Timings;
import dev.yiwen.retrieval.embedding.Embedder;
import dev.yiwen.retrieval.embedding.Encoder;
import dev.yiwen.retrieval.index.Copies;
import dev.yiwen.retrieval.index.LexicalIndex;
import dev.yiwen.retrieval.index.Overlays;
import dev.yiwen.retrieval.index.PassageMirror;
import dev.yiwen.retrieval.index.PassageRow;
import dev.yiwen.retrieval.index.Viewer;
import dev.yiwen.retrieval.ranking.Calibration;
import dev.yiwen.retrieval.ranking.OutOfDate;
import dev.yiwen.retrieval.ranking.Profile;
import dev.yiwen.retrieval.ranking.RankedArticles;
import dev.yiwen.retrieval.ranking.Ranking;
import dev.yiwen.retrieval.ranking.RankingFit;
import dev.yiwen.retrieval.ranking.Reranker;
import dev.yiwen.retrieval.ranking.SearchText;
import dev.yiwen.retrieval.ranking.Shortlist;
import dev.yiwen.retrieval.text.AskingForm;
import dev.yiwen.retrieval.text.Normaliser;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the published articles, valid today, that may answer a query: by meaning and by words. */
@Singleton
public final class Retrieval {
    /** Passages of what is not valid today that are looked at. */
    private static final int OUT_OF_DATE = 12;

    private final Embedder embedder;
    private final Workers workers;
    private final Copies mirror;
    private final Overlays overlays;
    // Null where drafts are laid over the knowledge: what was found before was found in something else.
    private final @Nullable SearchCache cache;
    private final Supplier<LocalDate> today;
    private final Reranker reranker;
    private final RetrievalConfig config;
    private volatile Ranking ranking;
    private final Calibration calibration;

    /** The first stage alone. */
    public enum Only {
        LEXICAL,
        DENSE,
        BLEND;

        double lexicalWeight(double configured) {
            return switch (this) {
                case LEXICAL -> 1;
                case DENSE -> 0;
                case BLEND -> configured;
            };
        }
    }

    /** The models that it asks. */
    @Singleton
    public record Models(Embedder embedder, Reranker reranker) {}

    /** What is live, and what may be laid over it. */
    @Singleton
    public record Indexed(PassageMirror live, Overlays overlays) {}

    @Inject
    public Retrieval(Models models, Workers workers, Indexed indexed, SearchCache cache, RetrievalConfig config) {
        this.embedder = models.embedder();
        this.workers = workers;
        mirror = indexed.live();
        overlays = indexed.overlays();
        this.cache = cache;
        this.reranker = models.reranker();
        this.config = config;
        today = HomeZone::today;
        ranking = Ranking.of(config.ranking());
        calibration = Calibration.of(config.calibration());
    }

    private Retrieval(Retrieval other, Copies mirror, @Nullable SearchCache cache, LocalDate day) {
        this.embedder = other.embedder;
        this.workers = other.workers;
        this.mirror = mirror;
        overlays = other.overlays;
        this.cache = cache;
        this.reranker = other.reranker;
        this.config = other.config;
        today = () -> day;
        ranking = other.ranking;
        calibration = other.calibration;
    }

    /**
     * The same search on another day, with drafts laid over what is live.
     *
     * @param laid revisions in place of the live ones of their articles
     * @param gone articles that are not there
     */
    public Uni<Retrieval> seen(LocalDate day, List<Article> laid, Set<ArticleId> gone) {
        return overlays.of(laid, gone).map(copies -> new Retrieval(this, copies, copies == mirror ? cache : null, day));
    }

    /** The weights that rank. */
    public Ranking ranking() {
        return ranking;
    }

    /** Ranks by others from now on, so that a calibration can be fitted to a ranking that was fitted just now. */
    public void rankBy(Ranking fitted) {
        ranking = fitted;
    }

    /** The weights that say how sure it is. */
    public Calibration calibration() {
        return calibration;
    }

    /**
     * How rare a word, or a pair of Chinese characters, is in what articles say: the rarer, the more it tells. 0 when none
     * says it.
     */
    public double rarity(String term) {
        return mirror.words().known(term);
    }

    /**
     * At most {@code limit} articles, best first. A question in an article's own words needs no embedding, and one that was
     * asked before, of the same knowledge, no search.
     */
    public Uni<Retrieved> search(String query, Set<Audience> visibleTo, int limit) {
        return workers.here(() -> {
            var text = AskingForm.plain(Normaliser.text(query));
            var viewer = viewer(visibleTo);
            var kept = cache;
            return kept == null
                    ? search(text, viewer, limit).map(SearchCache.Fresh::retrieved)
                    : kept.orElse(new SearchCache.Asked(text, viewer, limit), () -> search(text, viewer, limit));
        });
    }

    private Viewer viewer(Set<Audience> visibleTo) {
        return new Viewer(visibleTo, today.get());
    }

    /** The unit vector (512) of a text in the form in which it is searched. */
    public Uni<float[]> meaning(String query) {
        return workers.here(() -> {
            var text = AskingForm.plain(Normaliser.text(query));
            return mirror.current()
                    .emitOn(workers.goOn())
                    .chain(copy -> embedder.embed(copy.spelling().corrected(text)))
                    .map(Encoder.Encoded::sentence);
        });
    }

    private Uni<SearchCache.Fresh> search(String text, Viewer viewer, int limit) {
        var key = Normaliser.key(text);
        if (key.isEmpty() || viewer.audiences().isEmpty()) {
            return Uni.createFrom()
                    .item(new SearchCache.Fresh(
                            new Retrieved(text, List.of(), 0, List.of(), null, Timings.NONE), true));
        }
        long start = System.nanoTime();
        return mirror.current()
                .chain(copy -> copy.passages().exact(key, viewer))
                .emitOn(workers.goOn())
                .chain(exact -> exact.size() == 1
                        ? Uni.createFrom().item(new SearchCache.Fresh(asked(text, exact.getFirst(), start), true))
                        : reranked(compared(text, viewer, config.lexicalWeight()))
                                .chain(it -> told(it, limit).map(told -> new SearchCache.Fresh(told, it.settled()))));
    }

    /** The same without the shortcut for exact questions, by less than all signals: what is each of them worth? */
    public Uni<Retrieved> search(String query, Set<Audience> visibleTo, int limit, Only only) {
        return compared(Normaliser.text(query), viewer(visibleTo), only.lexicalWeight(config.lexicalWeight()))
                .map(it -> it.byFirstStage(limit));
    }

    /**
     * As if some articles were not there, without the shortcut for exact questions: what a question looks like whose answer
     * is missing.
     *
     * @param missing whether the article of a slug is left out
     */
    public Uni<Retrieved> searchWithout(Predicate<String> missing, String query, Set<Audience> visibleTo, int limit) {
        return reranked(compared(
                        Normaliser.text(query),
                        viewer(visibleTo),
                        config.lexicalWeight(),
                        row -> !missing.test(row.slug())))
                .chain(it -> told(it, limit));
    }

    /** What the articles of the shortlist are ranked by, to fit the ranking with; {@code gain} judges a slug. */
    public Uni<RankingFit.Example> example(String query, Set<Audience> visibleTo, ToIntFunction<String> gain) {
        return compared(Normaliser.text(query), viewer(visibleTo), config.lexicalWeight())
                .map(it -> it.example(gain));
    }

    private static Retrieved asked(String text, PassageRow row, long start) {
        var only = new Candidate(
                row.article(), row.slug(), row.title(), row.revision(), row.audience(), row.text(), 1, 0, 1);
        return new Retrieved(text, List.of(only), 1, List.of(), null, new Timings(0, millisSince(start), 0));
    }

    /** Few queries hold a word that may ask for something else: only then words are embedded, and kept. */
    private Uni<Retrieved> told(RankedArticles found, int limit) {
        var substitution = found.substitution();
        if (substitution.isEmpty()) {
            return Uni.createFrom().item(found.retrieved(calibration, limit, substitution));
        }
        var words = Stream.concat(Stream.of(substitution.get().asked()), substitution.get().instead().stream());
        return Uni.join()
                .all(words.map(embedder::embed).toList())
                // One piece of work, on one thread.
                .usingConcurrencyOf(1)
                .andFailFast()
                .map(it -> it.stream().map(Encoder.Encoded::sentence).toList())
                .map(it -> found.retrieved(
                        calibration,
                        limit,
                        substitution.filter(one -> one.isAnother(it.getFirst(), it.subList(1, it.size())))));
    }

    private Uni<RankedArticles> reranked(Uni<RankedArticles> compared) {
        return compared.chain(
                it -> reranker.order(it.query(), it.ranked(), workers.goOn()).map(it::in));
    }

    private Uni<RankedArticles> compared(String text, Viewer viewer, double lexicalWeight) {
        return compared(text, viewer, lexicalWeight, row -> true);
    }

    private Uni<RankedArticles> compared(
            String text, Viewer viewer, double lexicalWeight, Predicate<PassageRow> there) {
        return workers.here(() -> comparedHere(text, viewer, lexicalWeight, there));
    }

    private Uni<RankedArticles> comparedHere(
            String text, Viewer viewer, double lexicalWeight, Predicate<PassageRow> there) {
        long start = System.nanoTime();
        return mirror.current().emitOn(workers.goOn()).chain(copy -> {
            var meant = copy.spelling().corrected(text);
            return embedder.embed(meant)
                    .chain(encoded -> find(
                            new SearchText(meant, encoded), viewer, copy, lexicalWeight, there, millisSince(start)));
        });
    }

    private Uni<RankedArticles> find(
            SearchText query,
            Viewer viewer,
            PassageMirror.Copy copy,
            double lexicalWeight,
            Predicate<PassageRow> there,
            double embedMs) {
        long start = System.nanoTime();
        var words = copy.words().score(query.terms());
        var hits = words.best(config.lexicalPassages()).stream()
                .map(LexicalIndex.Hit::passage)
                .toList();
        var passages = copy.passages();
        return passages.nearest(query.vector(), config.densePassages(), hits, viewer)
                .chain(found -> passages.outOfDate(query.vector(), OUT_OF_DATE, viewer)
                        .emitOn(workers.goOn())
                        .map(outOfDate -> {
                            double searchMs = millisSince(start);
                            var rows = found.stream().filter(there).toList();
                            long ranking = System.nanoTime();
                            var valid = ranked(query, rows, words, lexicalWeight, copy);
                            var others = OutOfDate.near(
                                    outOfDate.stream().filter(there).toList(), rows);
                            var ranked = others.isEmpty()
                                    ? valid
                                    : valid.besides(
                                            ranked(query, joined(rows, others), words, lexicalWeight, copy), others);
                            return ranked.timed(new Timings(embedMs, searchMs, millisSince(ranking)));
                        }));
    }

    private RankedArticles ranked(
            SearchText query,
            List<PassageRow> rows,
            LexicalIndex.Scores words,
            double lexicalWeight,
            PassageMirror.Copy copy) {
        var shortlist = Shortlist.of(rows, words, lexicalWeight, config.shortlist());
        return RankedArticles.of(query, shortlist, Profile.of(rows), ranking, copy.words());
    }

    private static List<PassageRow> joined(List<PassageRow> some, List<PassageRow> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
