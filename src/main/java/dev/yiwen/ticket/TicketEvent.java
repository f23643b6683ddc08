package dev.yiwen.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ticket's history.
 *
 * @param staff whose doing it was; null for the customer and for the clock
 * @param ofTicket the number of another ticket that goes on in this one, where it happened
 * @param files what came with it
 * @param step which deadline it is about
 * @param words what was written with it: a comment, a resolution, the name of whom it went to, the priority that it has since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketEvent(
        Instant at,
        @Nullable Long ofTicket,
        What what,
        Ticket.@Nullable Person staff,
        @Nullable TicketStep step,
        @Nullable String words,
        List<TicketFile> files) {

    public TicketEvent {
        files = List.copyOf(files);
    }

    public TicketEvent masked(UnaryOperator<String> mask) {
        return new TicketEvent(at, ofTicket, what, staff, step, words == null ? null : mask.apply(words), files);
    }

    public enum What {
        OPENED,
        TAKEN,
        ASSIGNED,
        /** It is nobody's again. */
        RELEASED,
        PRIORITY,
        COMMENTED,
        /** The customer was written to. */
        REPLIED,
        /** The customer wrote. */
        ANSWERED,
        STEP_MET,
        /** A deadline comes near. */
        DUE_SOON,
        /** A deadline has passed. */
        OVERDUE,
        RESOLVED,
        /** It goes on in the ticket of that number. */
        MERGED,
        /** The ticket of that number goes on in this one. */
        ABSORBED,
        /** It stands for itself again, as does the ticket of that number. */
        SPLIT,
        REOPENED
    }
}
