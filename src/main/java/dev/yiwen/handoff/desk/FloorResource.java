package dev.yiwen.handoff.desk;

import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The queue and the agents at a glance. */
@Path("/api/v1/supervision/floor")
@RolesAllowed(Right.Names.SUPERVISE)
final class FloorResource {
    private final Floor floor;

    FloorResource(Floor floor) {
        this.floor = floor;
    }

    @GET
    public Uni<Floor.Now> now() {
        return floor.now();
    }
}
