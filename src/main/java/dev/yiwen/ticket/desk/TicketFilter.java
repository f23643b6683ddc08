package dev.yiwen.ticket.desk;

import dev.yiwen.identity.Staff;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.TicketPriority;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets somebody wants to see.
 *
 * @param me whose {@link Show#MINE} are
 * @param words part of the title, the details or the customer's name, or a number
 */
public record TicketFilter(
        Show show,
        Staff me,
        @Nullable TicketKind kind,
        @Nullable TicketPriority priority,
        @Nullable Of of,
        Sort sort,
        String words) {

    /** A customer's alone: themselves, or whose the conversation is. */
    public record Of(@Nullable UUID customer, @Nullable UUID conversation) {}

    /** What stands first. */
    public enum Sort {
        DUE("""
                case when t.state = 'RESOLVED' then null else d.next_due end nulls last, t.resolved_at desc nulls last,
                """),
        /** Of one priority, what is due first. */
        PRIORITY("""
                t.state = 'RESOLVED', array_position(array['URGENT', 'HIGH', 'NORMAL', 'LOW'], t.priority),
                d.next_due nulls last,
                """),
        NEWEST("t.opened_at desc,");

        private final String order;

        Sort(String order) {
            this.order = order;
        }

        public String order() {
            return order;
        }
    }

    public enum Show {
        OPEN("t.state <> 'RESOLVED'"),
        MINE("t.state <> 'RESOLVED' and t.owner_id = $1"),
        UNOWNED("t.state = 'OPEN'"),
        /** Warned of and not yet late. */
        SOON("t.state <> 'RESOLVED' and d.next_warn <= coalesce(t.waiting_since, now())"
                + " and d.next_due > coalesce(t.waiting_since, now())"),
        /** The customer wrote what the owner has not read. */
        ANSWERED("t.unread"),
        OVERDUE("t.state <> 'RESOLVED' and d.next_due <= coalesce(t.waiting_since, now())"),
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

    static Sort sort(@Nullable String name) {
        for (var sort : Sort.values()) {
            if (sort.name().equalsIgnoreCase(name)) {
                return sort;
            }
        }
        return Sort.DUE;
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
