package dev.yiwen.ticket.access;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;

/** Tells supervisors, and whose work it is, what a token in a ticket stands for, with a line in the audit log. */
@Path("/api/v1/tickets/{id}/reveal")
@RolesAllowed(Right.Names.TICKETS)
final class TicketRevealResource {
    private final Tickets tickets;
    private final AuditLog audit;
    private final CurrentStaff current;

    TicketRevealResource(Tickets tickets, AuditLog audit, CurrentStaff current) {
        this.tickets = tickets;
        this.audit = audit;
        this.current = current;
    }

    /** @param token such as {@code [手机号1]}, or {@code [联系方式]} */
    record Hidden(
            @NotBlank @Size(max = 40) String token,
            @NotBlank @Size(max = 200) String reason) {}

    record Told(String value) {}

    @POST
    public Uni<Told> reveal(UUID id, @NotNull @Valid Hidden hidden) {
        var me = current.get();
        return tickets.whole(TicketId.of(id))
                .invoke(it -> require(it.ticket(), me))
                .map(it -> it.valueOf(hidden.token())
                        .orElseThrow(
                                () -> new Problem(Problem.Kind.NOT_FOUND, "Nothing was said that this stands for.")))
                .call(value -> audit.append(new AuditEvent(
                        AuditKind.REVEALED,
                        me.id().value(),
                        "ticket:" + id,
                        Map.of("token", hidden.token(), "reason", Masked.text(hidden.reason())))))
                .map(Told::new);
    }

    private static void require(Ticket ticket, Staff me) {
        if (!me.may(Right.REVEAL) && !ticket.isWorkOf(me)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "This ticket is somebody else's work.");
        }
    }
}
