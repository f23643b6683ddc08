package dev.yiwen.knowledge.golden;

import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.golden.GoldenRun.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** What came of golden questions, time after time. */
@Path("/api/v1/golden-runs")
@RolesAllowed(Right.Names.EDIT)
final class GoldenRunResource {
    private static final int MOST = 200;

    private final GoldenRuns runs;

    GoldenRunResource(GoldenRuns runs) {
        this.runs = runs;
    }

    /** Newest first. */
    @GET
    public Uni<List<GoldenRun>> list(@QueryParam("limit") @DefaultValue("30") int limit) {
        return runs.lately(Math.clamp(limit, 1, MOST));
    }

    /** Asks all of them, of what is live now. */
    @POST
    public Uni<GoldenRun> run() {
        return runs.run(Cause.HAND);
    }
}
