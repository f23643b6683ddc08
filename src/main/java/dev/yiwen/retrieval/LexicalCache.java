package dev.yiwen.retrieval;

import dev.yiwen.knowledge.KnowledgeVersion;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this instance's {@link LexicalIndex} at the knowledge's version: when that moved, it compares what the table holds
 * with what the index holds and reads the articles that differ.
 */
@Singleton
final class LexicalCache {
    private static final String HELD = "select article_id, max(id) as newest from passage group by article_id";
    private static final String PASSAGES =
            "select id, article_id, text from passage where article_id = any($1) order by id";
    private static final int BATCH = 500;

    private final Pool pool;
    private final KnowledgeVersion knowledge;
    private final LexicalIndex index = new LexicalIndex();
    private final Map<UUID, Long> newestOfArticle = new HashMap<>();
    private final AtomicReference<@Nullable Uni<Void>> running = new AtomicReference<>();
    private volatile long version = -1;

    LexicalCache(Pool pool, KnowledgeVersion knowledge) {
        this.pool = pool;
        this.knowledge = knowledge;
    }

    /** The dictionary takes a second to load, which the first customer should not wait for. */
    void start(@Observes StartupEvent event) {
        Infrastructure.getDefaultWorkerPool().execute(() -> Terms.ofQuery("预热"));
    }

    /** The index, at least as new as the knowledge was when asked. */
    Uni<LexicalIndex> current() {
        return Uni.createFrom().deferred(() -> {
            if (version == knowledge.current()) {
                return Uni.createFrom().item(index);
            }
            return refresh().replaceWith(index);
        });
    }

    /** One refresh at a time; whoever comes meanwhile waits for the same. */
    private Uni<Void> refresh() {
        var fresh = catchUp()
                .onTermination()
                .invoke(() -> running.set(null))
                .memoize()
                .indefinitely();
        var before = running.compareAndExchange(null, fresh);
        return before == null ? fresh : before;
    }

    private Uni<Void> catchUp() {
        return Uni.createFrom().deferred(() -> {
            long wanted = knowledge.current();
            return pool.query(HELD).execute().chain(this::load).invoke(() -> version = wanted);
        });
    }

    private Uni<Void> load(RowSet<Row> rows) {
        var table = new LinkedHashMap<UUID, Long>();
        rows.forEach(row -> table.put(row.getUUID("article_id"), row.getLong("newest")));
        var gone = new HashSet<>(newestOfArticle.keySet());
        gone.removeAll(table.keySet());
        index.remove(gone);
        gone.forEach(newestOfArticle::remove);
        var changed = table.entrySet().stream()
                .filter(it -> !it.getValue().equals(newestOfArticle.get(it.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        Uni<Void> steps = Uni.createFrom().voidItem();
        for (int from = 0; from < changed.size(); from += BATCH) {
            var batch = changed.subList(from, Math.min(changed.size(), from + BATCH));
            steps = steps.chain(() -> read(batch));
        }
        return steps;
    }

    private Uni<Void> read(List<UUID> articles) {
        return pool.preparedQuery(PASSAGES)
                .execute(Tuple.of(articles.toArray(UUID[]::new)))
                // Splitting into words is work for a processor, not for an event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::index)
                .replaceWithVoid();
    }

    private void index(RowSet<Row> rows) {
        StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.groupingBy(row -> row.getUUID("article_id")))
                .forEach((article, passages) -> {
                    var entries = new ArrayList<LexicalIndex.Entry>();
                    passages.forEach(row -> entries.add(new LexicalIndex.Entry(
                            row.getLong("id"), Terms.ofDocument(Normaliser.text(row.getString("text"))))));
                    index.put(article, entries);
                    newestOfArticle.put(article, entries.getLast().passage());
                });
    }
}
