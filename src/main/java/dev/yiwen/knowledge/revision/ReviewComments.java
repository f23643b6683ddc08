package dev.yiwen.knowledge.revision;

import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The remarks on revisions. No publishing depends on them. */
@Singleton
final class ReviewComments {
    private final EntityStore entities;

    ReviewComments(EntityStore entities) {
        this.entities = entities;
    }

    /** Oldest first. */
    Uni<List<ReviewComment>> of(ArticleId article) {
        return entities.read(session -> session.createQuery(
                        "from ReviewComment where articleId = :article order by at, id", ReviewComment.class)
                .setParameter("article", article.value())
                .getResultList());
    }

    Uni<ReviewComment> add(ArticleId article, ReviewCommentResource.Remark remark, Staff by) {
        var comment = new ReviewComment();
        comment.articleId = article.value();
        comment.revision = remark.revision();
        comment.field = remark.field();
        comment.line = remark.line();
        comment.quoted = remark.quoted() == null ? "" : remark.quoted();
        comment.text = remark.text().strip();
        comment.author = by.name();
        comment.authorId = by.id().value();
        return entities.insert(comment, "It is there already.");
    }

    /** Fails with CONFLICT when somebody else was at it meanwhile. */
    Uni<ReviewComment> resolve(ArticleId article, UUID id, boolean resolved, Staff by) {
        return entities.write(session -> session.get(ReviewComment.class, id)
                .invoke(comment -> {
                    if (comment == null || !comment.articleId.equals(article.value())) {
                        throw new Problem(Kind.NOT_FOUND, "There is no such comment.");
                    }
                })
                .invoke(comment -> comment.resolved(resolved ? by.name() : null))
                .call(session::update));
    }
}
