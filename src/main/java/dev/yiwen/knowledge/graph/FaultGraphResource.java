package dev.yiwen.knowledge.graph;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What editors see of the graph of faults, and correct. */
@Path("/api/v1/fault-graph")
@RolesAllowed(Right.Names.EDIT)
final class FaultGraphResource {
    private final KnownFaults faults;
    private final CurrentStaff staff;

    FaultGraphResource(KnownFaults faults, CurrentStaff staff) {
        this.faults = faults;
        this.staff = staff;
    }

    /** @param corrections those that stand, the oldest first */
    record Shown(FaultGraph graph, List<GraphCorrection> corrections) {}

    record Corrected(long id) {}

    @GET
    public Uni<Shown> graph() {
        return faults.current().chain(graph -> faults.corrections().map(it -> new Shown(graph, it)));
    }

    @POST
    @Path("corrections")
    @ResponseStatus(201)
    public Uni<Corrected> correct(@Valid @Nullable WantedCorrection wanted) {
        if (wanted == null) {
            throw new Problem(Problem.Kind.INVALID, "The request has no body");
        }
        return faults.correct(wanted, staff.get()).map(Corrected::new);
    }

    /** Undoes it. */
    @DELETE
    @Path("corrections/{id}")
    public Uni<Void> undo(@PathParam("id") long id) {
        return faults.undo(id);
    }
}
