package dev.yiwen.command.bench.scale;

import dev.yiwen.command.Bar;
import dev.yiwen.command.bench.Phrasings;
import dev.yiwen.retrieval.embedding.Embedder;
import io.smallrye.mutiny.Multi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is real: the starter knowledge's questions and phrasings with their vectors. Those of every fourth article are the
 * queries, and nothing is made of them: customers ask about what no passage says in just these words.
 *
 * @param articles the vectors of the other articles
 */
record Anchors(List<List<Anchor>> articles, List<float[]> queries) {
    private static final int HELD_OUT = 4;

    record Anchor(String text, float[] vector) {}

    static Anchors embed(int mostQueries) throws IOException {
        var articles = Phrasings.byArticle();
        var kept = new ArrayList<List<Anchor>>();
        var queries = new ArrayList<float[]>();
        try (var embedder = Embedder.alone();
                var bar = new Bar("Embedding real questions")) {
            bar.begin(articles.size());
            for (var i = 0; i < articles.size(); i++) {
                if (i % HELD_OUT != 0) {
                    kept.add(embed(articles.get(i), embedder));
                } else if (queries.size() < mostQueries) {
                    embed(articles.get(i), embedder).forEach(it -> queries.add(it.vector()));
                }
                bar.step();
            }
        }
        return new Anchors(kept, List.copyOf(queries.subList(0, Math.min(mostQueries, queries.size()))));
    }

    List<Anchor> all() {
        return articles.stream().flatMap(List::stream).toList();
    }

    /** The mean cosine of two phrasings of one article. */
    double likeness() {
        return articles.stream()
                .flatMap(article -> article.stream()
                        .flatMap(one -> article.stream().filter(it -> it != one).map(it -> cosine(one, it))))
                .mapToDouble(it -> it)
                .average()
                .orElse(1);
    }

    /** Of the anchor that is the so-and-so-many-th nearest to a query: the mean over the queries. */
    double nearness(int rank) {
        var all = all();
        return queries.stream()
                .mapToDouble(query -> all.stream()
                        .map(it -> Vector.dot(query, it.vector()))
                        .sorted(Comparator.reverseOrder())
                        .skip(rank - 1L)
                        .findFirst()
                        .orElse(0.0))
                .average()
                .orElse(0);
    }

    private static double cosine(Anchor a, Anchor b) {
        return Vector.dot(a.vector(), b.vector());
    }

    private static List<Anchor> embed(List<String> texts, Embedder embedder) {
        return Multi.createFrom()
                .iterable(texts)
                .onItem()
                .transformToUni(text -> embedder.compute(text).map(vector -> new Anchor(text, vector)))
                .merge(embedder.threads())
                .collect()
                .asList()
                .await()
                .indefinitely();
    }
}
