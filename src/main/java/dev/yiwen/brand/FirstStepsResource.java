package dev.yiwen.brand;

import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** The guide for a new installation. */
@Path("/api/v1/first-steps")
@RolesAllowed(Right.Names.SETTINGS)
final class FirstStepsResource {
    private final FirstSteps steps;

    FirstStepsResource(FirstSteps steps) {
        this.steps = steps;
    }

    @GET
    public Uni<FirstSteps.Guide> guide() {
        return steps.guide();
    }

    /** Administrators are led past it from now on. */
    @PUT
    @Path("/dismissal")
    public Uni<Void> dismiss() {
        return steps.dismiss();
    }

    @DELETE
    @Path("/dismissal")
    public Uni<Void> showAgain() {
        return steps.showAgain();
    }
}
