package dev.yiwen.ticket.kind;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;

/** The kinds of tickets: for whoever opens one, and for supervisors, who change them. */
@Path("/api/v1/ticket-kinds")
@RolesAllowed({Right.Names.TICKETS, Right.Names.ROUTING})
final class TicketKindResource {
    private final TicketKinds kinds;
    private final CurrentStaff current;

    TicketKindResource(TicketKinds kinds, CurrentStaff current) {
        this.kinds = kinds;
        this.current = current;
    }

    /** @param known the version that was changed */
    record Wanted(int known, @NotEmpty List<@NotNull KindDefinition> kinds) {}

    @GET
    public Uni<TicketKinds.Version> list() {
        return kinds.stored();
    }

    /** For tickets from now on. 409 when somebody else was faster, 400 with what may not be. */
    @PUT
    @RolesAllowed(Right.Names.ROUTING)
    @Audited(value = AuditKind.TICKET_KINDS_CHANGED, subject = "ticket-kinds")
    public Uni<TicketKinds.Version> change(@NotNull @Valid Wanted wanted) {
        return kinds.change(wanted.known(), wanted.kinds(), current.get().id());
    }

    @GET
    @Path("/history")
    @RolesAllowed(Right.Names.ROUTING)
    public Uni<List<TicketKinds.Change>> history() {
        return kinds.history();
    }
}
