package dev.yiwen.handoff.desk;

import dev.yiwen.handoff.Colleagues;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** To whom one may hand a conversation: the groups, and the colleagues who are there. */
@Path("/api/v1/handoff/colleagues")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR})
final class ColleagueResource {
    private final Colleagues colleagues;
    private final CurrentStaff current;

    ColleagueResource(Colleagues colleagues, CurrentStaff current) {
        this.colleagues = colleagues;
        this.current = current;
    }

    @GET
    public Uni<Colleagues.There> besidesMe() {
        return colleagues.besides(current.get().id());
    }
}
