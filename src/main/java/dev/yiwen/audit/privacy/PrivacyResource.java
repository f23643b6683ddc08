package dev.yiwen.audit.privacy;

import dev.yiwen.audit.report.Report;
import dev.yiwen.audit.report.Reports;
import dev.yiwen.audit.retention.Retention;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;

/** How long what is kept, and what was done. */
@Path("/api/v1/privacy")
@RolesAllowed("PRIVACY")
final class PrivacyResource {
    private static final int MOST_REPORTS = 100;

    private final Reports reports;
    private final Retention retention;

    PrivacyResource(Reports reports, Retention retention) {
        this.reports = reports;
        this.retention = retention;
    }

    /** Days, by kind. */
    @GET
    @Path("/retention")
    public Map<String, Long> retention() {
        return retention.days();
    }

    /** The last hundred. */
    @GET
    @Path("/reports")
    public Uni<List<Report>> reports() {
        return reports.latest(MOST_REPORTS);
    }
}
