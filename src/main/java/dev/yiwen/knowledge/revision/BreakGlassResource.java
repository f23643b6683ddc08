package dev.yiwen.knowledge.revision;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.shared.Problem;
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

/** When there is no time for a review. */
@Path("/api/v1/articles")
@RolesAllowed(Right.Names.PUBLISH)
final class BreakGlassResource {
    /** Why it cannot wait. */
    record Emergency(@NotBlank @Size(max = 1000) String reason) {}

    /** @param content all of it, as it shall be */
    record Correction(
            @NotBlank @Size(max = 1000) String reason,
            @NotNull ArticleDraft content) {}

    private final BreakGlass glass;
    private final Articles articles;
    private final RefusalWords words;
    private final CurrentStaff staff;

    BreakGlassResource(BreakGlass glass, Articles articles, RefusalWords words, CurrentStaff staff) {
        this.words = words;
        this.glass = glass;
        this.articles = articles;
        this.staff = staff;
    }

    /** From the next question on nobody is told it any more. */
    @POST
    @Path("{id}/pull")
    @Audited(value = AuditKind.ARTICLE_PULLED, subject = "article:{id}")
    public Uni<Article> pull(@PathParam("id") UUID id, @NotNull @Valid Emergency emergency) {
        return glass.pull(ArticleId.of(id), emergency.reason().strip(), editor())
                .chain(() -> articles.load(ArticleId.of(id)));
    }

    /** If-Match names the latest revision that was seen. */
    @POST
    @Path("{id}/correct")
    @Audited(value = AuditKind.ARTICLE_CORRECTED, subject = "article:{id}")
    public Uni<Article> correct(
            @PathParam("id") UUID id,
            @NotNull @HeaderParam("If-Match") Integer revision,
            @HeaderParam("Accept-Language") @DefaultValue("zh") String language,
            @NotNull @Valid Correction correction) {
        return glass.correct(
                        ArticleId.of(id),
                        revision,
                        correction.content(),
                        correction.reason().strip(),
                        editor())
                .chain(fresh -> articles.revision(ArticleId.of(id), fresh))
                .onFailure(Problem.class)
                .transform(it -> words.inWords(it, RefusalWords.language(language)));
    }

    private Editor editor() {
        return Editor.of(staff.get());
    }
}
