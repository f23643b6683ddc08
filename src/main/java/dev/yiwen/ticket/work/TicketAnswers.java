package dev.yiwen.ticket.work;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.RateLimit;
import dev.yiwen.ticket.TicketEvent.What;
import dev.yiwen.ticket.Tickets;
import dev.yiwen.ticket.deadline.Deadlines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * What customers write into their tickets. It stands in the ticket and in their conversation; a ticket that waited for it goes
 * back to work, one that was resolved is opened again.
 */
@Singleton
public final class TicketAnswers {
    private static final String OWN =
            "select coalesce(mergedInto, id) from TicketRow where number = :number and customerId = :customer";

    /** A person who adds pictures in words, again and again, sends fewer. */
    private static final RateLimit.Rate PACE = new RateLimit.Rate(10, Duration.ofSeconds(20));

    private final EntityStore entities;
    private final Deadlines deadlines;
    private final Conversations conversations;
    private final RateLimit limit;

    TicketAnswers(EntityStore entities, Deadlines deadlines, Conversations conversations, RateLimit limit) {
        this.entities = entities;
        this.deadlines = deadlines;
        this.conversations = conversations;
        this.limit = limit;
    }

    private record Answer(CustomerId customer, String sentAs, String words) {}

    /**
     * Kept once, however often it is sent. Fails with {@code NOT_FOUND} unless the ticket is that customer's, with
     * {@code CONFLICT} when it was resolved long ago, with {@code TOO_MANY_REQUESTS}, and as a message of the chat does.
     */
    public Uni<Void> write(CustomerId customer, long number, String sentAs, String typed) {
        var answer = new Answer(customer, sentAs, Conversations.typed(typed));
        return limit.require("ticket-answer", customer.value().toString(), PACE, "That was too fast.")
                .chain(() -> entities.write(session -> own(session, number, customer)
                        .chain(id -> LockedTicket.of(session, id))
                        .chain(ticket -> ticket.unlessSentBefore(sentAs, () -> write(ticket, answer)))));
    }

    private static Uni<UUID> own(StatelessSession session, long number, CustomerId customer) {
        return session.createQuery(OWN, UUID.class)
                .setParameter("number", number)
                .setParameter("customer", customer.value())
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Tickets::notFound);
    }

    /** Said last, so that what fails before leaves nothing in the conversation. */
    private Uni<Void> write(LockedTicket ticket, Answer answer) {
        var row = ticket.row();
        LockedTicket.require(
                deadlines.isAnswerable(row.resolvedAt), Problem.Kind.CONFLICT, "The ticket was resolved long ago.");
        return ticket.settle(deadlines)
                .chain(() ->
                        row.state.isDone() ? reopen(ticket) : Uni.createFrom().voidItem())
                .invoke(row::answered)
                .chain(ticket::save)
                .chain(() -> ticket.note(EventRow.answered(answer.words(), answer.sentAs())))
                .chain(() -> conversations.openOrResume(answer.customer(), Channel.WEB))
                .chain(open -> conversations.appendIntoTicket(open.id(), answer.sentAs(), answer.words(), row.number))
                .replaceWithVoid();
    }

    private Uni<Void> reopen(LockedTicket ticket) {
        ticket.row().reopen();
        return ticket.run(deadlines).chain(() -> ticket.note(EventRow.of(What.REOPENED, null, null, null)));
    }
}
