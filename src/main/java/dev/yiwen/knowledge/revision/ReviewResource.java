package dev.yiwen.knowledge.revision;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Editor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** From a draft to what customers see: submitted, approved or sent back. If-Match names the revision that was looked at. */
@Path("/api/v1/articles")
@RolesAllowed(Right.Names.PUBLISH)
final class ReviewResource {
    /** Why. */
    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    private final Reviews reviews;
    private final Articles articles;
    private final RefusalWords refusals;
    private final CurrentStaff staff;

    ReviewResource(Reviews reviews, Articles articles, RefusalWords refusals, CurrentStaff staff) {
        this.reviews = reviews;
        this.articles = articles;
        this.refusals = refusals;
        this.staff = staff;
    }

    @POST
    @Path("{id}/submit")
    @RolesAllowed(Right.Names.EDIT)
    @Audited(value = AuditKind.ARTICLE_SUBMITTED, subject = "article:{id}")
    public Uni<Article> submit(@PathParam("id") UUID id, @NotNull @HeaderParam("If-Match") Integer revision) {
        return reviews.submit(ArticleId.of(id), revision, editor())
                .chain(() -> articles.revision(ArticleId.of(id), revision));
    }

    @POST
    @Path("{id}/approve")
    @Audited(value = AuditKind.ARTICLE_APPROVED, subject = "article:{id}")
    public Uni<Article> approve(
            @PathParam("id") UUID id,
            @NotNull @HeaderParam("If-Match") Integer revision,
            @HeaderParam("Accept-Language") @DefaultValue("zh") String language) {
        return reviews.approve(ArticleId.of(id), revision, editor())
                .chain(() -> articles.revision(ArticleId.of(id), revision))
                .onFailure()
                .transform(it -> refusals.inWords(it, RefusalWords.language(language)));
    }

    @POST
    @Path("{id}/send-back")
    @Audited(value = AuditKind.ARTICLE_SENT_BACK, subject = "article:{id}")
    public Uni<Article> sendBack(
            @PathParam("id") UUID id,
            @NotNull @HeaderParam("If-Match") Integer revision,
            @NotNull @Valid Reason reason) {
        return reviews.sendBack(ArticleId.of(id), revision, reason.reason().strip(), editor())
                .chain(() -> articles.revision(ArticleId.of(id), revision));
    }

    /** Of what was corrected or taken away without a review. */
    @POST
    @Path("{id}/confirm")
    @Audited(value = AuditKind.ARTICLE_CONFIRMED, subject = "article:{id}")
    public Uni<Article> confirm(
            @PathParam("id") UUID id, @HeaderParam("Accept-Language") @DefaultValue("zh") String language) {
        return reviews.confirm(ArticleId.of(id), editor())
                .chain(() -> articles.load(ArticleId.of(id)))
                .onFailure()
                .transform(it -> refusals.inWords(it, RefusalWords.language(language)));
    }

    private Editor editor() {
        return Editor.of(staff.get());
    }
}
