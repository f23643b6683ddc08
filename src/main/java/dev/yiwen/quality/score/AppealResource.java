package dev.yiwen.quality.score;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appeals against scores: who is judged objects, who supervises decides, and never about themselves. */
@Path("/api/v1/score-appeals")
@RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
public class AppealResource {
    private final Appeals appeals;
    private final CurrentStaff current;

    AppealResource(Appeals appeals, CurrentStaff current) {
        this.appeals = appeals;
        this.current = current;
    }

    record Word(
            @NotNull UUID conversationId,
            @NotBlank @Size(max = 40) String criterion,
            @NotBlank @Size(max = 500) String word) {}

    record Verdict(
            boolean overturned, @Nullable @Size(max = 500) String note) {}

    @POST
    @RolesAllowed(Right.Names.ANSWER)
    public Uni<Void> object(@NotNull @Valid Word objection) {
        return appeals.object(
                objection.conversationId(),
                objection.criterion(),
                objection.word().strip(),
                current.get().id());
    }

    /** An agent's own; a supervisor's are everybody's. */
    @GET
    public Uni<List<Appeals.Appeal>> all(@QueryParam("open") boolean open) {
        var staff = current.get();
        return appeals.all(staff.may(Right.SUPERVISE) ? null : staff.id(), open);
    }

    @GET
    @Path("/rates")
    @RolesAllowed(Right.Names.SUPERVISE)
    public Uni<List<Appeals.Rate>> rates() {
        return appeals.rates();
    }

    /** Overturned, the conversation is scored anew without it. */
    @PUT
    @Path("/{id}")
    @RolesAllowed(Right.Names.SUPERVISE)
    public Uni<Void> decide(@PathParam("id") UUID id, @NotNull @Valid Verdict verdict) {
        var note = verdict.note();
        return appeals.decide(id, verdict.overturned(), note == null ? "" : note.strip(), current.get());
    }
}
