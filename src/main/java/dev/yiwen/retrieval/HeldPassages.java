package dev.yiwen.retrieval;

import dev.yiwen.knowledge.ArticleId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All passages in memory, with an exact search by meaning. Where the knowledge is small this takes a fraction of the time
 * that the database needs to be asked, and misses nothing. Immutable: a change makes another one.
 */
final class HeldPassages implements Passages {
    static final HeldPassages NONE = new HeldPassages(Map.of());

    /** A passage with its vector, of length 1. */
    record Held(Passage passage, float[] vector) {}

    private final Map<ArticleId, List<Held>> byArticle;
    private final List<Held> all;
    private final Map<Viewer, Held[]> seenBy = new ConcurrentHashMap<>();
    private final Map<Long, Held> byId = new HashMap<>();
    private final Map<String, List<Held>> byKey = new HashMap<>();

    private HeldPassages(Map<ArticleId, List<Held>> byArticle) {
        this.byArticle = byArticle;
        all = byArticle.values().stream().flatMap(List::stream).toList();
        for (Held held : all) {
            byId.put(held.passage().id(), held);
            if (held.passage().key() != null) {
                byKey.computeIfAbsent(held.passage().key(), it -> new ArrayList<>())
                        .add(held);
            }
        }
    }

    /** Without what is {@code gone}, and with the passages of changed articles in place of what was held of them. */
    HeldPassages with(Collection<ArticleId> gone, Map<ArticleId, List<Held>> changed) {
        var articles = new HashMap<>(byArticle);
        articles.keySet().removeAll(gone);
        articles.putAll(changed);
        return new HeldPassages(articles);
    }

    @Override
    public Uni<List<PassageRow>> exact(String key, Viewer viewer) {
        var first = new LinkedHashMap<ArticleId, PassageRow>();
        for (Held held : byKey.getOrDefault(key, List.of())) {
            if (viewer.sees(held.passage())) {
                first.putIfAbsent(held.passage().article(), held.passage().withCosine(1));
            }
        }
        return Uni.createFrom().item(List.copyOf(first.values()));
    }

    @Override
    public Uni<List<PassageRow>> nearest(float[] vector, int count, List<Long> others, Viewer viewer) {
        var rows = new LinkedHashMap<Long, PassageRow>();
        best(vector, count, viewer).forEach(row -> rows.put(row.id(), row));
        for (long id : others) {
            var held = byId.get(id);
            if (held != null && viewer.sees(held.passage())) {
                rows.computeIfAbsent(id, it -> held.passage().withCosine(cosine(vector, held.vector())));
            }
        }
        return Uni.createFrom().item(List.copyOf(rows.values()));
    }

    private Collection<PassageRow> best(float[] vector, int count, Viewer viewer) {
        var best = new PriorityQueue<PassageRow>(count + 1, Comparator.comparingDouble(PassageRow::cosine));
        for (Held held : seenBy(viewer)) {
            float cosine = cosine(vector, held.vector());
            if (best.size() < count) {
                best.add(held.passage().withCosine(cosine));
            } else if (cosine > best.element().cosine()) {
                best.remove();
                best.add(held.passage().withCosine(cosine));
            }
        }
        return best;
    }

    /** There are few kinds of viewers: as many as audiences, and another day each day. */
    private Held[] seenBy(Viewer viewer) {
        return seenBy.computeIfAbsent(
                viewer,
                it -> all.stream().filter(held -> it.sees(held.passage())).toArray(Held[]::new));
    }

    /** Of unit vectors. Eight sums at once keep the processor's units busy: one sum would wait for itself. */
    static float cosine(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        for (int i = 0; i < Encoder.DIMENSION; i += 8) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
            s4 += a[i + 4] * b[i + 4];
            s5 += a[i + 5] * b[i + 5];
            s6 += a[i + 6] * b[i + 6];
            s7 += a[i + 7] * b[i + 7];
        }
        return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
    }
}
