package dev.yiwen.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Ranks articles by the weighted sum of standardised lexical and dense scores; each article by its best passage. */
final class Fusion {

    /** An article's best values over its passages. */
    private record Best(PassageRow passage, double dense, double lexical) {
        Best and(Best other) {
            return new Best(
                    other.dense > dense ? other.passage : passage,
                    Math.max(dense, other.dense),
                    Math.max(lexical, other.lexical));
        }
    }

    private Fusion() {}

    static List<Candidate> rank(List<PassageRow> rows, LexicalIndex.Scores lexical, double lexicalWeight) {
        var articles = new LinkedHashMap<Object, Best>();
        rows.forEach(
                row -> articles.merge(row.article(), new Best(row, row.cosine(), lexical.of(row.id())), Best::and));
        var all = new ArrayList<>(articles.values());
        var dense = standard(all, Best::dense);
        var words = standard(all, Best::lexical);
        return all.stream()
                .map(it -> candidate(
                        it, lexicalWeight * words.applyAsDouble(it) + (1 - lexicalWeight) * dense.applyAsDouble(it)))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed())
                .toList();
    }

    /** Scores as distances from their mean in standard deviations; 0 for all when they are equal. */
    private static ToDoubleFunction<Best> standard(List<Best> all, ToDoubleFunction<Best> score) {
        double mean = all.stream().mapToDouble(score).average().orElse(0);
        double variance = all.stream()
                .mapToDouble(score)
                .map(it -> (it - mean) * (it - mean))
                .average()
                .orElse(0);
        double deviation = Math.sqrt(variance);
        return it -> deviation < 1e-9 ? 0 : (score.applyAsDouble(it) - mean) / deviation;
    }

    private static Candidate candidate(Best best, double score) {
        var row = best.passage();
        return new Candidate(
                row.article(),
                row.slug(),
                row.title(),
                row.revision(),
                row.audience(),
                row.text(),
                best.dense(),
                best.lexical(),
                score);
    }
}
