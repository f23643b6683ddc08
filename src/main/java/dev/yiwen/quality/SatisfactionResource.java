package dev.yiwen.quality;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;

/** How customers found their conversations: an agent's own ratings, and everybody's for supervisors. */
@Path("/api/v1/satisfaction")
public class SatisfactionResource {
    private final Satisfaction satisfaction;
    private final CurrentStaff current;

    SatisfactionResource(Satisfaction satisfaction, CurrentStaff current) {
        this.satisfaction = satisfaction;
        this.current = current;
    }

    @GET
    @Path("/mine")
    @RolesAllowed(Role.Names.AGENT)
    public Uni<List<Satisfaction.Rating>> mine() {
        return satisfaction.of(current.get().id());
    }

    @GET
    @Path("/summary")
    @RolesAllowed(Role.Names.SUPERVISOR)
    public Uni<List<Satisfaction.OfAgent>> summary(@QueryParam("days") @DefaultValue("30") @Min(1) @Max(366) int days) {
        return satisfaction.byAgent(Duration.ofDays(days));
    }
}
