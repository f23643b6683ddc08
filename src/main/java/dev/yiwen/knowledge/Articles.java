package dev.yiwen.knowledge;

import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.editing.ArticleFilter;
import dev.yiwen.knowledge.editing.ArticleList;
import dev.yiwen.knowledge.editing.ArticlePage;
import dev.yiwen.knowledge.revision.LiveThen;
import dev.yiwen.knowledge.revision.Publishing;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The curated answers. A change is a new revision and what was published never changes; at most one revision of an article
 * is published, at most one is scheduled beside it, and at most one is a draft.
 */
@Singleton
public class Articles {
    /** Editors write validity in the days of their customers. */
    private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}_-]+(/[\\p{L}\\p{N}._-]+)+");

    private final Pool pool;
    private final ArticleIndex index;
    private final Publishing publishing;

    Articles(Pool pool, ArticleIndex index, Publishing publishing) {
        this.pool = pool;
        this.index = index;
        this.publishing = publishing;
    }

    /** The published revision, or the latest when none is published. */
    public Uni<Article> load(String slug) {
        return ArticleStore.bySlug(pool, slug).map(it -> it.orElseThrow(() -> missing(slug)));
    }

    /** The published revision, or the latest when none is published. */
    public Uni<Article> load(ArticleId id) {
        return ArticleStore.byId(pool, id)
                .map(it -> it.orElseThrow(() -> missing(id.value().toString())));
    }

    /** Newest first. */
    public Uni<List<Article>> revisions(ArticleId id) {
        return ArticleStore.revisions(pool, id).invoke(all -> {
            if (all.isEmpty()) {
                throw missing(id.value().toString());
            }
        });
    }

    public Uni<List<Article>> publishedOn(LocalDate day) {
        return ArticleStore.publishedOn(pool, day);
    }

    /** Published and valid that day, for agents, and with the heading of a {@link Procedure}; by slug. */
    public Uni<List<Article>> procedures(LocalDate day) {
        return ArticleStore.proceduresOn(pool, day);
    }

    /** Published and valid that day, with causes of a fault; by slug. */
    public Uni<List<Article>> faults(LocalDate day) {
        return ArticleStore.faultsOn(pool, day);
    }

    /** Those of them that are published and valid that day; by slug. */
    public Uni<List<Article>> called(Collection<String> slugs, LocalDate day) {
        return slugs.isEmpty()
                ? Uni.createFrom().item(List.of())
                : ArticleStore.calledOn(pool, day, slugs.toArray(String[]::new));
    }

    /** What could be answered from at that moment. */
    public Uni<LiveThen> liveAt(Instant at) {
        return publishing.liveAt(at);
    }

    public Uni<ArticlePage> list(ArticleFilter filter) {
        return list(filter, List.of());
    }

    /** @param meant what the search found for the filter's words; that need not hold them */
    public Uni<ArticlePage> list(ArticleFilter filter, List<ArticleSearch.Match> meant) {
        return ArticleStore.shown(pool)
                .chain(shown -> ArticleStore.latest(pool)
                        .map(latest -> new ArticleList(filter, meant, HomeZone.today()).page(shown, latest)));
    }

    /** All that pass the filter, whatever page it names. */
    public Uni<List<Article>> matching(ArticleFilter filter, List<ArticleSearch.Match> meant) {
        return ArticleStore.shown(pool)
                .chain(shown -> ArticleStore.latest(pool)
                        .map(latest -> new ArticleList(filter, meant, HomeZone.today()).matching(shown, latest)));
    }

    /** A new article as a draft. Without a slug it gets {@code articles/<id>}. */
    public Uni<Article> create(@Nullable String slug, ArticleDraft draft, String author) {
        return create(slug, draft, Editor.named(author));
    }

    /** A new article as a draft. Without a slug it gets {@code articles/<id>}. */
    public Uni<Article> create(@Nullable String slug, ArticleDraft draft, Editor author) {
        draft.checked();
        var id = ArticleId.of(Ids.next());
        var name = slug == null || slug.isBlank() ? "articles/" + id.value() : slug.strip();
        if (!SLUG.matcher(name).matches() || name.length() > 200) {
            throw new Problem(Problem.Kind.INVALID, "slug must look like topic/name");
        }
        return pool.withTransaction(tx -> Snippets.hold(tx, draft)
                        .chain(() -> inserted(tx, id, name))
                        .chain(() -> ArticleStore.insertRevision(tx, id, draft, State.DRAFT, author)))
                .chain(revision -> revision(id, revision));
    }

    public Uni<Article> saveDraft(ArticleId id, int base, ArticleDraft draft, String author) {
        return saveDraft(id, base, draft, Editor.named(author));
    }

    /** A new draft, which takes the place of an earlier draft; fails with CONFLICT when {@code base} is not the latest. */
    public Uni<Article> saveDraft(ArticleId id, int base, ArticleDraft draft, Editor author) {
        draft.checked();
        return pool.withTransaction(tx -> Publishing.locked(tx, id)
                        .invoke(all -> Publishing.latest(all, base))
                        .chain(() -> Snippets.hold(tx, draft))
                        .chain(() -> ArticleStore.archiveDrafts(tx, id))
                        .chain(() -> ArticleStore.insertRevision(tx, id, draft, State.DRAFT, author)))
                .chain(revision -> revision(id, revision));
    }

    /** By the service itself. */
    public Uni<Article> publish(ArticleId id, int base) {
        return publish(id, base, null);
    }

    /**
     * Publishes the draft {@code base}, which must be the latest revision; from the next question on it is answered. One that is
     * valid from a later day only is scheduled for its beginning, if something is live until then. Fails with REVIEW_REQUIRED
     * where four eyes hold and nobody else has approved it.
     */
    public Uni<Article> publish(ArticleId id, int base, @Nullable Editor by) {
        return publishing.publish(id, base, by).chain(() -> revision(id, base));
    }

    /** At that moment, to the minute, beside what is live until then. */
    public Uni<Article> schedule(ArticleId id, int base, Instant at, Editor by) {
        return publishing.schedule(id, base, at, by).chain(() -> revision(id, base));
    }

    public Uni<Article> unschedule(ArticleId id) {
        return publishing.unschedule(id).chain(() -> load(id));
    }

    /** Indexes again what is published of an article, when the index has come to hold more than it did. */
    public Uni<Void> reindex(ArticleId id) {
        return revisions(id)
                .map(Articles::published)
                .chain(published -> published.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : index.prepare(published.get())
                                .chain(prepared -> publishing.change(tx -> Publishing.locked(tx, id)
                                        .chain(all -> published(all).equals(published)
                                                ? prepared.write(tx)
                                                : Uni.createFrom().voidItem()))));
    }

    private static Optional<Article> published(List<Article> revisions) {
        return revisions.stream().filter(it -> it.state() == State.PUBLISHED).findFirst();
    }

    public Uni<Article> retire(ArticleId id) {
        return retire(id, null);
    }

    /** Takes the article out of use, and what was scheduled of it; its revisions stay. */
    public Uni<Article> retire(ArticleId id, @Nullable Editor by) {
        return retire(id, by, null, false);
    }

    /** @param unseen somebody else has to look at it afterwards */
    public Uni<Article> retire(ArticleId id, @Nullable Editor by, @Nullable String reason, boolean unseen) {
        return publishing
                .change(tx -> Publishing.locked(tx, id).chain(() -> publishing.takeAway(tx, id, by, reason, unseen)))
                .chain(() -> load(id));
    }

    public Uni<Article> restore(ArticleId id, int revision, String author) {
        return restore(id, revision, Editor.named(author));
    }

    /** An earlier revision's content as a new draft. */
    public Uni<Article> restore(ArticleId id, int revision, Editor author) {
        return revisions(id).chain(all -> {
            var old = all.stream()
                    .filter(it -> it.revision() == revision)
                    .findFirst()
                    .orElseThrow(() -> missing(id.value() + " revision " + revision));
            return saveDraft(id, all.getFirst().revision(), ArticleDraft.of(old), author);
        });
    }

    /** A new article, published at once. The caller knows that the slug is free. */
    public Uni<Article> createPublished(ArticleId id, String slug, ArticleDraft draft, String author) {
        var article = draft.asPublished(id, slug, 1, author);
        return index.prepare(article)
                .chain(prepared -> publishing.change(tx -> inserted(tx, id, slug)
                        .chain(() -> ArticleStore.insertRevision(tx, id, draft, State.PUBLISHED, Editor.named(author)))
                        .chain(() -> prepared.write(tx))))
                .replaceWith(article);
    }

    /** A new published revision in place of {@code base}; scheduled, if it is valid from a later day only. */
    public Uni<Article> replacePublished(Article base, int latest, ArticleDraft draft, String author) {
        return replacePublished(base, latest, draft, Editor.named(author));
    }

    /** A new published revision in place of {@code base}; scheduled, if it is valid from a later day only. */
    public Uni<Article> replacePublished(Article base, int latest, ArticleDraft draft, Editor by) {
        var id = base.id();
        var start = Publishing.laterStart(List.of(base), draft.validFrom());
        if (start.isPresent()) {
            return pool.withTransaction(tx -> Publishing.locked(tx, id)
                            .invoke(all -> Publishing.latest(all, latest))
                            .chain(() -> ArticleStore.archiveDrafts(tx, id))
                            .chain(() -> ArticleStore.insertRevision(tx, id, draft, State.DRAFT, by))
                            .call(fresh -> publishing.scheduleInserted(tx, id, fresh, start.get(), by)))
                    .chain(fresh -> revision(id, fresh));
        }
        var article = draft.asPublished(id, base.slug(), latest + 1, by.name());
        return index.prepare(article)
                .chain(prepared -> publishing.change(tx -> Publishing.locked(tx, id)
                        .invoke(all -> Publishing.latest(all, latest))
                        .chain(() -> publishing.end(tx, id, by))
                        .chain(now -> ArticleStore.insertRevision(tx, id, draft, State.PUBLISHED, by, now))
                        .chain(() -> prepared.write(tx))))
                .replaceWith(article);
    }

    private static Uni<Boolean> inserted(SqlConnection tx, ArticleId id, String slug) {
        return ArticleStore.insert(tx, id, slug).invoke(fresh -> {
            if (!fresh) {
                throw new Problem(Problem.Kind.CONFLICT, "The slug " + slug + " is taken");
            }
        });
    }

    /** One of them; fails with NOT_FOUND. */
    public Uni<Article> revision(ArticleId id, int revision) {
        return revisions(id)
                .map(all -> all.stream()
                        .filter(it -> it.revision() == revision)
                        .findFirst()
                        .orElseThrow(() -> missing(id.value() + " revision " + revision)));
    }

    private static Problem missing(String what) {
        return new Problem(Problem.Kind.NOT_FOUND, "There is no article " + what);
    }
}
