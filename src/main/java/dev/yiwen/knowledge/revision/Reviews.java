package dev.yiwen.knowledge.revision;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Submitted, approved or sent back. Each step names the revision that was looked at and holds the article's lock, so that of
 * several reviewers one decides, and nobody approves what the author has changed meanwhile.
 */
@Singleton
public final class Reviews {
    private final Pool pool;
    private final FourEyes fourEyes;

    Reviews(Pool pool, FourEyes fourEyes) {
        this.pool = pool;
        this.fourEyes = fourEyes;
    }

    public Uni<Void> submit(ArticleId id, int base, Editor by) {
        return step(id, base, List.of(State.DRAFT), (tx, draft) -> RevisionStore.submit(tx, draft, by));
    }

    /** Fails with OWN_WORK for its author, unless one person does all. */
    public Uni<Void> approve(ArticleId id, int base, Editor by) {
        return fourEyes.hold()
                .chain(hold -> step(id, base, List.of(State.IN_REVIEW), (tx, draft) -> {
                    if (hold && by.wrote(draft)) {
                        throw ownWork(draft.author());
                    }
                    return RevisionStore.approve(
                            tx, draft, ArticleDraft.of(draft).hash(), by);
                }));
    }

    /** Back to its author, with a reason. */
    public Uni<Void> sendBack(ArticleId id, int base, String reason, Editor by) {
        return step(
                id,
                base,
                List.of(State.IN_REVIEW, State.APPROVED),
                (tx, draft) -> RevisionStore.sendBack(tx, draft, reason, by));
    }

    /** Somebody else has looked at what was done without a review. */
    public Uni<Void> confirm(ArticleId id, Editor by) {
        return fourEyes.hold()
                .chain(hold -> pool.withTransaction(tx -> Publishing.locked(tx, id)
                        .invoke(all -> all.stream()
                                .filter(it -> it.life().unconfirmed() && hold && did(by, it))
                                .findFirst()
                                .ifPresent(it -> {
                                    throw ownWork(by.name());
                                }))
                        .chain(() -> RevisionStore.confirm(tx, id, by))
                        .invoke(Publishing::done)))
                .replaceWithVoid();
    }

    /** Whether it was them who let customers have it, or took it away. */
    private static boolean did(Editor by, Article it) {
        var life = it.life();
        return life.endedBy() != null && life.endReason() != null
                ? by.is(life.endedBy(), life.endedById())
                : by.is(life.publisher(), life.publisherId());
    }

    private Uni<Void> step(
            ArticleId id, int base, List<State> from, BiFunction<SqlConnection, Article, Uni<Boolean>> step) {
        return pool.withTransaction(tx -> Publishing.locked(tx, id)
                        .map(all -> Publishing.latest(all, base))
                        .chain(draft -> {
                            Publishing.done(from.contains(draft.state()));
                            return step.apply(tx, draft);
                        })
                        .invoke(Publishing::done))
                .replaceWithVoid();
    }

    private static Problem ownWork(String author) {
        return new Problem(Kind.OWN_WORK, "Somebody other than " + author + " must look at it");
    }
}
