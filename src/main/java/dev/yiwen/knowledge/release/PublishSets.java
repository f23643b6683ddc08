package dev.yiwen.knowledge.release;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleIndex;
import dev.yiwen.knowledge.ArticleIndex.Prepared;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.revision.FourEyes;
import dev.yiwen.knowledge.revision.Publishing;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Publishes several articles in one transaction: whoever asks before its commit is answered from what was, whoever asks after it
 * from what is, and nobody from both.
 */
@Singleton
final class PublishSets {
    private final Pool pool;
    private final ArticleIndex index;
    private final Publishing publishing;
    private final FourEyes fourEyes;
    private final AuditLog log;

    PublishSets(Pool pool, ArticleIndex index, Publishing publishing, FourEyes fourEyes, AuditLog log) {
        this.pool = pool;
        this.index = index;
        this.publishing = publishing;
        this.fourEyes = fourEyes;
        this.log = log;
    }

    private record Ready(Article revision, Prepared prepared) {}

    Uni<PublishSet> load(UUID set) {
        return PublishSetStore.one(pool, set).map(it -> it.orElseThrow(PublishSets::missing));
    }

    /** The latest revision of each article in it. */
    Uni<List<Article>> latest(UUID set) {
        return PublishSetStore.members(pool, set)
                .chain(members -> each(members, id -> ArticleStore.revisions(pool, id)))
                .map(all -> all.stream().map(List::getFirst).toList());
    }

    /** Now. Fails with SET_NOT_READY, naming those that nobody has approved. */
    Uni<PublishSet> publish(UUID set, Editor by) {
        return fourEyes.hold()
                .chain(hold -> PublishSetStore.members(pool, set)
                        .chain(members -> each(members, id -> ArticleStore.revisions(pool, id)))
                        .map(all -> ready(all, hold))
                        .chain(this::prepare)
                        .chain(ready -> publishing.change(tx -> open(tx, set)
                                .chain(() -> unchanged(tx, set, ready))
                                .chain(() -> replaceAll(tx, set, ready, by)))))
                .chain(() -> load(set));
    }

    /** At that moment; until then what is live stays. */
    Uni<PublishSet> schedule(UUID set, Instant at, Editor by) {
        Publishing.refusePast(at);
        return fourEyes.hold()
                .chain(hold -> pool.withTransaction(tx -> open(tx, set)
                        .chain(() -> PublishSetStore.members(tx, set))
                        .chain(members -> each(members, id -> Publishing.locked(tx, id)))
                        .map(all -> ready(all, hold))
                        .chain(ready -> each(
                                ready,
                                it -> publishing
                                        .scheduleInserted(tx, it.id(), it.revision(), at, by)
                                        .replaceWith(true)))
                        .chain(() -> PublishSetStore.schedule(tx, set, at, by))))
                .invoke(publishing::scheduleChanged)
                .chain(() -> load(set));
    }

    /** What was to go live together does not. */
    Uni<PublishSet> unschedule(UUID set) {
        return pool.withTransaction(tx -> locked(tx, set, PublishSet.State.SCHEDULED)
                        .chain(() -> PublishSetStore.members(tx, set))
                        .chain(members -> each(
                                members, id -> Publishing.locked(tx, id).chain(() -> publishing.unschedule(tx, id))))
                        .chain(() -> PublishSetStore.openAgain(tx, set)))
                .chain(() -> load(set));
    }

    /** Of a scheduled set: makes its vectors, and gives what publishes it when it is due. */
    Uni<Uni<Void>> due(UUID set) {
        return PublishSetStore.members(pool, set)
                .chain(members -> each(members, id -> ArticleStore.revisions(pool, id)))
                .map(PublishSets::scheduled)
                .chain(this::prepare)
                .map(ready -> pool.withTransaction(tx -> PublishSetStore.lock(tx, set)
                                .map(it -> it.filter(PublishSets::isDue))
                                .chain(it -> it.isEmpty()
                                        ? Uni.createFrom().item(0L)
                                        : unchanged(tx, set, ready)
                                                .chain(() -> replaceAll(tx, set, ready, null))
                                                .chain(() -> publishing.raise(tx))))
                        .invoke(publishing::seen)
                        .replaceWithVoid());
    }

    private static boolean isDue(PublishSetStore.Locked it) {
        return it.state() == PublishSet.State.SCHEDULED && it.due();
    }

    private Uni<Void> replaceAll(SqlConnection tx, UUID set, List<Ready> ready, @Nullable Editor by) {
        return Publishing.now(tx)
                .call(now -> each(
                        ready,
                        it -> Publishing.replace(tx, it.revision(), it.prepared(), now, by, null)
                                .chain(() -> PublishSetStore.note(tx, set, it.revision()))
                                .replaceWith(true)))
                .call(now -> PublishSetStore.published(tx, set, now, by))
                .chain(now -> log.append(tx, event(set, ready.size(), by)));
    }

    private static AuditEvent event(UUID set, int articles, @Nullable Editor by) {
        return new AuditEvent(
                AuditKind.PUBLISH_SET_PUBLISHED,
                by == null ? null : by.staff(),
                "publish-set:" + set,
                Map.of("articles", String.valueOf(articles)));
    }

    /** Locks them all, in the order of their ids; fails with CONFLICT when somebody has gone on with one. */
    private static Uni<Void> unchanged(SqlConnection tx, UUID set, List<Ready> ready) {
        return PublishSetStore.members(tx, set)
                .invoke(members -> same(
                        members, ready.stream().map(it -> it.revision().id()).toList()))
                .chain(() -> each(
                        ready,
                        it -> Publishing.locked(tx, it.revision().id())
                                .invoke(all -> same(
                                        all.stream()
                                                .filter(one -> one.revision()
                                                        == it.revision().revision())
                                                .toList(),
                                        List.of(it.revision())))))
                .replaceWithVoid();
    }

    private static void same(Object now, Object before) {
        if (!now.equals(before)) {
            throw new Problem(Kind.CONFLICT, "Somebody else has gone on with it meanwhile; look at it again");
        }
    }

    private Uni<List<Ready>> prepare(List<Article> revisions) {
        return each(revisions, it -> index.prepare(it).map(prepared -> new Ready(it, prepared)));
    }

    /** The latest of each; fails with SET_NOT_READY when one may not be published. */
    private static List<Article> ready(List<List<Article>> all, boolean hold) {
        if (all.isEmpty()) {
            throw new Problem(Kind.CONFLICT, "There is nothing in it");
        }
        var unready = all.stream()
                .map(List::getFirst)
                .filter(it -> !Publishing.mayBePublished(it, hold))
                .map(Article::question)
                .collect(Collectors.joining("; "));
        if (!unready.isEmpty()) {
            throw new Problem(Kind.SET_NOT_READY, unready);
        }
        return all.stream().map(List::getFirst).toList();
    }

    private static List<Article> scheduled(List<List<Article>> all) {
        return all.stream()
                .map(revisions -> revisions.stream()
                        .filter(it -> it.state() == State.SCHEDULED)
                        .findFirst()
                        .orElseThrow(() -> new Problem(
                                Kind.CONFLICT, revisions.getFirst().question() + " is not scheduled any more")))
                .toList();
    }

    private static Uni<Void> open(SqlConnection tx, UUID set) {
        return locked(tx, set, PublishSet.State.OPEN);
    }

    private static Uni<Void> locked(SqlConnection tx, UUID set, PublishSet.State wanted) {
        return PublishSetStore.lock(tx, set)
                .invoke(found -> {
                    if (found.orElseThrow(PublishSets::missing).state() != wanted) {
                        throw new Problem(Kind.CONFLICT, "The set is not " + wanted);
                    }
                })
                .replaceWithVoid();
    }

    /** One after the other, as a transaction can. */
    private static <T, R> Uni<List<R>> each(List<T> all, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(it -> work.apply(it))
                .collect()
                .asList();
    }

    static Problem missing() {
        return new Problem(Kind.NOT_FOUND, "There is no such set");
    }
}
