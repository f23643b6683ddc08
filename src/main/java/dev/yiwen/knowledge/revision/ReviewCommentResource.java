package dev.yiwen.knowledge.revision;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.ArticleId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Remarks at the lines of a revision, settled or not: author and reviewers both write them. */
@Path("/api/v1/articles/{id}/comments")
@RolesAllowed(Right.Names.EDIT)
final class ReviewCommentResource {
    /**
     * @param line from 1; null: the whole field
     * @param quoted that line
     */
    record Remark(
            @Positive int revision,
            @NotNull ReviewComment.Field field,
            @Nullable @Positive Integer line,
            @Nullable @Size(max = 2000) String quoted,

            @NotBlank @Size(max = 2000) String text) {}

    record Settling(boolean resolved) {}

    private final ReviewComments comments;
    private final CurrentStaff staff;

    ReviewCommentResource(ReviewComments comments, CurrentStaff staff) {
        this.comments = comments;
        this.staff = staff;
    }

    @GET
    public Uni<List<ReviewComment>> list(@PathParam("id") UUID id) {
        return comments.of(ArticleId.of(id));
    }

    @POST
    public Uni<ReviewComment> add(@PathParam("id") UUID id, @NotNull @Valid Remark remark) {
        return comments.add(ArticleId.of(id), remark, staff.get());
    }

    @PUT
    @Path("{comment}")
    public Uni<ReviewComment> settle(
            @PathParam("id") UUID id, @PathParam("comment") UUID comment, @NotNull @Valid Settling settling) {
        return comments.resolve(ArticleId.of(id), comment, settling.resolved(), staff.get());
    }
}
