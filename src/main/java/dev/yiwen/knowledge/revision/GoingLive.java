package dev.yiwen.knowledge.revision;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleIndex;
import dev.yiwen.knowledge.ArticleIndex.Prepared;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.shared.Rhythm;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Lets scheduled revisions go live at their moment, on every instance alike. A round finds what comes within seconds and makes
 * its vectors; a timer then fires at the moment by the database's clock. Whoever holds the article's row first does it, and the
 * others find it done.
 */
@Singleton
final class GoingLive {
    private static final Logger LOG = Logger.getLogger(GoingLive.class);
    private static final Duration OFTEN = Duration.ofSeconds(5);

    /** Further ahead than the next round. */
    private static final String SOON = """
            select article_id, revision,
                   greatest(0, ceil(extract(epoch from goes_live_at - clock_timestamp()) * 1000))::bigint as millis
            from article_revision
            where state = 'SCHEDULED' and goes_live_at <= now() + interval '12 seconds'
              and not exists (select from publish_set_article s join publish_set p on p.id = s.set_id
                              where s.article_id = article_revision.article_id and p.state = 'SCHEDULED')
            order by goes_live_at, article_id""";

    private record Due(ArticleId article, int revision, long millis) {
        static Due of(Row row) {
            return new Due(ArticleId.of(row.getUUID("article_id")), row.getInteger("revision"), row.getLong("millis"));
        }

        String key() {
            return article.value() + "/" + revision;
        }
    }

    private final Map<String, Uni<Prepared>> awaited = new ConcurrentHashMap<>();
    private final Pool pool;
    private final ArticleIndex index;
    private final KnowledgeVersion version;
    private final Rhythm rhythm;
    private final Vertx vertx;
    private final AuditLog log;

    GoingLive(Pool pool, ArticleIndex index, KnowledgeVersion version, Rhythm rhythm, Vertx vertx, AuditLog log) {
        this.pool = pool;
        this.index = index;
        this.version = version;
        this.rhythm = rhythm;
        this.vertx = vertx;
        this.log = log;
    }

    void start(@Observes StartupEvent event) {
        rhythm.every(OFTEN, this::round);
    }

    void scheduled(@ObservesAsync Publishing.ScheduleChanged event) {
        round().subscribe().with(done -> {}, e -> LOG.warn("What is scheduled could not be read", e));
    }

    private Uni<Void> round() {
        return pool.query(SOON)
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom()
                        .items(StreamSupport.stream(rows.spliterator(), false).map(Due::of)))
                .onItem()
                .invoke(this::await)
                .onItem()
                .ignoreAsUni();
    }

    private void await(Due due) {
        if (awaited.containsKey(due.key())) {
            return;
        }
        var prepared = ArticleStore.revisions(pool, due.article())
                .map(all -> find(all, due).orElseThrow())
                .chain(index::prepare)
                .memoize()
                .indefinitely();
        if (awaited.putIfAbsent(due.key(), prepared) == null) {
            prepared.subscribe().with(ready -> {}, e -> LOG.debug("Not prepared", e));
            vertx.setTimer(Math.max(1, due.millis()), timer -> goLive(due, prepared));
        }
    }

    private void goLive(Due due, Uni<Prepared> prepared) {
        prepared.chain(ready -> pool.withTransaction(tx -> Publishing.locked(tx, due.article())
                        .chain(all -> RevisionStore.now(tx)
                                .chain(now -> find(all, due)
                                        .filter(it -> isDue(it, now))
                                        .map(it -> replace(tx, it, ready, now).map(Optional::of))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))))
                .onTermination()
                .invoke(() -> awaited.remove(due.key()))
                .subscribe()
                .with(
                        raised -> raised.ifPresent(version::seen),
                        e -> LOG.errorf(e, "Article %s did not go live; the next round tries it", due.key()));
    }

    private Uni<Long> replace(SqlConnection tx, Article revision, Prepared ready, OffsetDateTime now) {
        return Publishing.replace(tx, revision, ready, now, null, null)
                .chain(() -> version.raise(tx))
                .call(() -> log.append(
                        tx,
                        new AuditEvent(
                                AuditKind.ARTICLE_WENT_LIVE,
                                null,
                                "article:" + revision.id().value(),
                                Map.of("revision", String.valueOf(revision.revision())))));
    }

    private static boolean isDue(Article revision, OffsetDateTime now) {
        var at = revision.life().goesLiveAt();
        return at != null && !at.isAfter(now.toInstant());
    }

    private static Optional<Article> find(List<Article> all, Due due) {
        return all.stream()
                .filter(it -> it.revision() == due.revision() && it.state() == State.SCHEDULED)
                .findFirst();
    }
}
