package dev.yiwen.handoff.packet;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.privacy.Masked;
import dev.yiwen.ticket.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a wrap-up is filled with before the agent looks at it; empty where nothing can be said.
 *
 * @param category a topic of the knowledge
 * @param tickets that are open for the customer
 * @param customer their name, if it is known
 * @param problem in a sentence, for a ticket
 * @param contact the number to call back
 * @param urgent whether somebody was in danger: then it was no invalid conversation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WrapUpDraft(
        @Nullable String category,
        String summary,
        @Nullable String disposition,
        List<Filed> tickets,
        @Nullable String customer,
        String problem,
        @Nullable String contact,
        boolean urgent) {

    /** @param here whether it was made from this conversation */
    public record Filed(long number, String title, boolean here) {
        static Filed of(Ticket ticket, boolean here) {
            return new Filed(ticket.number(), Masked.text(ticket.title()), here);
        }
    }

    public WrapUpDraft {
        tickets = List.copyOf(tickets);
    }
}
