package dev.yiwen.quality.calibration;

import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Limits that agree better with what people decided; whoever wants one saves it as criteria. */
@Path("/api/v1/calibration/thresholds")
@RolesAllowed(Right.Names.SUPERVISE)
public class ThresholdResource {
    private final Thresholds thresholds;

    ThresholdResource(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @GET
    public Uni<List<Thresholds.Proposal>> all() {
        return thresholds.all();
    }
}
