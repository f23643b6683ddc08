package dev.yiwen.ticket.desk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.TicketLabel;
import dev.yiwen.ticket.TicketStep;
import java.time.Instant;

/** What the socket of tickets tells staff. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TicketFrame.Counted.class, name = "counts"),
    @JsonSubTypes.Type(value = TicketFrame.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = TicketFrame.Warning.class, name = "warning")
})
public sealed interface TicketFrame {

    /** Of the tickets that are not resolved. */
    record Counted(long open, long unowned, long soon, long overdue) implements TicketFrame {}

    /** Read it again if it is shown. */
    record Changed(TicketId ticketId) implements TicketFrame {}

    /** A deadline comes near, or has passed; for supervisors, without personal data, and the ticket's owner. */
    record Warning(
            TicketId ticketId,
            long number,
            String title,
            TicketStep step,
            TicketLabel label,
            Instant dueAt,
            boolean overdue)
            implements TicketFrame {}
}
