package dev.yiwen.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.llm.Redaction;
import dev.yiwen.ticket.access.ContactMask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follow-up work.
 *
 * @param number what people call it by
 * @param owner null while it is nobody's
 * @param waitingSince since when its time stands still for the customer to answer
 * @param contact how to reach the customer, as they said
 * @param kindLabel as the kind was called when the ticket was opened
 * @param mergedInto the ticket that goes on in its place
 * @param fields what was filled in of its kind's own
 * @param openedBy null for the customer
 * @param unread whether the customer wrote what the owner has not read
 * @param steps what is due, the earliest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ticket(
        TicketId id,
        long number,
        TicketKind kind,
        TicketLabel kindLabel,
        String title,
        String details,
        TicketState state,
        TicketPriority priority,
        @Nullable Instant waitingSince,
        @Nullable Person owner,
        @Nullable Someone customer,
        @Nullable ConversationId conversationId,
        @Nullable String contact,
        @Nullable Person openedBy,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolution,
        @Nullable Merged mergedInto,
        boolean unread,
        List<Filled> fields,
        List<Due> steps) {

    /** @param value as it was filled in; a date as {@code 2026-05-01} */
    public record Filled(String id, TicketLabel label, String value) {}

    public record Person(StaffId id, String name) {}

    /** Where it goes on. */
    public record Merged(TicketId id, long number) {}

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
            TicketLabel label,
            Instant warnAt,
            Instant dueAt,
            @Nullable Instant metAt,
            boolean working) {}

    public Ticket {
        fields = List.copyOf(fields);
        steps = List.copyOf(steps);
    }

    public boolean isOf(StaffId staff) {
        return owner != null && owner.id().equals(staff);
    }

    /** Whose work it is: who has it, and who opened it. They need to know whom it is about. */
    public boolean isWorkOf(Staff reader) {
        return isOf(reader.id()) || openedBy != null && openedBy.id().equals(reader.id());
    }

    /** As this person sees it in a list. */
    public Ticket shownTo(Staff reader) {
        return isWorkOf(reader) ? this : masked(Redaction.of(written().toList(), "")::masked);
    }

    /** What people wrote, in the order in which they did. */
    Stream<String> written() {
        return Stream.concat(Stream.of(title, details), fields.stream().map(Filled::value));
    }

    public Ticket masked(UnaryOperator<String> mask) {
        return new Ticket(
                id,
                number,
                kind,
                kindLabel,
                mask.apply(title),
                mask.apply(details),
                state,
                priority,
                waitingSince,
                owner,
                customer,
                conversationId,
                contact == null ? null : ContactMask.all(contact),
                openedBy,
                openedAt,
                resolvedAt,
                resolution == null ? null : mask.apply(resolution),
                mergedInto,
                unread,
                fields.stream()
                        .map(it -> new Filled(it.id(), it.label(), mask.apply(it.value())))
                        .toList(),
                steps);
    }

    /** By what clock its deadlines are late: that of when its time began to stand still, or now. */
    public Instant clock(Instant now) {
        return waitingSince == null ? now : waitingSince;
    }

    /** What is due first. */
    public Optional<Due> next() {
        return steps.stream().filter(it -> it.metAt() == null).findFirst();
    }
}
