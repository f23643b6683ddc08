package dev.yiwen.ticket.desk;

import dev.yiwen.identity.Staff;
import dev.yiwen.ticket.TicketKind;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets somebody wants to see.
 *
 * @param me whose {@link Show#MINE} are
 * @param words part of the title, the details or the customer's name, or a number
 */
public record TicketFilter(Show show, Staff me, @Nullable TicketKind kind, String words) {

    public enum Show {
        OPEN("t.state <> 'RESOLVED'"),
        MINE("t.state <> 'RESOLVED' and t.owner_id = $1"),
        UNOWNED("t.state = 'OPEN'"),
        /** Warned of and not yet late. */
        SOON("t.state <> 'RESOLVED' and d.next_warn <= now() and d.next_due > now()"),
        /** The customer wrote what the owner has not read. */
        ANSWERED("t.unread"),
        OVERDUE("t.state <> 'RESOLVED' and d.next_due <= now()"),
        RESOLVED("t.state = 'RESOLVED'"),
        ALL("true");

        private final String condition;

        Show(String condition) {
            this.condition = condition;
        }

        public String condition() {
            return condition;
        }
    }

    static Show show(@Nullable String name) {
        for (var show : Show.values()) {
            if (show.name().equalsIgnoreCase(name)) {
                return show;
            }
        }
        return Show.OPEN;
    }
}
