package dev.yiwen.handoff.desk;

import dev.yiwen.handoff.transfer.TransferTargets;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/**
 * To whom one may hand a conversation. A resource of its own: a path below a shorter one that another class serves is
 * not found.
 */
@Path("/api/v1/handoff/colleagues")
@RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
final class ColleagueResource {
    private final TransferTargets colleagues;
    private final CurrentStaff current;

    ColleagueResource(TransferTargets colleagues, CurrentStaff current) {
        this.colleagues = colleagues;
        this.current = current;
    }

    /** The groups, and the colleagues who are there. */
    @GET
    public Uni<TransferTargets.There> there() {
        return colleagues.besides(current.get().id());
    }
}
