package dev.yiwen.ticket;

import java.time.Duration;
import java.time.Instant;

/** When the people who work on tickets are there; whoever plans their hours says so. */
public interface WorkingHours {

    /** In place of a group: all who have no hours of their own. */
    String EVERYBODY = "everybody";

    /** @param warnAt when as much of the time until then is left as was wanted */
    record Reckoned(Instant warnAt, Instant dueAt) {}

    /** Whether time never stands still for that group. */
    boolean isAlways(String group);

    /**
     * A deadline that long after {@code from}, as that group works; whole days are working days.
     *
     * @param warnShare of the working time, left when it is time to warn
     */
    Reckoned reckon(String group, Instant from, Duration time, double warnShare);

    /** That moment, later by as much time as that group worked between the two. */
    Instant later(String group, Instant moment, Instant from, Instant to);
}
