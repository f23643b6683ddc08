package dev.yiwen.ticket;

/** What a ticket is about; it decides the deadlines. */
public enum TicketKind {
    COMPLAINT,
    FAULT,
    /** A fault that many feel, or that leaves somebody without any service; staff alone call one so. */
    MAJOR_FAULT,
    OTHER;

    public boolean isForCustomers() {
        return this != MAJOR_FAULT;
    }
}
