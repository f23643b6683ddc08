package dev.yiwen.knowledge.link;

import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** The links of an article, for its editors. */
@Path("/api/v1/articles/{id}/links")
@RolesAllowed(Right.Names.EDIT)
final class LinkResource {

    /** @param checked whether this installation looks at links at all */
    record LinksOfArticle(boolean checked, List<LinkCheck> links) {}

    private final LinkChecks checks;
    private final LinkConfig config;

    LinkResource(LinkChecks checks, LinkConfig config) {
        this.checks = checks;
        this.config = config;
    }

    /** As they were found last. */
    @GET
    public Uni<LinksOfArticle> get(@PathParam("id") UUID id) {
        return checks.of(ArticleId.of(id)).map(this::told);
    }

    /** Looks at them now. */
    @POST
    @Path("check")
    public Uni<LinksOfArticle> check(@PathParam("id") UUID id) {
        if (!config.checked()) {
            throw new Problem(Problem.Kind.INVALID, "Links are not checked here: YIWEN_LINKS_CHECKED is false.");
        }
        return checks.now(ArticleId.of(id)).map(this::told);
    }

    private LinksOfArticle told(List<LinkCheck> links) {
        return new LinksOfArticle(config.checked(), links);
    }
}
