package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.retrieval.RetrievalConfig;
import dev.yiwen.retrieval.text.Normaliser;
import dev.yiwen.retrieval.text.Spelling;
import dev.yiwen.retrieval.text.Terms;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
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
 * Keeps what this instance has of the passages at the knowledge's version: the {@link LexicalIndex}, and all passages with
 * their vectors as long as they are few. When the version moved, it compares what the table holds with what it has and reads
 * the articles that differ.
 */
@Singleton
public final class PassageMirror implements Copies {
    private static final String TABLE =
            "select article_id, max(id) as newest, count(*) as passages from passage group by article_id";
    private static final String TEXTS =
            "select id, article_id, text from passage where article_id = any($1) order by id";
    private static final String PASSAGES =
            "select %s from %s where p.article_id = any($1) order by p.id".formatted(Passage.COLUMNS, Passage.TABLES);
    private static final int BATCH = 500;

    /** What one search works with. */
    public record Copy(LexicalIndex words, Passages passages, Spelling spelling) {}

    private final Pool pool;
    private final KnowledgeVersion knowledge;
    private final DatabasePassages stored;
    private final RetrievalConfig config;
    private final LexicalIndex index = new LexicalIndex();
    private final Spelling spelling = new Spelling();
    private final Map<UUID, Long> newestOfArticle = new HashMap<>();
    private final AtomicReference<@Nullable Uni<Void>> running = new AtomicReference<>();
    // Null while there are too many passages to hold.
    private @Nullable InMemoryPassages held = InMemoryPassages.NONE;
    private volatile Copy copy = new Copy(index, InMemoryPassages.NONE, spelling);
    private volatile long version = -1;

    PassageMirror(Pool pool, KnowledgeVersion knowledge, DatabasePassages stored, RetrievalConfig config) {
        this.pool = pool;
        this.knowledge = knowledge;
        this.stored = stored;
        this.config = config;
    }

    @Override
    public Uni<Copy> current() {
        return Uni.createFrom().deferred(() -> asNewAs(knowledge.current()));
    }

    @Override
    public LexicalIndex words() {
        return index;
    }

    /** A refresh that was under way may have read the table before the change that is waited for. */
    private Uni<Copy> asNewAs(long wanted) {
        return version >= wanted ? Uni.createFrom().item(copy) : refresh().chain(() -> asNewAs(wanted));
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
            return pool.query(TABLE).execute().chain(this::load).invoke(() -> {
                copy = new Copy(index, held == null ? stored : held, spelling);
                version = wanted;
            });
        });
    }

    private Uni<Void> load(RowSet<Row> rows) {
        var table = new LinkedHashMap<UUID, Long>();
        rows.forEach(row -> table.put(row.getUUID("article_id"), row.getLong("newest")));
        var passages = StreamSupport.stream(rows.spliterator(), false)
                .mapToLong(row -> row.getLong("passages"))
                .sum();
        holdIf(passages <= config.heldPassages());
        forget(table);
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

    private void holdIf(boolean few) {
        if (few && held == null) {
            held = InMemoryPassages.NONE;
            // Their vectors are not here: everything is read again.
            newestOfArticle.clear();
        } else if (!few) {
            held = null;
        }
    }

    private void forget(Map<UUID, Long> table) {
        var gone = new HashSet<>(newestOfArticle.keySet());
        gone.removeAll(table.keySet());
        if (gone.isEmpty()) {
            return;
        }
        index.remove(gone);
        newestOfArticle.keySet().removeAll(gone);
        if (held != null) {
            held = held.with(gone.stream().map(ArticleId::of).toList(), Map.of());
        }
    }

    private Uni<Void> read(List<UUID> articles) {
        return pool.preparedQuery(held == null ? TEXTS : PASSAGES)
                .execute(Tuple.of(articles.toArray(UUID[]::new)))
                // Splitting into words is work for a processor, not for an event loop.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::take)
                .replaceWithVoid();
    }

    private void take(RowSet<Row> rows) {
        var byArticle = StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.groupingBy(row -> row.getUUID("article_id")));
        byArticle.forEach((article, passages) -> {
            var entries = passages.stream().map(this::entry).toList();
            index.put(article, entries);
            newestOfArticle.put(article, entries.getLast().passage());
        });
        if (held != null) {
            held = held.with(
                    List.of(),
                    byArticle.entrySet().stream()
                            .collect(Collectors.toMap(it -> ArticleId.of(it.getKey()), it -> passages(it.getValue()))));
        }
    }

    /** Of one article. */
    private static List<Passage> passages(List<Row> rows) {
        var heading = Passage.title(rows.getFirst());
        return rows.stream().map(it -> Passage.of(it, heading)).toList();
    }

    private LexicalIndex.Entry entry(Row row) {
        var text = Normaliser.text(row.getString("text"));
        var terms = Terms.ofDocument(text);
        spelling.learn(text, terms);
        return new LexicalIndex.Entry(row.getLong("id"), terms);
    }
}
