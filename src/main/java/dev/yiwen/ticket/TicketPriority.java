package dev.yiwen.ticket;

/** How pressing a ticket is among others. It decides what stands first, and moves no deadline. */
public enum TicketPriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
