package dev.yiwen.ticket.work;

import dev.yiwen.identity.StaffId;
import dev.yiwen.ticket.TicketPriority;
import dev.yiwen.ticket.TicketStep;

/** What staff do with a ticket. */
public sealed interface TicketChange {

    /** Nobody's becomes mine. */
    record Take() implements TicketChange {}

    record Assign(StaffId to) implements TicketChange {}

    /** Nobody's again. */
    record Release() implements TicketChange {}

    record Prioritise(TicketPriority priority) implements TicketChange {}

    record Comment(String words) implements TicketChange {}

    /**
     * The customer reads it in their chat; it is a first response, too.
     *
     * @param waits whether the work, and the time to its deadlines, wait for what the customer answers
     * @param sentAs by what its writer knows it, so that what is sent twice is kept once
     */
    record Reply(String words, boolean waits, String sentAs) implements TicketChange {}

    /** What a deadline asked for was done. */
    record Meet(TicketStep step, String words) implements TicketChange {}

    record Resolve(String resolution) implements TicketChange {}

    /** All deadlines run anew. */
    record Reopen(String words) implements TicketChange {}
}
