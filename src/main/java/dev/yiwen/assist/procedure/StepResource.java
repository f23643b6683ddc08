package dev.yiwen.assist.procedure;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agent settles by hand of the procedure that a talk is in the middle of. */
@Path("/api/v1/assist/{conversation}/steps")
@RolesAllowed(Right.Names.ANSWER)
public class StepResource {
    private final ProcedureGuide guide;
    private final CurrentStaff staff;

    StepResource(ProcedureGuide guide, CurrentStaff staff) {
        this.guide = guide;
        this.staff = staff;
    }

    /** Whether the step is done. */
    record Ticked(@Nullable Boolean done) {}

    /** The procedure's article. */
    record Chosen(@Nullable UUID procedure) {}

    /** @param step counted from 1 */
    @POST
    @Path("/{step}")
    public Uni<Void> tick(
            @PathParam("conversation") UUID conversation, @PathParam("step") int step, @Nullable Ticked ticked) {
        var done = ticked == null ? null : ticked.done();
        if (done == null) {
            throw new Problem(Problem.Kind.INVALID, "\"done\" must be true or false.");
        }
        return guide.tick(ConversationId.of(conversation), step, done, staff.get());
    }

    @POST
    public Uni<Void> choose(@PathParam("conversation") UUID conversation, @Nullable Chosen chosen) {
        var procedure = chosen == null ? null : chosen.procedure();
        if (procedure == null) {
            throw new Problem(Problem.Kind.INVALID, "\"procedure\" must be the id of a procedure's article.");
        }
        return guide.choose(ConversationId.of(conversation), ArticleId.of(procedure), staff.get());
    }
}
