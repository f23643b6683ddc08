package dev.yiwen.handoff.wrapup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.handoff.wrapup.SaidFacts.SaidFact;
import dev.yiwen.privacy.Masked;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a wrap-up is filled with before the agent looks at it; empty where nothing can be said.
 *
 * @param category a topic of the knowledge
 * @param note what it was about and what comes of it
 * @param tags products and faults that the customer named
 * @param facts amounts, times and numbers that were said; numbers are masked
 * @param ticket that a promise or a fault calls for; null when none does, or when there is one
 * @param callBackAt until when the customer was promised to be called
 * @param tickets that are open for the customer
 * @param customer their name, if it is known
 * @param problem in a sentence, for a ticket
 * @param contact the number to call back
 * @param urgent whether somebody was in danger: then it was no invalid conversation
 * @param composing whether a chat model is still writing: asked again, the draft may say more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WrapUpDraft(
        @Nullable String category,
        WrapUpNote note,
        List<String> tags,
        List<SaidFact> facts,
        @Nullable Suggested ticket,
        @Nullable Instant callBackAt,
        @Nullable String disposition,
        List<Filed> tickets,
        @Nullable String customer,
        String problem,
        @Nullable String contact,
        boolean urgent,
        boolean composing) {

    /** @param here whether it was made from this conversation */
    public record Filed(long number, String title, boolean here) {
        static Filed of(Ticket ticket, boolean here) {
            return new Filed(ticket.number(), Masked.text(ticket.title()), here);
        }
    }

    /** @param due the first thing that was promised; null: what the kind says */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Suggested(TicketKind kind, @Nullable Instant due) {}

    public WrapUpDraft {
        tags = List.copyOf(tags);
        facts = List.copyOf(facts);
        tickets = List.copyOf(tickets);
    }
}
