package dev.yiwen.ticket.work;

import dev.yiwen.file.FileId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.ticket.TicketPriority;
import dev.yiwen.ticket.TicketStep;
import java.util.List;

/** What staff do with a ticket. */
public sealed interface TicketChange {

    /** That another ticket has no part in. */
    sealed interface OfOne extends TicketChange {}

    /** Nobody's becomes mine. */
    record Take() implements OfOne {}

    record Assign(StaffId to) implements OfOne {}

    /** Nobody's again. */
    record Release() implements OfOne {}

    record Prioritise(TicketPriority priority) implements OfOne {}

    /** @param files of the ticket, stored before */
    record Comment(String words, List<FileId> files) implements OfOne {
        public Comment {
            files = List.copyOf(files);
        }
    }

    /**
     * The customer reads it in their chat; it is a first response, too.
     *
     * @param waits whether the work, and the time to its deadlines, wait for what the customer answers
     * @param files of the ticket, stored before; the customer sees them in the ticket
     * @param sentAs by what its writer knows it, so that what is sent twice is kept once
     */
    record Reply(String words, boolean waits, String sentAs, List<FileId> files) implements OfOne {
        public Reply {
            files = List.copyOf(files);
        }

        /** Without files. */
        public Reply(String words, boolean waits, String sentAs) {
            this(words, waits, sentAs, List.of());
        }
    }

    /** What a deadline asked for was done. */
    record Meet(TicketStep step, String words) implements OfOne {}

    record Resolve(String resolution) implements OfOne {}

    /**
     * It goes on in another.
     *
     * @param into the other's number
     * @param words why; may be empty when both are of one customer
     */
    record Merge(long into, String words) implements TicketChange {}

    /** It stands for itself again. */
    record Split() implements TicketChange {}

    /** All deadlines run anew. */
    record Reopen(String words) implements OfOne {}
}
