package dev.yiwen.quality;

import dev.yiwen.identity.Right;
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

/** How customers found the conversations of each agent. */
@Path("/api/v1/satisfaction")
public class SatisfactionResource {
    private final Satisfaction satisfaction;

    SatisfactionResource(Satisfaction satisfaction) {
        this.satisfaction = satisfaction;
    }

    @GET
    @Path("/summary")
    @RolesAllowed(Right.Names.SUPERVISE)
    public Uni<List<Satisfaction.OfAgent>> summary(@QueryParam("days") @DefaultValue("30") @Min(1) @Max(366) int days) {
        return satisfaction.byAgent(Duration.ofDays(days));
    }
}
