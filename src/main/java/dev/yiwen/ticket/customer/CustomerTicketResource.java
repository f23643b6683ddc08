package dev.yiwen.ticket.customer;

import dev.yiwen.identity.CurrentCustomer;
import dev.yiwen.ticket.work.TicketAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** Tickets as their customers see and answer them. */
@Path("/api/v1/chat/tickets")
@RolesAllowed(CurrentCustomer.ROLE)
final class CustomerTicketResource {
    private final CustomerTickets tickets;
    private final TicketAnswers answers;
    private final CurrentCustomer current;

    CustomerTicketResource(CustomerTickets tickets, TicketAnswers answers, CurrentCustomer current) {
        this.tickets = tickets;
        this.answers = answers;
        this.current = current;
    }

    record Writing(@NotNull String clientMessageId, @NotNull String text) {}

    /** At most 50, those to be done first. */
    @GET
    public Uni<List<CustomerTicket>> list() {
        return tickets.of(current.get());
    }

    /** Writes into it, which opens one that was resolved again; answers with all as they are then. */
    @POST
    @Path("/{number}/answers")
    public Uni<List<CustomerTicket>> answer(long number, @NotNull @Valid Writing writing) {
        var me = current.get();
        return answers.write(me, number, writing.clientMessageId(), writing.text())
                .chain(() -> tickets.of(me));
    }
}
