package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.retrieval.embedding.Embedder;
import dev.yiwen.retrieval.embedding.EmbeddingConfig;
import dev.yiwen.shared.Leader;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Makes the passages anew: after an update, or an indexing that was cut off, of the articles of which the table holds less than
 * it should; all of them when another model makes the vectors.
 */
@Singleton
public final class Reindexing {
    private static final Logger LOG = Logger.getLogger(Reindexing.class);

    private static final int LONGEST_IN_ROW = 1024;

    /** Before anything searches. */
    private static final int FIRST = 0;

    private static final String INCOMPLETE = """
            select r.article_id from article_revision r
            where r.state = 'PUBLISHED'
              and (not exists (select from passage p where p.article_id = r.article_id)
                or exists (select from passage p where p.article_id = r.article_id and p.tokens is null))
            order by r.article_id""";

    private static final String MADE_BY = """
            select model, dimension, exists (select from passage) as used from passage_encoder for update""";

    private static final String MAKE_BY = "update passage_encoder set model = $1, dimension = $2";

    /** Of what was there nothing can be compared with what comes. */
    private static final List<String> EMPTY = List.of(
            "delete from passage",
            "drop index if exists passage_embedding",
            "alter table passage alter column embedding type vector(%1$d) using null",
            "alter table passage alter column embedding set storage %2$s",
            "create index passage_embedding on passage using hnsw (embedding vector_cosine_ops)"
                    + " with (m = 16, ef_construction = 64)");

    private static final Progress QUIET = new Progress() {
        @Override
        public void begin(int steps) {
            if (steps > 0) {
                LOG.infof("Indexing %d articles again …", steps);
            }
        }

        @Override
        public void step() {}
    };

    private final Pool pool;
    private final Leader leader;
    private final Articles articles;
    private final Embedder embedder;
    private final EmbeddingConfig config;

    Reindexing(Pool pool, Leader leader, Articles articles, Embedder embedder, EmbeddingConfig config) {
        this.pool = pool;
        this.leader = leader;
        this.articles = articles;
        this.embedder = embedder;
        this.config = config;
    }

    /** Refuses to start on vectors of another model. */
    void check(@Observes @Priority(FIRST) StartupEvent event) {
        if (!config.renew()) {
            pool.withTransaction(this::fit).await().indefinitely();
        }
    }

    void start(@Observes StartupEvent event) {
        if (!config.renew()) {
            leader.alone("reindexing", this::complete)
                    .subscribe()
                    .with(
                            done -> {},
                            e -> LOG.error("The knowledge was not indexed again; the next start tries it", e));
        }
    }

    /** Who shows how far it is, in articles. */
    public interface Progress {
        void begin(int steps);

        void step();
    }

    /** Makes what is missing. */
    public Uni<Void> complete() {
        return incomplete().chain(articles -> reindex(articles, QUIET));
    }

    /** Drops all passages and makes them by the model that is configured now. Cut off, it goes on with the next start. */
    public Uni<Void> anew(Progress progress) {
        return pool.withTransaction(this::empty).chain(this::incomplete).chain(all -> reindex(all, progress));
    }

    private Uni<Void> fit(SqlConnection transaction) {
        var wanted = embedder.model();
        return transaction.query(MADE_BY).execute().chain(rows -> {
            var row = rows.iterator().next();
            var made = new Embedder.Model(row.getString("model"), row.getInteger("dimension"));
            if (made.equals(wanted)) {
                return Uni.createFrom().voidItem();
            }
            if (row.getBoolean("used")) {
                throw new IllegalStateException(
                        "The knowledge is indexed by %s (%d components), the settings name %s (%d). Index it anew, while no instance runs: ./yiwen reindex"
                                .formatted(made.name(), made.dimension(), wanted.name(), wanted.dimension()));
            }
            return empty(transaction);
        });
    }

    private Uni<Void> empty(SqlConnection transaction) {
        var model = embedder.model();
        Uni<Void> steps = Uni.createFrom().voidItem();
        for (var statement : EMPTY) {
            steps = steps.chain(() -> transaction
                    .query(statement.formatted(model.dimension(), storage(model.dimension())))
                    .execute()
                    .replaceWithVoid());
        }
        return steps.chain(() -> transaction.preparedQuery(MAKE_BY).execute(Tuple.of(model.name(), model.dimension())))
                .replaceWithVoid();
    }

    /** In its row a vector is compared without another read, as long as a page of the table holds both. */
    private static String storage(int dimension) {
        return dimension <= LONGEST_IN_ROW ? "plain" : "external";
    }

    private Uni<List<ArticleId>> incomplete() {
        return pool.query(INCOMPLETE)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Reindexing::article)
                        .toList());
    }

    private static ArticleId article(Row row) {
        return ArticleId.of(row.getUUID("article_id"));
    }

    private Uni<Void> reindex(List<ArticleId> incomplete, Progress progress) {
        progress.begin(incomplete.size());
        return Multi.createFrom()
                .iterable(incomplete)
                .onItem()
                .transformToUniAndConcatenate(id -> articles.reindex(id).invoke(progress::step))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
