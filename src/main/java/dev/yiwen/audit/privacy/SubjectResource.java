package dev.yiwen.audit.privacy;

import dev.yiwen.audit.Actor;
import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.audit.Erasure;
import dev.yiwen.audit.report.Report;
import dev.yiwen.audit.subject.Holds;
import dev.yiwen.audit.subject.Subjects;
import dev.yiwen.shared.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer's data: looked up, counted, held, erased. */
@Path("/api/v1/privacy/customers")
@RolesAllowed("PRIVACY")
final class SubjectResource {
    private final Subjects subjects;
    private final Erasure erasure;
    private final Holds holds;
    private final AuditLog log;
    private final SecurityIdentity identity;

    SubjectResource(Subjects subjects, Erasure erasure, Holds holds, AuditLog log, SecurityIdentity identity) {
        this.subjects = subjects;
        this.erasure = erasure;
        this.holds = holds;
        this.log = log;
        this.identity = identity;
    }

    record Reason(@NotBlank @Size(max = 500) String reason) {}

    /** @param found what there is of the customer, table by table */
    record Known(Subjects.Subject customer, List<Report.Line> found) {}

    /** @param q an id of ours or of the host application, a telephone number, or the whole name */
    @GET
    public Uni<List<Subjects.Subject>> find(@QueryParam("q") @NotNull @Size(min = 2, max = 128) String q) {
        return subjects.find(q.strip())
                .call(found -> log.append(new AuditEvent(
                        AuditKind.CUSTOMER_SEARCHED,
                        actor(),
                        "customer",
                        Map.of("found", String.valueOf(found.size())))));
    }

    /** What an erasure would find; it changes nothing. */
    @GET
    @Path("/{id}")
    public Uni<Known> look(UUID id) {
        return subjects.describe(List.of(id))
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such customer.")))
                .chain(it -> erasure.dryRun(id).map(lines -> new Known(it, lines)));
    }

    @PUT
    @Path("/{id}/hold")
    public Uni<Holds.Hold> hold(UUID id, @NotNull @Valid Reason reason) {
        return holds.set(id, reason.reason().strip(), actor());
    }

    @DELETE
    @Path("/{id}/hold")
    public Uni<Void> lift(UUID id) {
        return holds.lift(id, actor());
    }

    /**
     * Cannot be undone.
     *
     * @param confirm the customer's id once more
     */
    @DELETE
    @Path("/{id}")
    public Uni<Report> erase(UUID id, @QueryParam("confirm") @Nullable UUID confirm) {
        if (!id.equals(confirm)) {
            throw new Problem(Problem.Kind.INVALID, "confirm must be the customer's id.");
        }
        return erasure.erase(id, actor());
    }

    private @Nullable UUID actor() {
        return Actor.of(identity);
    }
}
