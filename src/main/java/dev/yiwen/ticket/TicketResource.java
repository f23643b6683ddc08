package dev.yiwen.ticket;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets as staff read and open them; what they do with one is {@link TicketWorkResource}. */
@Path("/api/v1/tickets")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR})
final class TicketResource {
    private final Tickets tickets;
    private final Assignees colleagues;
    private final CurrentStaff current;
    private final ConversationAccess access;
    private final AuditLog audit;

    TicketResource(
            Tickets tickets, Assignees colleagues, CurrentStaff current, ConversationAccess access, AuditLog audit) {
        this.access = access;
        this.audit = audit;
        this.tickets = tickets;
        this.colleagues = colleagues;
        this.current = current;
    }

    /** @param now by the server's clock, for how much time is left */
    record Page(Instant now, Tickets.Counts counts, List<Ticket> tickets) {}

    record Opening(
            @NotNull TicketKind kind,
            @NotBlank @Size(max = 120) String title,
            @Nullable @Size(max = 4000) String details,
            @Nullable @Size(max = 120) String contact,
            @Nullable UUID conversationId) {}

    /** At most 200; {@code show} is open, mine, unowned, soon, overdue, resolved or all. */
    @GET
    public Uni<Page> list(
            @QueryParam("show") @Nullable String show,
            @QueryParam("kind") @Nullable TicketKind kind,
            @QueryParam("q") @DefaultValue("") @Size(max = 100) String words) {
        var filter = new TicketFilter(TicketFilter.show(show), current.get(), kind, words);
        return Uni.combine()
                .all()
                .unis(tickets.list(filter), tickets.counts())
                .asTuple()
                .map(it -> new Page(Instant.now(), it.getItem2(), it.getItem1()));
    }

    /** Of a conversation only by who may read it: the ticket hands it on to others. */
    @POST
    public Uni<Ticket> open(@NotNull @Valid Opening wanted) {
        var me = current.get();
        return mayRead(wanted.conversationId(), me).chain(() -> open(wanted, me));
    }

    private Uni<Void> mayRead(@Nullable UUID conversation, Staff me) {
        return conversation == null
                ? Uni.createFrom().voidItem()
                : access.requireReadable(ConversationId.of(conversation), me)
                        .onFailure(failure -> failure instanceof Problem it && it.kind() == Problem.Kind.FORBIDDEN)
                        .call(() -> audit.append(new AuditEvent(
                                AuditKind.ACCESS_DENIED,
                                me.id().value(),
                                "conversation:" + conversation,
                                Map.of("place", "ticket.open"))));
    }

    private Uni<Ticket> open(Opening wanted, Staff me) {
        return tickets.open(new NewTicket(
                wanted.kind(),
                wanted.title().strip(),
                wanted.details() == null ? "" : wanted.details().strip(),
                wanted.contact(),
                null,
                wanted.conversationId() == null ? null : ConversationId.of(wanted.conversationId()),
                me.id(),
                null));
    }

    @GET
    @Path("/{id}")
    public Uni<Tickets.Whole> read(UUID id) {
        return tickets.whole(TicketId.of(id)).map(it -> it.shownTo(current.get()));
    }

    /** Who can be given a ticket. */
    @GET
    @Path("/colleagues")
    public Uni<List<Ticket.Person>> colleagues() {
        return colleagues.all();
    }
}
