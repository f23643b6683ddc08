package dev.yiwen.ticket.desk;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.ticket.NewTicket;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.TicketPriority;
import dev.yiwen.ticket.Tickets;
import dev.yiwen.ticket.access.Assignees;
import dev.yiwen.ticket.access.ReadableConversations;
import dev.yiwen.ticket.work.Replies;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tickets as staff read and open them; what they do with one is {@link TicketWorkResource}. */
@Path("/api/v1/tickets")
@RolesAllowed(Right.Names.TICKETS)
final class TicketResource {
    private static final Logger LOG = Logger.getLogger(TicketResource.class);
    private static final int MOST_EXPORTED = 10_000;

    private final Tickets tickets;
    private final Assignees colleagues;
    private final CurrentStaff current;
    private final ReadableConversations readable;
    private final Replies replies;
    private final TicketSheet sheet;

    TicketResource(
            Tickets tickets,
            Assignees colleagues,
            CurrentStaff current,
            ReadableConversations readable,
            Replies replies,
            TicketSheet sheet) {
        this.tickets = tickets;
        this.colleagues = colleagues;
        this.current = current;
        this.readable = readable;
        this.replies = replies;
        this.sheet = sheet;
    }

    /** @param now by the server's clock, for how much time is left */
    record Page(Instant now, Tickets.Counts counts, List<Ticket> tickets) {}

    record Opening(
            @NotNull TicketKind kind,
            @NotBlank @Size(max = 120) String title,
            @Nullable @Size(max = 4000) String details,
            @Nullable @Size(max = 120) String contact,
            @Nullable UUID conversationId,
            @Nullable TicketPriority priority,
            @Nullable @Size(max = 20) Map<String, @NotNull @Size(max = 500) String> fields) {}

    /**
     * At most 200; {@code show} is open, mine, unowned, answered, soon, overdue, resolved or all, {@code sort} due, priority or newest.
     * Those of one customer by {@code customer}, or by any conversation of theirs.
     */
    @GET
    public Uni<Page> list(
            @QueryParam("show") @Nullable String show,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("priority") @Nullable TicketPriority priority,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("customer") @Nullable UUID customer,
            @QueryParam("conversation") @Nullable UUID conversation,
            @QueryParam("q") @DefaultValue("") @Size(max = 100) String words) {
        var filter = new TicketFilter(
                TicketFilter.show(show),
                current.get(),
                kind(kind),
                priority,
                new TicketFilter.Of(customer, conversation),
                TicketFilter.sort(sort),
                words);
        return Uni.combine()
                .all()
                .unis(tickets.list(filter), tickets.counts())
                .asTuple()
                .map(it -> new Page(Instant.now(), it.getItem2(), it.getItem1()));
    }

    /** The same as a table, at most 10,000; {@code language} is that of its head. */
    @GET
    @Path("/export")
    @Produces("text/csv")
    @Audited(value = AuditKind.TICKETS_EXPORTED, subject = "tickets")
    public Uni<Response> export(
            @QueryParam("show") @Nullable String show,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("priority") @Nullable TicketPriority priority,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("q") @DefaultValue("") @Size(max = 100) String words,
            @QueryParam("language") @DefaultValue("zh-CN") String language) {
        var filter = new TicketFilter(
                TicketFilter.show(show), current.get(), kind(kind), priority, null, TicketFilter.sort(sort), words);
        return tickets.list(filter, MOST_EXPORTED)
                .map(all -> Response.ok(sheet.of(all, Locale.forLanguageTag(language)), "text/csv; charset=UTF-8")
                        .header("Content-Disposition", "attachment; filename=\"tickets.csv\"")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    /** Of a conversation only by who may read it; its customer is told. */
    @POST
    public Uni<Ticket> open(@NotNull @Valid Opening wanted) {
        var me = current.get();
        return mayRead(wanted.conversationId(), me)
                .chain(() -> open(wanted, me))
                .call(this::told);
    }

    private Uni<Void> mayRead(@Nullable UUID conversation, Staff me) {
        return conversation == null
                ? Uni.createFrom().voidItem()
                : readable.require(ConversationId.of(conversation), me);
    }

    /** Opened it is: a failure here must not make anybody open another. */
    private Uni<Void> told(Ticket ticket) {
        return replies.opened(ticket)
                .onFailure()
                .invoke(failure -> LOG.error("A customer was not told of ticket " + ticket.number(), failure))
                .onFailure()
                .recoverWithNull();
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
                null,
                Objects.requireNonNullElse(wanted.priority(), TicketPriority.NORMAL),
                Objects.requireNonNullElse(wanted.fields(), Map.of())));
    }

    private static @Nullable TicketKind kind(@Nullable String id) {
        return id == null || id.isEmpty() ? null : TicketKind.of(id);
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
