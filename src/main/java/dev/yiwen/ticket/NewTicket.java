package dev.yiwen.ticket;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that somebody wants opened.
 *
 * @param contact how to reach the customer, in their own words
 * @param fields what is filled in of the kind's own, by their ids
 * @param openedBy null for the customer
 * @param origin what it came from, so that a message sent twice opens one ticket; null when nothing sends it twice
 */
public record NewTicket(
        TicketKind kind,
        String title,
        String details,
        @Nullable String contact,
        @Nullable CustomerId customer,
        @Nullable ConversationId conversation,
        @Nullable StaffId openedBy,
        @Nullable String origin,
        TicketPriority priority,
        Map<String, String> fields) {

    private static final int TITLE = 60;

    public NewTicket {
        fields = Map.copyOf(fields);
    }

    /** Of the usual priority, with no fields filled in. */
    public NewTicket(
            TicketKind kind,
            String title,
            String details,
            @Nullable String contact,
            @Nullable CustomerId customer,
            @Nullable ConversationId conversation,
            @Nullable StaffId openedBy,
            @Nullable String origin) {
        this(kind, title, details, contact, customer, conversation, openedBy, origin, TicketPriority.NORMAL, Map.of());
    }

    /** What a customer left as a message: its first line, as far as a list shows it, is the title. */
    public static NewTicket leftBy(
            CustomerId customer,
            ConversationId conversation,
            TicketKind kind,
            String text,
            @Nullable String contact,
            String origin) {
        var line = text.strip().lines().findFirst().orElse("").strip();
        var title = line.codePointCount(0, line.length()) <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TITLE)) + "…";
        return new NewTicket(kind, title, text.strip(), contact, customer, conversation, null, origin);
    }
}
