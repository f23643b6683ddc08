package dev.yiwen.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record TicketId(@JsonValue UUID value) {
    @JsonCreator
    public static TicketId of(UUID value) {
        return new TicketId(value);
    }
}
