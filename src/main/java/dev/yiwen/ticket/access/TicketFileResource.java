package dev.yiwen.ticket.access;

import dev.yiwen.file.Download;
import dev.yiwen.file.FileId;
import dev.yiwen.file.FilePlace;
import dev.yiwen.file.FileSize;
import dev.yiwen.file.Files;
import dev.yiwen.file.UploadPace;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketFile;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * Files of tickets, as staff add and see them. In a picture nothing can be masked, so those open it whose work the ticket is, and
 * who may reveal what is masked; the others see that it is there.
 */
@Path("/api/v1/tickets/{id}/files")
@RolesAllowed(Right.Names.TICKETS)
final class TicketFileResource {
    private final Tickets tickets;
    private final Files files;
    private final UploadPace pace;
    private final CurrentStaff current;

    TicketFileResource(Tickets tickets, Files files, UploadPace pace, CurrentStaff current) {
        this.tickets = tickets;
        this.files = files;
        this.pace = pace;
        this.current = current;
    }

    /** The bytes are the body. It is in the ticket once a comment or a reply names it; else it is removed after a while. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<TicketFile> add(
            UUID id,
            @QueryParam("name") @NotNull @Size(max = 255) String name,
            @QueryParam("clientMessageId") @NotNull @Size(min = 1, max = 64) String clientMessageId,
            byte[] content) {
        return tickets.find(TicketId.of(id))
                .call(() -> pace.takeAsStaff(current.get().id().value()))
                .chain(it -> files.store(FilePlace.ticket(id), clientMessageId, name, content))
                .map(TicketFile::of);
    }

    /** The file, or of a picture what pages show in its place. */
    @GET
    @Path("/{file}")
    public Uni<Response> open(UUID id, UUID file, @QueryParam("size") @DefaultValue("original") FileSize size) {
        var me = current.get();
        return tickets.find(TicketId.of(id))
                .invoke(it -> require(it, me))
                .chain(it -> switch (size) {
                    case ORIGINAL -> files.open(FilePlace.ticket(id), FileId.of(file));
                    case PREVIEW -> files.preview(FilePlace.ticket(id), FileId.of(file));
                })
                .map(Download::of);
    }

    private static void require(Ticket ticket, Staff me) {
        if (!me.may(Right.REVEAL) && !ticket.isWorkOf(me)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "This ticket is somebody else's work.");
        }
    }
}
