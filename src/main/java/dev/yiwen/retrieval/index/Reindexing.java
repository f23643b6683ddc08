package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.shared.Leader;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Indexes again, after an update, the articles of whose passages the table holds less than it should. */
@Singleton
public final class Reindexing {
    private static final Logger LOG = Logger.getLogger(Reindexing.class);
    private static final String INCOMPLETE = "select distinct article_id from passage where tokens is null";

    private final Pool pool;
    private final Leader leader;
    private final Articles articles;

    Reindexing(Pool pool, Leader leader, Articles articles) {
        this.pool = pool;
        this.leader = leader;
        this.articles = articles;
    }

    void start(@Observes StartupEvent event) {
        leader.alone("reindexing", this::all)
                .subscribe()
                .with(done -> {}, e -> LOG.error("The knowledge was not indexed again; the next start tries it", e));
    }

    public Uni<Void> all() {
        return pool.query(INCOMPLETE)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> ArticleId.of(row.getUUID("article_id")))
                        .toList())
                .chain(this::reindex);
    }

    private Uni<Void> reindex(List<ArticleId> incomplete) {
        if (!incomplete.isEmpty()) {
            LOG.infof("Indexing %d articles again …", incomplete.size());
        }
        return Multi.createFrom()
                .iterable(incomplete)
                .onItem()
                .transformToUniAndConcatenate(articles::reindex)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
