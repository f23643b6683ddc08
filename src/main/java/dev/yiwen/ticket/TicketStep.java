package dev.yiwen.ticket;

/** What has to be done by a deadline. */
public enum TicketStep {
    RESPOND,
    PLAN,
    CALL_BACK,
    RESTORE
}
