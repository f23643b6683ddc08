package dev.yiwen.handoff.desk;

import dev.yiwen.handoff.presence.AfterCalls;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The time after a call, in the hands of its agent. */
@Path("/api/v1/after-call")
@RolesAllowed(Right.Names.ANSWER)
final class AfterCallResource {
    private final AfterCalls afterCalls;
    private final CurrentStaff current;

    AfterCallResource(AfterCalls afterCalls, CurrentStaff current) {
        this.afterCalls = afterCalls;
        this.current = current;
    }

    /** By as much as it has at first; nothing without a call that has just ended. */
    @POST
    @Path("/prolong")
    public Uni<Void> prolong() {
        return afterCalls.prolong(current.get().id());
    }

    /** What waits is offered again. */
    @POST
    @Path("/end")
    public Uni<Void> end() {
        return afterCalls.end(current.get().id());
    }
}
