package dev.yiwen.ticket.customer;

import dev.yiwen.file.Download;
import dev.yiwen.file.FileId;
import dev.yiwen.file.FilePlace;
import dev.yiwen.file.FileSize;
import dev.yiwen.file.Files;
import dev.yiwen.identity.CurrentCustomer;
import dev.yiwen.ticket.work.TicketAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Tickets as their customers see and answer them. */
@Path("/api/v1/chat/tickets")
@RolesAllowed(CurrentCustomer.ROLE)
final class CustomerTicketResource {
    private final CustomerTickets tickets;
    private final TicketAnswers answers;
    private final CurrentCustomer current;

    private final Files files;

    CustomerTicketResource(CustomerTickets tickets, TicketAnswers answers, CurrentCustomer current, Files files) {
        this.files = files;
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

    /** A file of a reply to them, or of a picture what pages show in its place. */
    @GET
    @Path("/{number}/files/{file}")
    public Uni<Response> file(long number, UUID file, @QueryParam("size") @DefaultValue("original") FileSize size) {
        return tickets.withFile(current.get(), number, file)
                .chain(id -> switch (size) {
                    case ORIGINAL -> files.open(FilePlace.ticket(id), FileId.of(file));
                    case PREVIEW -> files.preview(FilePlace.ticket(id), FileId.of(file));
                })
                .map(Download::of);
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
