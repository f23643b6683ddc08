package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.ArticleId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Drafts laid over what is live: their passages stand in place of what is held of their articles. Nothing is written, wherever
 * the passages below are kept.
 *
 * @param hidden articles of which nothing below is seen
 */
record OverlaidPassages(Passages below, InMemoryPassages laid, Set<ArticleId> hidden) implements Passages {
    /** Passages that one article may have among the nearest. */
    private static final int OF_ONE_ARTICLE = 8;

    private static final int MOST_MORE = 400;

    @Override
    public Uni<List<PassageRow>> exact(String key, Viewer viewer) {
        return both(below.exact(key, viewer), laid.exact(key, viewer));
    }

    @Override
    public Uni<List<PassageRow>> nearest(float[] vector, int count, List<Long> others, Viewer viewer) {
        return both(
                below.nearest(
                        vector,
                        count + more(),
                        others.stream().filter(it -> it >= 0).toList(),
                        viewer),
                laid.nearest(vector, count, others.stream().filter(it -> it < 0).toList(), viewer),
                count,
                others);
    }

    @Override
    public Uni<List<PassageRow>> outOfDate(float[] vector, int count, Viewer viewer) {
        return both(
                below.outOfDate(vector, count + more(), viewer),
                laid.outOfDate(vector, count, viewer),
                count,
                List.of());
    }

    /** So that enough are left where the nearest are hidden. */
    private int more() {
        return Math.min(MOST_MORE, hidden.size() * OF_ONE_ARTICLE);
    }

    private Uni<List<PassageRow>> both(Uni<List<PassageRow>> live, Uni<List<PassageRow>> drafts) {
        return Uni.combine()
                .all()
                .unis(live, drafts)
                .with((some, more) -> Stream.concat(some.stream().filter(this::isSeen), more.stream())
                        .toList());
    }

    /** The nearest of both, as many as are wanted of one. */
    private Uni<List<PassageRow>> both(
            Uni<List<PassageRow>> live, Uni<List<PassageRow>> drafts, int count, List<Long> others) {
        return both(live, drafts).map(rows -> {
            var nearest = rows.stream()
                    .sorted(Comparator.comparingDouble(PassageRow::cosine).reversed())
                    .limit(count)
                    .toList();
            var wanted = Set.copyOf(others);
            var kept = Set.copyOf(nearest);
            return rows.stream()
                    .filter(it -> kept.contains(it) || wanted.contains(it.id()))
                    .toList();
        });
    }

    private boolean isSeen(PassageRow row) {
        return !hidden.contains(row.article());
    }
}
