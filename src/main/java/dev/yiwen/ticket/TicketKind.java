package dev.yiwen.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a ticket is about, by its id; {@code kind.KindDefinition} says what follows from it. */
public record TicketKind(@JsonValue String id) {
    public static final TicketKind COMPLAINT = new TicketKind("COMPLAINT");
    public static final TicketKind FAULT = new TicketKind("FAULT");
    /** A fault that many feel, or that leaves somebody without any service; staff alone call one so. */
    public static final TicketKind MAJOR_FAULT = new TicketKind("MAJOR_FAULT");

    public static final TicketKind OTHER = new TicketKind("OTHER");

    @JsonCreator
    public static TicketKind of(String id) {
        return new TicketKind(id);
    }
}
