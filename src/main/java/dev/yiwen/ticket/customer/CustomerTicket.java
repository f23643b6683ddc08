package dev.yiwen.ticket.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketFile;
import dev.yiwen.ticket.TicketLabel;
import dev.yiwen.ticket.TicketState;
import dev.yiwen.ticket.TicketStep;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its customer sees it: nothing that staff wrote to each other, and of staff only who wrote to the customer.
 *
 * @param answerable whether the customer may write into it, which opens one that is resolved again
 * @param promised what is still to be done, the earliest first
 * @param said oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerTicket(
        long number,
        String subject,
        TicketState state,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        boolean answerable,
        List<Promise> promised,
        List<Said> said) {

    /** @param late whether it should have been done */
    record Promise(TicketStep step, TicketLabel label, Instant dueAt, boolean late) {
        static Promise of(Ticket.Due due, Instant now) {
            return new Promise(due.step(), due.label(), due.dueAt(), due.dueAt().isBefore(now));
        }
    }

    /** @param name of whom it is; null for the customer */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(Instant at, @Nullable String name, String words, List<TicketFile> files) {
        public Said {
            files = List.copyOf(files);
        }
    }

    CustomerTicket {
        promised = List.copyOf(promised);
        said = List.copyOf(said);
    }
}
