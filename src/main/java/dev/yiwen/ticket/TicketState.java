package dev.yiwen.ticket;

/** Where the work on a ticket stands. */
public enum TicketState {
    /** Nobody's yet. */
    OPEN,
    IN_PROGRESS,
    /** For what the customer answers. */
    WAITING,
    RESOLVED;

    public boolean isDone() {
        return this == RESOLVED;
    }
}
