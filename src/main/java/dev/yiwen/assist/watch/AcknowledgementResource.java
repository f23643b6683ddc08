package dev.yiwen.assist.watch;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** A supervisor has taken note of a warning that an agent was given. */
@Path("/api/v1/supervision/warnings")
@RolesAllowed(Right.Names.SUPERVISE)
final class AcknowledgementResource {
    private final Acknowledgements acknowledgements;
    private final CurrentStaff current;

    AcknowledgementResource(Acknowledgements acknowledgements, CurrentStaff current) {
        this.acknowledgements = acknowledgements;
        this.current = current;
    }

    /** For all supervisors, once: twice changes nothing. */
    @POST
    @Path("/{id}/acknowledge")
    public Uni<Void> take(UUID id) {
        return acknowledgements.take(id, current.get().id());
    }
}
