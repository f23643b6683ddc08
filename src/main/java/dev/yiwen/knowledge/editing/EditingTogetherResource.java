package dev.yiwen.knowledge.editing;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.ArticleId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** Said by the page every few seconds while an article is open. */
@Path("/api/v1/articles/{id}/editing")
@RolesAllowed(Right.Names.EDIT)
final class EditingTogetherResource {
    /** @param writing something is not saved yet */
    record OpenNow(boolean writing) {}

    private final EditingTogether together;
    private final CurrentStaff staff;

    EditingTogetherResource(EditingTogether together, CurrentStaff staff) {
        this.together = together;
        this.staff = staff;
    }

    /** Who else has it open. */
    @PUT
    public Uni<List<EditingTogether.Other>> here(@PathParam("id") UUID id, @NotNull OpenNow presence) {
        return together.here(ArticleId.of(id), staff.get(), presence.writing());
    }

    @DELETE
    public Uni<Void> leave(@PathParam("id") UUID id) {
        return together.leave(ArticleId.of(id), staff.get());
    }
}
