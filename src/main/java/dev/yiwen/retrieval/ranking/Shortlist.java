package dev.yiwen.retrieval.ranking;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.retrieval.index.LexicalIndex;
import dev.yiwen.retrieval.index.PassageRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The articles worth a closer look: ranked by the weighted sum of standardised lexical and dense scores, each by its best
 * passage.
 */
public record Shortlist(List<Entry> entries) {

    /** A passage and what the first stage thinks of it. */
    record Scored(PassageRow row, double lexical, double score) {}

    /**
     * An article.
     *
     * @param best its best passage
     * @param question the best of its questions and phrasings, or null
     * @param answer the best piece of its answer, or null
     * @param questions mean score of its three best questions; 0 without any
     * @param answers mean score of its three best pieces; 0 without any
     * @param found all its passages that were found, best first
     */
    record Entry(
            Scored best,
            @Nullable Scored question,
            @Nullable Scored answer,
            double questions,
            double answers,
            List<Scored> found) {

        String slug() {
            return best.row().slug();
        }
    }

    private static final int AVERAGED = 3;

    /** Equal ones in the order of the article's text: ids grow with it. */
    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparingLong(it -> it.row().id());

    public Shortlist {
        entries = List.copyOf(entries);
    }

    /** Best first, at most {@code limit}; equal ones by the articles' names, so that no import's order decides. */
    public static Shortlist of(List<PassageRow> rows, LexicalIndex.Scores words, double lexicalWeight, int limit) {
        double[] lexical = rows.stream().mapToDouble(row -> words.of(row.id())).toArray();
        var dense =
                Standardised.of(rows.stream().mapToDouble(PassageRow::cosine).toArray());
        var lexicals = Standardised.of(lexical);
        Map<ArticleId, List<Scored>> articles = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            double score = lexicalWeight * lexicals.of(lexical[i]) + (1 - lexicalWeight) * dense.of(row.cosine());
            articles.computeIfAbsent(row.article(), it -> new ArrayList<>()).add(new Scored(row, lexical[i], score));
        }
        return new Shortlist(articles.values().stream()
                .map(Shortlist::entry)
                .sorted(byScore(it -> it.best().score(), Entry::slug))
                .limit(limit)
                .toList());
    }

    /** The largest first, equal ones by name. */
    static <T> Comparator<T> byScore(ToDoubleFunction<T> score, Function<T, String> name) {
        return Comparator.comparingDouble(score).reversed().thenComparing(name);
    }

    private static Entry entry(List<Scored> passages) {
        passages.sort(BEST_FIRST);
        var questions =
                passages.stream().filter(it -> it.row().passage().asks()).toList();
        var answers = passages.stream().filter(it -> !it.row().passage().asks()).toList();
        return new Entry(
                passages.getFirst(), first(questions), first(answers), mean(questions), mean(answers), passages);
    }

    private static @Nullable Scored first(List<Scored> passages) {
        return passages.isEmpty() ? null : passages.getFirst();
    }

    private static double mean(List<Scored> passages) {
        return passages.stream()
                .limit(AVERAGED)
                .mapToDouble(Scored::score)
                .average()
                .orElse(0);
    }
}
