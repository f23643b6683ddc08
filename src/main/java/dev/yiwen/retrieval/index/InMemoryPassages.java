package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.retrieval.embedding.VectorTable;
import dev.yiwen.retrieval.embedding.Vectors;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All passages in memory, with an exact search by meaning. Where the knowledge is small this takes a fraction of the time
 * that the database needs to be asked, and misses nothing. Immutable: a change makes another one.
 */
final class InMemoryPassages implements Passages {
    /** Steps that a cosine from -1 to 1 is told apart by: a 30th power of two. */
    private static final float ORDERED = 1 << 29;

    static final InMemoryPassages NONE = new InMemoryPassages(Map.of());

    private final Map<ArticleId, List<Passage>> byArticle;
    private final Passage[] all;
    private final Map<Viewer, int[]> seenBy = new ConcurrentHashMap<>();
    private final Map<Viewer, List<Passage>> outOfDate = new ConcurrentHashMap<>();
    private final Map<Long, Integer> byId = new HashMap<>();
    private final Map<String, List<Passage>> byKey = new HashMap<>();
    // Made when it is first wanted: passages come in many steps when an instance starts.
    private volatile @Nullable VectorTable vectors;

    private InMemoryPassages(Map<ArticleId, List<Passage>> byArticle) {
        this.byArticle = byArticle;
        // What is equally near is taken in the order of the articles' names, not in that of an import.
        all = byArticle.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Passage::slug).thenComparingLong(Passage::id))
                .toArray(Passage[]::new);
        for (int i = 0; i < all.length; i++) {
            var passage = all[i];
            byId.put(passage.id(), i);
            if (passage.key() != null) {
                byKey.computeIfAbsent(passage.key(), it -> new ArrayList<>()).add(all[i]);
            }
        }
    }

    /** Without what is {@code gone}, and with the passages of changed articles in place of what was held of them. */
    InMemoryPassages with(Collection<ArticleId> gone, Map<ArticleId, List<Passage>> changed) {
        var articles = new HashMap<>(byArticle);
        articles.keySet().removeAll(gone);
        articles.putAll(changed);
        return new InMemoryPassages(articles);
    }

    @Override
    public Uni<List<PassageRow>> exact(String key, Viewer viewer) {
        var first = new LinkedHashMap<ArticleId, PassageRow>();
        for (Passage held : byKey.getOrDefault(key, List.of())) {
            if (viewer.sees(held)) {
                first.putIfAbsent(held.article(), held.withCosine(1));
            }
        }
        return Uni.createFrom().item(List.copyOf(first.values()));
    }

    @Override
    public Uni<List<PassageRow>> nearest(float[] vector, int count, List<Long> others, Viewer viewer) {
        float[] cosines = vectors().products(vector);
        var wanted = new BitSet(all.length);
        best(cosines, count, seenBy(viewer), wanted);
        for (long id : others) {
            var held = byId.get(id);
            if (held != null && viewer.sees(all[held])) {
                wanted.set(held);
            }
        }
        return Uni.createFrom()
                .item(wanted.stream()
                        .mapToObj(i -> all[i].withCosine(cosines[i]))
                        .toList());
    }

    /** There are few of them. */
    @Override
    public Uni<List<PassageRow>> outOfDate(float[] vector, int count, Viewer viewer) {
        return Uni.createFrom()
                .item(
                        outOfDate
                                .computeIfAbsent(
                                        viewer,
                                        it -> Stream.of(all)
                                                .filter(it::seesOnAnotherDay)
                                                .toList())
                                .stream()
                                .map(it -> it.withCosine(Vectors.product(it.vector(), vector)))
                                .sorted(Comparator.comparingDouble(PassageRow::cosine)
                                        .reversed())
                                .limit(count)
                                .toList());
    }

    /** Marks the {@code count} with the largest cosines. */
    private static void best(float[] cosines, int count, int[] seen, BitSet marked) {
        // The cosine, made a number that sorts alike, stands above the passage's place.
        long[] sorted = new long[seen.length];
        for (int i = 0; i < seen.length; i++) {
            sorted[i] = (long) ((cosines[seen[i]] + 1) * ORDERED) << Integer.SIZE | seen[i];
        }
        Arrays.sort(sorted);
        for (int i = Math.max(0, sorted.length - count); i < sorted.length; i++) {
            marked.set((int) sorted[i]);
        }
    }

    /** There are few kinds of viewers: as many as audiences, and another day each day. */
    private int[] seenBy(Viewer viewer) {
        return seenBy.computeIfAbsent(
                viewer,
                it -> IntStream.range(0, all.length)
                        .filter(i -> it.sees(all[i]))
                        .toArray());
    }

    private VectorTable vectors() {
        var known = vectors;
        if (known == null) {
            known = new VectorTable(Stream.of(all).map(Passage::vector).toList());
            vectors = known;
        }
        return known;
    }
}
