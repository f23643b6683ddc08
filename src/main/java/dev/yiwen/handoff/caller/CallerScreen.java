package dev.yiwen.handoff.caller;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.facts.FactView;
import dev.yiwen.handoff.plan.Marked;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.TicketLabel;
import dev.yiwen.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent sees before the greeting ends.
 *
 * @param number that they call from; null when it is withheld
 * @param since when they were first seen here
 * @param marks whether they are valued or need care, and who says so
 * @param wants what they probably call for, the likeliest first
 * @param tickets what is open, then what was resolved lately
 * @param promises what was promised and is still to be kept
 * @param contacts of every channel, the newest first
 * @param facts what the operator's systems say, each with its state; none without such systems, or without a number
 * @param more whether some of it is still to come: ask again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallerScreen(
        @Nullable String name,
        @Nullable String number,
        int tier,
        Instant since,
        List<Marked> marks,
        List<ProbableWant> wants,
        List<Filed> tickets,
        List<Promised> promises,
        List<Contact> contacts,
        List<FactView> facts,
        boolean more) {

    /** @param due what is to be done first, and until when; null when nothing is */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Filed(
            TicketId id,
            long number,
            TicketLabel kind,
            String title,
            TicketState state,
            Instant openedAt,
            @Nullable Instant due,
            boolean late) {}

    /** @param ticket that holds it; null of what the operator's systems know */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Promised(
            TicketLabel what,
            @Nullable Instant until,
            @Nullable Long ticket,
            boolean late) {}

    /**
     * @param disposition how an agent said that it ended; null when nobody said
     * @param served whether a person had it; else it was the bot's alone
     * @param open whether it still goes on
     * @param words what it was about
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            ConversationId conversationId,
            Channel channel,
            Instant openedAt,
            @Nullable String disposition,
            boolean served,
            boolean open,
            String words) {}
}
