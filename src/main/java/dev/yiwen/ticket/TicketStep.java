package dev.yiwen.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What has to be done by a deadline, by its id in its kind. */
public record TicketStep(@JsonValue String id) {
    /** Done by the first reply to the customer, too. */
    public static final TicketStep RESPOND = new TicketStep("RESPOND");

    public static final TicketStep PLAN = new TicketStep("PLAN");
    public static final TicketStep CALL_BACK = new TicketStep("CALL_BACK");
    public static final TicketStep RESTORE = new TicketStep("RESTORE");

    @JsonCreator
    public static TicketStep of(String id) {
        return new TicketStep(id);
    }
}
