package dev.yiwen.knowledge.revision;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleIndex;
import dev.yiwen.knowledge.ArticleIndex.Prepared;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.knowledge.Snippets;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets customers have a revision, now or at a moment. What is slow (the vectors) is prepared before the transaction; the
 * article's row is locked in it, and the moment at which one revision ends is that at which the next begins.
 */
@Singleton
public final class Publishing {
    private final Pool pool;
    private final ArticleIndex index;
    private final KnowledgeVersion version;
    private final FourEyes fourEyes;
    private final Event<ScheduleChanged> scheduled;

    /** Fired on the instance that was told, so that a moment close by is not missed. */
    public record ScheduleChanged() {}

    Publishing(
            Pool pool,
            ArticleIndex index,
            KnowledgeVersion version,
            FourEyes fourEyes,
            Event<ScheduleChanged> scheduled) {
        this.pool = pool;
        this.index = index;
        this.version = version;
        this.fourEyes = fourEyes;
        this.scheduled = scheduled;
    }

    /**
     * Publishes revision {@code base}, which must be the latest. When it is valid from a later day and another is live, that
     * one stays until the day begins.
     */
    public Uni<Void> publish(ArticleId id, int base, @Nullable Editor by) {
        return fourEyes.hold()
                .chain(hold -> ArticleStore.revisions(pool, id).chain(all -> {
                    var draft = publishable(all, base, hold);
                    var start = laterStart(all, draft.validFrom());
                    return start.isPresent()
                            ? schedule(id, base, start.get(), by, hold)
                            : publishNow(all, draft, by, hold);
                }));
    }

    private Uni<Void> publishNow(List<Article> all, Article draft, @Nullable Editor by, boolean hold) {
        refuseOverScheduled(all, draft.revision());
        return index.prepare(draft)
                .chain(prepared -> change(tx -> locked(tx, draft.id())
                        .invoke(now -> {
                            publishable(now, draft.revision(), hold);
                            refuseOverScheduled(now, draft.revision());
                        })
                        .chain(() -> RevisionStore.leaveSets(tx, draft.id()))
                        .chain(() -> RevisionStore.now(tx))
                        .chain(now -> replace(tx, draft, prepared, now, by, null))));
    }

    /** Takes the place of what is live, in the caller's transaction. */
    public static Uni<Void> replace(
            SqlConnection tx,
            Article revision,
            Prepared prepared,
            OffsetDateTime now,
            @Nullable Editor by,
            @Nullable String reason) {
        // What comes by itself at its moment does not wait for a value that is gone; people are told.
        Uni<Void> named = by == null ? Uni.createFrom().voidItem() : Snippets.hold(tx, ArticleDraft.of(revision));
        return named.chain(() -> RevisionStore.end(tx, revision.id(), now, by, null, false))
                .chain(() -> RevisionStore.goLive(tx, revision.id(), revision.revision(), now, by, reason))
                .invoke(Publishing::done)
                .chain(() -> prepared.write(tx));
    }

    /** At {@code at}, to the minute; what is live stays until then. It takes the place of one that was scheduled before. */
    public Uni<Void> schedule(ArticleId id, int base, Instant at, @Nullable Editor by) {
        return fourEyes.hold().chain(hold -> schedule(id, base, at.truncatedTo(ChronoUnit.MINUTES), by, hold));
    }

    private Uni<Void> schedule(ArticleId id, int base, Instant at, @Nullable Editor by, boolean hold) {
        refusePast(at);
        return pool.withTransaction(tx -> locked(tx, id)
                        .invoke(all -> publishable(all, base, hold))
                        .chain(all -> Snippets.hold(tx, ArticleDraft.of(latest(all, base))))
                        .chain(() -> RevisionStore.leaveSets(tx, id))
                        .chain(() -> RevisionStore.dropScheduled(tx, id, base))
                        .chain(() -> RevisionStore.schedule(tx, id, base, at, by))
                        .invoke(Publishing::done))
                .replaceWithVoid()
                .invoke(this::scheduleChanged);
    }

    /** After the commit: whoever waits for moments looks again. */
    public void scheduleChanged() {
        scheduled.fireAsync(new ScheduleChanged());
    }

    public static void refusePast(Instant at) {
        if (!at.isAfter(Instant.now())) {
            throw new Problem(Kind.INVALID, "The moment " + at + " has passed");
        }
        if (at.isAfter(Instant.now().plus(3660, ChronoUnit.DAYS))) {
            throw new Problem(Kind.INVALID, "The moment " + at + " is more than ten years away");
        }
    }

    /** What was to go live does not, in the caller's transaction; it is a draft again, approved if it was. */
    public Uni<Boolean> unschedule(SqlConnection tx, ArticleId id) {
        return RevisionStore.unschedule(tx, id);
    }

    /** By the clock of the database; after the locks. */
    public static Uni<OffsetDateTime> now(SqlConnection tx) {
        return RevisionStore.now(tx);
    }

    /** In the caller's transaction; {@link #seen} follows when it is committed. */
    public Uni<Long> raise(SqlConnection tx) {
        return version.raise(tx);
    }

    public void seen(long raised) {
        version.seen(raised);
    }

    /** What was to go live does not; it is a draft again, approved if it was. */
    public Uni<Void> unschedule(ArticleId id) {
        return pool.withTransaction(tx -> locked(tx, id).chain(() -> RevisionStore.unschedule(tx, id)))
                .invoke(found -> {
                    if (!found) {
                        throw new Problem(Kind.CONFLICT, "Nothing of it is scheduled any more");
                    }
                })
                .replaceWithVoid();
    }

    /** What is live then, in the values of then, and what is known of that. */
    public Uni<LiveThen> liveAt(Instant at) {
        return RevisionStore.liveAt(pool, at)
                .chain(articles -> Snippets.valuesAt(pool, at)
                        .map(values ->
                                articles.stream().map(it -> it.naming(values)).toList()))
                .chain(articles -> RevisionStore.unrecordedAt(pool, at).map(n -> new LiveThen(at, articles, n)));
    }

    /** Takes away what is live and what is scheduled, in the caller's transaction. */
    public Uni<Void> takeAway(
            SqlConnection tx, ArticleId id, @Nullable Editor by, @Nullable String reason, boolean unseen) {
        return RevisionStore.now(tx)
                .chain(now -> RevisionStore.end(tx, id, now, by, reason, unseen))
                .chain(() -> RevisionStore.leaveSets(tx, id))
                .chain(() -> RevisionStore.unschedule(tx, id))
                .chain(() -> index.remove(id, tx));
    }

    /** What is live ends now, in the caller's transaction; the moment. */
    public Uni<OffsetDateTime> end(SqlConnection tx, ArticleId id, @Nullable Editor by) {
        return RevisionStore.now(tx).call(now -> RevisionStore.end(tx, id, now, by, null, false));
    }

    /** Schedules a revision that the caller has just inserted, in its transaction. */
    public Uni<Void> scheduleInserted(SqlConnection tx, ArticleId id, int revision, Instant at, Editor by) {
        return RevisionStore.dropScheduled(tx, id, revision)
                .chain(() -> RevisionStore.schedule(tx, id, revision, at, by))
                .invoke(Publishing::done)
                .replaceWithVoid();
    }

    /** A change that readers of knowledge must see, on all instances. */
    public Uni<Void> change(Function<SqlConnection, Uni<?>> work) {
        return pool.withTransaction(tx -> work.apply(tx).chain(() -> version.raise(tx)))
                .invoke(version::seen)
                .replaceWithVoid();
    }

    /** All revisions, newest first, which nobody else changes until the transaction ends; fails with NOT_FOUND. */
    public static Uni<List<Article>> locked(SqlConnection tx, ArticleId id) {
        return ArticleStore.lock(tx, id).chain(found -> {
            if (!found) {
                throw new Problem(Kind.NOT_FOUND, "There is no article " + id.value());
            }
            return ArticleStore.revisions(tx, id);
        });
    }

    /** Fails with CONFLICT when {@code base} is not the latest. */
    public static Article latest(List<Article> newestFirst, int base) {
        if (newestFirst.isEmpty()) {
            throw new Problem(Kind.NOT_FOUND, "There is no such article");
        }
        var latest = newestFirst.getFirst();
        if (latest.revision() != base) {
            throw new Problem(
                    Kind.CONFLICT,
                    "Revision " + latest.revision() + " by " + latest.author() + " came after revision " + base);
        }
        return latest;
    }

    /** When it begins to be valid, if that is a later day and something else is live until then. */
    public static Optional<Instant> laterStart(List<Article> all, @Nullable LocalDate validFrom) {
        return validFrom != null
                        && validFrom.isAfter(HomeZone.today())
                        && all.stream().anyMatch(it -> it.state() == State.PUBLISHED)
                ? Optional.of(validFrom.atStartOfDay(HomeZone.id()).toInstant())
                : Optional.empty();
    }

    static Article publishable(List<Article> all, int base, boolean hold) {
        var draft = latest(all, base);
        if (!isToCome(draft)) {
            throw new Problem(Kind.CONFLICT, "Revision " + base + " is not a draft");
        }
        if (hold && !approvedByAnother(draft)) {
            throw new Problem(
                    Kind.REVIEW_REQUIRED,
                    "Somebody other than " + draft.author() + " must approve revision " + base + " first");
        }
        return draft;
    }

    /** Whether nothing keeps it from its readers but the word to publish it. */
    public static boolean mayBePublished(Article draft, boolean hold) {
        return isToCome(draft) && (!hold || approvedByAnother(draft));
    }

    private static boolean isToCome(Article draft) {
        return draft.state().isOpen() || draft.state() == State.SCHEDULED;
    }

    /** Exactly this content, by somebody who did not write it. */
    static boolean approvedByAnother(Article draft) {
        var life = draft.life();
        var reviewed = life.reviewed();
        return reviewed != null
                && HexFormat.of().formatHex(ArticleDraft.of(draft).hash()).equals(life.approvedHash())
                && !new Editor(reviewed.by(), reviewed.staff()).wrote(draft);
    }

    private static void refuseOverScheduled(List<Article> all, int base) {
        all.stream()
                .filter(it -> it.state() == State.SCHEDULED && it.revision() != base)
                .findFirst()
                .ifPresent(it -> {
                    throw new Problem(
                            Kind.SCHEDULED_ALREADY,
                            "Revision " + it.revision() + " goes live at "
                                    + it.life().goesLiveAt() + " and would replace this one: cancel that first");
                });
    }

    static void done(boolean changed) {
        if (!changed) {
            throw new Problem(Kind.CONFLICT, "Somebody else has gone on with it meanwhile; look at it again");
        }
    }
}
