package dev.yiwen.knowledge.revision;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleIndex;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.Snippets;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** A wrong answer is taken away or put right at once, with a reason; somebody else looks at it afterwards. */
@Singleton
final class BreakGlass {
    private final Articles articles;
    private final ArticleIndex index;
    private final Publishing publishing;

    BreakGlass(Articles articles, ArticleIndex index, Publishing publishing) {
        this.articles = articles;
        this.index = index;
        this.publishing = publishing;
    }

    /** CONFLICT when nothing of it is live. */
    Uni<Void> pull(ArticleId id, String reason, Editor by) {
        return publishing.change(tx -> Publishing.locked(tx, id)
                .invoke(all -> {
                    if (live(all).isEmpty()) {
                        throw new Problem(Kind.CONFLICT, "Nothing of it is live");
                    }
                })
                .chain(() -> publishing.takeAway(tx, id, by, reason, true)));
    }

    /**
     * This content, live at once. An open draft with other content comes after it, as a draft again: it was written without
     * knowing of the correction.
     *
     * @param base the latest revision that was seen
     * @return the revision's number
     */
    Uni<Integer> correct(ArticleId id, int base, ArticleDraft content, String reason, Editor by) {
        content.fault().ifPresent(it -> {
            throw new Problem(Kind.INVALID, it);
        });
        return articles.revisions(id)
                .map(all -> Publishing.latest(all, base))
                .chain(latest -> index.prepare(content.asPublished(id, latest.slug(), base + 1, by.name())))
                .chain(prepared -> publishing.change(tx -> Publishing.locked(tx, id)
                        .invoke(all -> Publishing.latest(all, base))
                        .call(() -> Snippets.hold(tx, content))
                        .chain(all -> write(tx, all, content, reason, by))
                        .chain(() -> prepared.write(tx))))
                .replaceWith(base + 1);
    }

    private Uni<Void> write(SqlConnection tx, List<Article> all, ArticleDraft content, String reason, Editor by) {
        var id = all.getFirst().id();
        return publishing
                .end(tx, id, by)
                .call(() -> ArticleStore.archiveDrafts(tx, id))
                .chain(now -> ArticleStore.insertRevision(tx, id, content, State.PUBLISHED, by, now))
                .chain(revision -> RevisionStore.unseen(tx, id, revision, reason, by))
                .chain(() -> openDraft(all)
                        .filter(it -> !ArticleDraft.of(it).equals(content))
                        .map(it -> ArticleStore.insertRevision(
                                        tx,
                                        id,
                                        ArticleDraft.of(it),
                                        State.DRAFT,
                                        new Editor(it.author(), it.life().authorId()))
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Optional<Article> live(List<Article> all) {
        return all.stream().filter(it -> it.state() == State.PUBLISHED).findFirst();
    }

    private static Optional<Article> openDraft(List<Article> all) {
        return all.stream().filter(it -> it.state().isOpen()).findFirst();
    }
}
