package dev.yiwen.knowledge;

import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleIndex.Prepared;
import dev.yiwen.knowledge.editing.ArticleFilter;
import dev.yiwen.knowledge.editing.ArticleList;
import dev.yiwen.knowledge.editing.ArticlePage;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The curated answers. A change is a new revision and what was published never changes; at most one revision of an article
 * is published and at most one is a draft.
 */
@Singleton
public class Articles {
    /** Editors write validity in the days of their customers. */
    private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{N}_-]+(/[\\p{L}\\p{N}._-]+)+");

    private final Pool pool;
    private final ArticleIndex index;
    private final KnowledgeVersion version;

    Articles(Pool pool, ArticleIndex index, KnowledgeVersion version) {
        this.pool = pool;
        this.index = index;
        this.version = version;
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

    public Uni<ArticlePage> list(ArticleFilter filter) {
        return list(filter, List.of());
    }

    /** @param meant what the search found for the filter's words; that need not hold them */
    public Uni<ArticlePage> list(ArticleFilter filter, List<ArticleSearch.Match> meant) {
        return ArticleStore.shown(pool)
                .chain(shown -> ArticleStore.latest(pool)
                        .map(latest -> new ArticleList(filter, meant, HomeZone.today()).page(shown, latest)));
    }

    /** A new article as a draft. Without a slug it gets {@code articles/<id>}. */
    public Uni<Article> create(@Nullable String slug, ArticleDraft draft, String author) {
        draft.checked();
        var id = ArticleId.of(Ids.next());
        var name = slug == null || slug.isBlank() ? "articles/" + id.value() : slug.strip();
        if (!SLUG.matcher(name).matches() || name.length() > 200) {
            throw new Problem(Problem.Kind.INVALID, "slug must look like topic/name");
        }
        return pool.withTransaction(tx -> ArticleStore.insert(tx, id, name)
                        .invoke(fresh -> {
                            if (!fresh) {
                                throw new Problem(Problem.Kind.CONFLICT, "The slug " + name + " is taken");
                            }
                        })
                        .chain(() -> ArticleStore.insertRevision(tx, id, draft, State.DRAFT, author)))
                .chain(revision -> revision(id, revision));
    }

    /** A new draft, which takes the place of an earlier draft; fails with CONFLICT when {@code base} is not the latest. */
    public Uni<Article> saveDraft(ArticleId id, int base, ArticleDraft draft, String author) {
        draft.checked();
        return pool.withTransaction(tx -> locked(tx, id)
                        .invoke(all -> expect(all, base))
                        .chain(() -> ArticleStore.archiveDrafts(tx, id))
                        .chain(() -> ArticleStore.insertRevision(tx, id, draft, State.DRAFT, author)))
                .chain(revision -> revision(id, revision));
    }

    /** Publishes the draft {@code base}, which must be the latest revision; from the next question on it is answered. */
    public Uni<Article> publish(ArticleId id, int base) {
        return revisions(id)
                .map(all -> expect(all, base))
                .invoke(latest -> {
                    if (latest.state() != State.DRAFT && latest.state() != State.IN_REVIEW) {
                        throw new Problem(Problem.Kind.CONFLICT, "Revision " + base + " is not a draft");
                    }
                })
                .chain(index::prepare)
                .chain(prepared -> change(tx -> locked(tx, id)
                        .invoke(all -> expect(all, base))
                        .chain(() -> ArticleStore.archivePublished(tx, id))
                        .chain(() -> ArticleStore.publish(tx, id, base))
                        .chain(() -> prepared.write(tx))))
                .chain(() -> revision(id, base));
    }

    /** Indexes again what is published of an article, when the index has come to hold more than it did. */
    public Uni<Void> reindex(ArticleId id) {
        return revisions(id)
                .map(Articles::published)
                .chain(published -> published.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : index.prepare(published.get())
                                .chain(prepared -> change(tx -> locked(tx, id)
                                        .chain(all -> published(all).equals(published)
                                                ? prepared.write(tx)
                                                : Uni.createFrom().voidItem()))));
    }

    private static Optional<Article> published(List<Article> revisions) {
        return revisions.stream().filter(it -> it.state() == State.PUBLISHED).findFirst();
    }

    /** Takes the article out of use; its revisions stay. */
    public Uni<Article> retire(ArticleId id) {
        return change(tx -> locked(tx, id)
                        .chain(() -> ArticleStore.archivePublished(tx, id))
                        .chain(() -> index.remove(id, tx)))
                .chain(() -> load(id));
    }

    /** An earlier revision's content as a new draft. */
    public Uni<Article> restore(ArticleId id, int revision, String author) {
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
                .chain(prepared -> change(tx -> ArticleStore.insert(tx, id, slug)
                        .invoke(fresh -> {
                            if (!fresh) {
                                throw new Problem(Problem.Kind.CONFLICT, "The slug " + slug + " is taken");
                            }
                        })
                        .chain(() -> written(tx, id, draft, author, prepared))))
                .replaceWith(article);
    }

    /** A new published revision in place of {@code base}. */
    public Uni<Article> replacePublished(Article base, int latest, ArticleDraft draft, String author) {
        var id = base.id();
        var article = draft.asPublished(id, base.slug(), latest + 1, author);
        return index.prepare(article)
                .chain(prepared -> change(tx -> locked(tx, id)
                        .invoke(all -> expect(all, latest))
                        .chain(() -> ArticleStore.archivePublished(tx, id))
                        .chain(() -> written(tx, id, draft, author, prepared))))
                .replaceWith(article);
    }

    private static Uni<Void> written(
            SqlConnection tx, ArticleId id, ArticleDraft draft, String author, Prepared prepared) {
        return ArticleStore.insertRevision(tx, id, draft, State.PUBLISHED, author)
                .chain(() -> prepared.write(tx));
    }

    private Uni<Void> change(Function<SqlConnection, Uni<?>> work) {
        return pool.withTransaction(tx -> work.apply(tx).chain(() -> version.raise(tx)))
                .invoke(version::seen)
                .replaceWithVoid();
    }

    /** All revisions, newest first, which nobody else changes until the transaction ends. */
    private static Uni<List<Article>> locked(SqlConnection tx, ArticleId id) {
        return ArticleStore.lock(tx, id).chain(found -> {
            if (!found) {
                throw missing(id.value().toString());
            }
            return ArticleStore.revisions(tx, id);
        });
    }

    private Uni<Article> revision(ArticleId id, int revision) {
        return revisions(id)
                .map(all -> all.stream()
                        .filter(it -> it.revision() == revision)
                        .findFirst()
                        .orElseThrow(() -> missing(id.value() + " revision " + revision)));
    }

    private static Article expect(List<Article> newestFirst, int base) {
        var latest = newestFirst.getFirst();
        if (latest.revision() != base) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    "Revision " + latest.revision() + " by " + latest.author() + " came after revision " + base);
        }
        return latest;
    }

    private static Problem missing(String what) {
        return new Problem(Problem.Kind.NOT_FOUND, "There is no article " + what);
    }
}
