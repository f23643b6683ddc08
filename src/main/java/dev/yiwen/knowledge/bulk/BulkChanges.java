package dev.yiwen.knowledge.bulk;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.bulk.BulkStore.Done;
import dev.yiwen.knowledge.revision.FourEyes;
import dev.yiwen.knowledge.revision.Reviews;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does one thing to many articles, each by itself: what is reviewed, scheduled, or changed meanwhile is passed over, and a change
 * that was cut off is undone as far as it came.
 */
@Singleton
final class BulkChanges {
    private static final Logger LOG = Logger.getLogger(BulkChanges.class);
    /** At once: enough that embedding and writing overlap. */
    private static final int CONCURRENCY = 4;

    private final Pool pool;
    private final Articles articles;
    private final Reviews reviews;
    private final FourEyes fourEyes;

    BulkChanges(Pool pool, Articles articles, Reviews reviews, FourEyes fourEyes) {
        this.pool = pool;
        this.articles = articles;
        this.reviews = reviews;
        this.fourEyes = fourEyes;
    }

    /** @param change null when nothing was changed */
    record Outcome(@Nullable ChangeOfMany change, int changed, int passedOver) {}

    /** @param publishes whether who asks may let customers have it */
    Uni<Outcome> apply(List<Article> shown, BulkWanted wanted, boolean publishes, Editor by) {
        var id = Ids.next();
        return fourEyes.hold()
                .chain(hold -> BulkStore.begin(pool, id, wanted.kind(), by)
                        .chain(() -> each(shown, it -> one(id, it, wanted, publishes && !hold, hold, by))))
                .call(() -> BulkStore.forgetEmpty(pool, id))
                .chain(changed -> BulkStore.one(pool, id)
                        .map(change -> new Outcome(change.orElse(null), changed, shown.size() - changed)));
    }

    /** Newest first. */
    Uni<List<ChangeOfMany>> lately() {
        return BulkStore.lately(pool);
    }

    /** Fails with NOT_FOUND. */
    Uni<ChangeOfMany.Kind> kind(UUID change) {
        return BulkStore.one(pool, change)
                .map(found -> found.orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such change"))
                        .kind());
    }

    Uni<Outcome> undo(UUID change, Editor by) {
        return kind(change).chain(kind -> {
            return BulkStore.rows(pool, change)
                    .chain(rows -> each(
                                    rows,
                                    it -> undo(kind, it, by)
                                            .call(undone -> undone
                                                    ? BulkStore.undone(pool, change, it.article())
                                                    : Uni.createFrom().voidItem()))
                            .call(() -> BulkStore.undone(pool, change, by))
                            .chain(undone -> BulkStore.one(pool, change)
                                    .map(now -> new Outcome(now.orElse(null), undone, rows.size() - undone))));
        });
    }

    private Uni<Boolean> one(UUID change, Article shown, BulkWanted wanted, boolean live, boolean hold, Editor by) {
        return articles.revisions(shown.id()).chain(all -> {
            var latest = all.getFirst();
            return switch (wanted.kind()) {
                case RETAG, VALIDITY -> rewrite(change, latest, wanted.applied(latest), live, by);
                case SUBMIT ->
                    noted(
                            change,
                            new Done(shown.id(), latest.revision(), latest.revision()),
                            latest.state() == State.DRAFT,
                            () -> reviews.submit(shown.id(), latest.revision(), by));
                case RETIRE ->
                    published(all)
                            .map(it -> noted(
                                    change,
                                    new Done(shown.id(), it.revision(), it.revision()),
                                    true,
                                    () -> articles.retire(shown.id(), by, wanted.reason(), hold)))
                            .orElseGet(() -> Uni.createFrom().item(false));
            };
        });
    }

    private Uni<Boolean> rewrite(UUID change, Article latest, ArticleDraft content, boolean live, Editor by) {
        var id = latest.id();
        int base = latest.revision();
        boolean usable = (latest.state() == State.DRAFT || latest.state() == State.PUBLISHED)
                && !content.equals(ArticleDraft.of(latest))
                && content.fault().isEmpty();
        return noted(
                change,
                new Done(id, base, base + 1),
                usable,
                () -> live && latest.state() == State.PUBLISHED
                        ? articles.replacePublished(latest, base, content, by)
                        : articles.saveDraft(id, base, content, by));
    }

    /** Written down before it is done: a change that was cut off knows all that it may have done. */
    private Uni<Boolean> noted(UUID change, Done done, boolean usable, java.util.function.Supplier<Uni<?>> work) {
        if (!usable) {
            return Uni.createFrom().item(false);
        }
        return BulkStore.note(pool, change, done)
                .chain(() -> Uni.createFrom()
                        .deferred(() -> work.get().replaceWith(true))
                        .onFailure()
                        .call(() -> BulkStore.forget(pool, change, done.article())));
    }

    private Uni<Boolean> undo(ChangeOfMany.Kind kind, Done done, Editor by) {
        return switch (kind) {
            case SUBMIT -> pool.withTransaction(tx -> BulkStore.takeBack(tx, done));
            case RETAG, VALIDITY ->
                articles.revisions(done.article())
                        .chain(all -> all.getFirst().revision() != done.after()
                                ? Uni.createFrom().item(false)
                                : rewritten(all, done, by));
            case RETIRE ->
                articles.revisions(done.article())
                        .chain(all -> published(all).isPresent()
                                ? Uni.createFrom().item(false)
                                : articles.replacePublished(
                                                all.getFirst(),
                                                all.getFirst().revision(),
                                                ArticleDraft.of(revision(all, done.before())),
                                                by)
                                        .replaceWith(true));
        };
    }

    private Uni<Boolean> rewritten(List<Article> all, Done done, Editor by) {
        var latest = all.getFirst();
        return switch (latest.state()) {
            case PUBLISHED ->
                articles.replacePublished(latest, done.after(), ArticleDraft.of(revision(all, done.before())), by)
                        .replaceWith(true);
            case SCHEDULED ->
                articles.unschedule(done.article())
                        .chain(() -> pool.withTransaction(tx -> BulkStore.dropDraft(tx, done)));
            case DRAFT -> pool.withTransaction(tx -> BulkStore.dropDraft(tx, done));
            case IN_REVIEW, APPROVED, ARCHIVED -> Uni.createFrom().item(false);
        };
    }

    private static Article revision(List<Article> all, int number) {
        return all.stream().filter(it -> it.revision() == number).findFirst().orElseThrow();
    }

    private static Optional<Article> published(List<Article> all) {
        return all.stream().filter(it -> it.state() == State.PUBLISHED).findFirst();
    }

    /** How many of them it worked for; one that fails does not stop the others. */
    private static <T> Uni<Integer> each(List<T> all, Function<T, Uni<Boolean>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUni(it -> Uni.createFrom()
                        .deferred(() -> work.apply(it))
                        .onFailure()
                        .invoke(e -> LOG.debugf(e, "Passed over: %s", it))
                        .onFailure()
                        .recoverWithItem(false))
                .merge(CONCURRENCY)
                .collect()
                .asList()
                .map(done -> (int) done.stream().filter(it -> it).count());
    }
}
