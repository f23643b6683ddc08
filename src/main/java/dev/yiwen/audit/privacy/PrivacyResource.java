package dev.yiwen.audit.privacy;

import dev.yiwen.audit.Actor;
import dev.yiwen.audit.CustomerExport;
import dev.yiwen.audit.Report;
import dev.yiwen.audit.Reports;
import dev.yiwen.audit.Retention;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is handed out, how long what is kept, and what was done. */
@Path("/api/v1/privacy")
@RolesAllowed("ADMIN")
final class PrivacyResource {
    private static final int MOST_REPORTS = 100;

    private final CustomerExport export;
    private final Reports reports;
    private final Retention retention;
    private final SecurityIdentity identity;

    PrivacyResource(CustomerExport export, Reports reports, Retention retention, SecurityIdentity identity) {
        this.export = export;
        this.reports = reports;
        this.retention = retention;
        this.identity = identity;
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

    /** A ZIP, made in a file that only this process may read and that goes when it was sent, or was not. */
    @GET
    @Path("/customers/{id}/export")
    @Produces("application/zip")
    public Uni<Response> export(UUID id, RoutingContext request) {
        return temporary().chain(file -> {
            request.addEndHandler(ended -> remove(file));
            return export.to(file, id, Actor.of(identity))
                    .map(report -> Response.ok(file.toFile(), "application/zip")
                            .header("Content-Disposition", "attachment; filename=\"customer-" + id + ".zip\"")
                            .header("Cache-Control", "no-store")
                            .build());
        });
    }

    private static Uni<java.nio.file.Path> temporary() {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return Files.createTempFile("yiwen-export", ".zip");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static void remove(java.nio.file.Path file) {
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
