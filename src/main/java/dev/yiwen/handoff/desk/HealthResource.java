package dev.yiwen.handoff.desk;

import dev.yiwen.handoff.queue.Health;
import dev.yiwen.handoff.queue.ServiceHealth;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Whether anybody was lost, for supervisors. */
@Path("/api/v1/handoff/health")
@RolesAllowed({Right.Names.SUPERVISE, Right.Names.ROUTING})
final class HealthResource {
    private final Health health;
    private final ServiceHealth service;

    HealthResource(Health health, ServiceHealth service) {
        this.health = health;
        this.service = service;
    }

    /** Whether the job is done: each check, sound or not. */
    @GET
    @Path("/service")
    public Uni<List<Health.Check>> service() {
        return service.check();
    }

    /** Each check, sound or not. */
    @GET
    public Uni<List<Health.Check>> check() {
        return health.check();
    }
}
