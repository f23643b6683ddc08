package dev.yiwen.ticket.work;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.file.FileId;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffId;
import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.TicketPriority;
import dev.yiwen.ticket.TicketStep;
import dev.yiwen.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff do with a ticket; each answers with the ticket as it is then. */
@Path("/api/v1/tickets/{id}")
@RolesAllowed(Right.Names.TICKETS)
final class TicketWorkResource {
    private final TicketWork work;
    private final CurrentStaff current;
    private final AuditLog audit;

    TicketWorkResource(TicketWork work, CurrentStaff current, AuditLog audit) {
        this.audit = audit;
        this.work = work;
        this.current = current;
    }

    record Words(@NotBlank @Size(max = 4000) String words) {}

    /** @param files ids of what was stored for the ticket; with some there need not be words */
    record Comment(
            @NotNull @Size(max = 4000) String words,
            @Nullable @Size(max = 20) List<@NotNull UUID> files) {}

    /**
     * @param waits whether the work waits for what the customer answers
     * @param files as of a comment
     * @param clientMessageId of the writer's; sent again under the same it is kept once. Without one it is always another
     */
    record Reply(
            @NotNull @Size(max = 2000) String words,
            boolean waits,
            @Nullable @Size(max = 64) String clientMessageId,
            @Nullable @Size(max = 20) List<@NotNull UUID> files) {}

    record Note(@Nullable @Size(max = 4000) String words) {}

    /** @param number of the ticket that stays */
    record Into(long number, @Nullable @Size(max = 1000) String words) {}

    record To(@NotNull UUID staffId) {}

    record Pressing(@NotNull TicketPriority priority) {}

    @POST
    @Path("/take")
    public Uni<Tickets.Whole> take(UUID id) {
        return change(id, new TicketChange.Take());
    }

    /** By its owner or a supervisor. */
    @POST
    @Path("/assign")
    public Uni<Tickets.Whole> assign(UUID id, @NotNull @Valid To to) {
        return change(id, new TicketChange.Assign(StaffId.of(to.staffId())));
    }

    /** It is nobody's again. By its owner or a supervisor. */
    @POST
    @Path("/release")
    public Uni<Tickets.Whole> release(UUID id) {
        return change(id, new TicketChange.Release());
    }

    /** By its owner or a supervisor; while it is nobody's, by anybody. */
    @POST
    @Path("/priority")
    public Uni<Tickets.Whole> prioritise(UUID id, @NotNull @Valid Pressing pressing) {
        return change(id, new TicketChange.Prioritise(pressing.priority()));
    }

    @POST
    @Path("/comments")
    public Uni<Tickets.Whole> comment(UUID id, @NotNull @Valid Comment comment) {
        var files = files(comment.files());
        return change(id, new TicketChange.Comment(words(comment.words(), files), files));
    }

    /** The customer reads it in their chat. By its owner or a supervisor. */
    @POST
    @Path("/replies")
    public Uni<Tickets.Whole> reply(UUID id, @NotNull @Valid Reply reply) {
        var files = files(reply.files());
        return change(
                id,
                new TicketChange.Reply(
                        words(reply.words(), files),
                        reply.waits(),
                        reply.clientMessageId() == null ? Ids.next().toString() : reply.clientMessageId(),
                        files));
    }

    /** The owner has read what the customer wrote; of anybody else it changes nothing. */
    @POST
    @Path("/read")
    public Uni<Void> read(UUID id) {
        return work.read(TicketId.of(id), current.get().id());
    }

    /** What a deadline asked for was done. By its owner or a supervisor. */
    @POST
    @Path("/steps/{step}")
    public Uni<Tickets.Whole> meet(UUID id, String step, @NotNull @Valid Note note) {
        return change(
                id,
                new TicketChange.Meet(
                        TicketStep.of(step),
                        note.words() == null ? "" : note.words().strip()));
    }

    /** By its owner or a supervisor. */
    @POST
    @Path("/resolve")
    public Uni<Tickets.Whole> resolve(UUID id, @NotNull @Valid Words resolution) {
        return change(id, new TicketChange.Resolve(resolution.words().strip()));
    }

    /** It goes on in the ticket of that number. By who works on both; why, where they are not of one customer. */
    @POST
    @Path("/merge")
    public Uni<Tickets.Whole> merge(UUID id, @NotNull @Valid Into into) {
        var words = into.words() == null ? "" : into.words().strip();
        return change(id, new TicketChange.Merge(into.number(), words))
                .call(() -> audit(id, Map.of("into", Long.toString(into.number()), "reason", Masked.text(words))));
    }

    /** It stands for itself again, unless something has happened to either. */
    @POST
    @Path("/split")
    public Uni<Tickets.Whole> split(UUID id) {
        return change(id, new TicketChange.Split()).call(() -> audit(id, Map.of("split", "true")));
    }

    private Uni<Void> audit(UUID id, Map<String, String> details) {
        return audit.append(
                new AuditEvent(AuditKind.TICKETS_MERGED, current.get().id().value(), "ticket:" + id, details));
    }

    @POST
    @Path("/reopen")
    public Uni<Tickets.Whole> reopen(UUID id, @NotNull @Valid Words why) {
        return change(id, new TicketChange.Reopen(why.words().strip()));
    }

    private static List<FileId> files(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids.stream().distinct().map(FileId::of).toList();
    }

    private static String words(String words, List<FileId> files) {
        if (words.isBlank() && files.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, "There is nothing in it.");
        }
        return words.strip();
    }

    private Uni<Tickets.Whole> change(UUID id, TicketChange change) {
        var me = current.get();
        return work.change(TicketId.of(id), me, change).map(it -> it.shownTo(me));
    }
}
