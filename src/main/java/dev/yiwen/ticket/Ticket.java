package dev.yiwen.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Follow-up work.
 *
 * @param number what people call it by
 * @param owner null while it is nobody's
 * @param contact how to reach the customer, as they said
 * @param openedBy null for the customer
 * @param steps what is due, the earliest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ticket(
        TicketId id,
        long number,
        TicketKind kind,
        String title,
        String details,
        TicketState state,
        @Nullable Person owner,
        @Nullable Someone customer,
        @Nullable ConversationId conversationId,
        @Nullable String contact,
        @Nullable Person openedBy,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolution,
        List<Due> steps) {

    public record Person(StaffId id, String name) {}

    /** A customer; a visitor has no name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Someone(UUID id, @Nullable String name) {}

    /**
     * @param warnAt from when on it is urgent
     * @param working whether its time stood still while nobody worked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Due(
            TicketStep step,
            Instant warnAt,
            Instant dueAt,
            @Nullable Instant metAt,
            boolean working) {}

    public Ticket {
        steps = List.copyOf(steps);
    }

    boolean isOf(StaffId staff) {
        return owner != null && owner.id().equals(staff);
    }

    /** As this person sees it: how to reach the customer only who has the ticket, opened it, or supervises. */
    Ticket shownTo(Staff reader) {
        boolean needsContact = isOf(reader.id())
                || reader.may(Role.SUPERVISOR)
                || openedBy != null && openedBy.id().equals(reader.id());
        return needsContact ? this : masked();
    }

    private Ticket masked() {
        return new Ticket(
                id,
                number,
                kind,
                ContactMask.in(title),
                ContactMask.in(details),
                state,
                owner,
                customer,
                conversationId,
                contact == null ? null : ContactMask.all(contact),
                openedBy,
                openedAt,
                resolvedAt,
                resolution == null ? null : ContactMask.in(resolution),
                steps);
    }

    /** What is due first. */
    public Optional<Due> next() {
        return steps.stream().filter(it -> it.metAt() == null).findFirst();
    }

    boolean isStillToDo(TicketStep step) {
        return steps.stream().anyMatch(it -> it.step() == step && it.metAt() == null);
    }
}
