package dev.yiwen.audit.privacy;

import dev.yiwen.audit.Actor;
import dev.yiwen.audit.subject.CustomerExport;
import dev.yiwen.shared.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.UUID;

/** One customer's data, handed out. */
@Path("/api/v1/privacy/customers/{id}/export")
@RolesAllowed("PRIVACY")
final class CustomerExportResource {
    /** Beside that of the class: it holds every conversation, unmasked. */
    private static final Set<String> ALL_OF = Set.of("READ_ALL", "REVEAL");

    private final CustomerExport export;
    private final SecurityIdentity identity;

    CustomerExportResource(CustomerExport export, SecurityIdentity identity) {
        this.export = export;
        this.identity = identity;
    }

    /** A ZIP, made in a file that only this process may read and that goes when it was sent, or was not. */
    @GET
    @Produces("application/zip")
    public Uni<Response> export(UUID id, @Context RoutingContext request) {
        if (!identity.getRoles().containsAll(ALL_OF)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "What was said is handed out by who may read and reveal all of it.");
        }
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
