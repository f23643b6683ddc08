package dev.yiwen.ticket;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.RateLimit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * What customers write into their tickets. It stands in the ticket and in their conversation; a ticket that waited for it goes
 * back to work, one that was resolved is opened again.
 */
@Singleton
final class TicketAnswers {
    private static final String LOCKED =
            TicketRows.SELECT + " where t.number = $1 and t.customer_id = $2 for update of t";

    /** The event waits for the ticket's lock, so the same answer sent twice at once is written once. */
    private static final String SENT_BEFORE =
            "select exists (select from ticket_event where ticket_id = $1 and sent_as = $2)";

    private static final String WRITE = """
            with written as (
              insert into ticket_event (ticket_id, what, words, sent_as) values ($1, 'ANSWERED', $2, $3) returning ticket_id
            ), marked as (
              update ticket set unread = true, state = case state when 'WAITING' then 'IN_PROGRESS' else state end
              where id = $1 returning id
            )
            select pg_notify('ticket', ticket_id::text)::text from written cross join marked
            """;

    private static final String REOPEN = """
            update ticket set resolution = null, resolved_at = null,
              state = case when owner_id is null then 'OPEN' else 'IN_PROGRESS' end
            where id = $1
            """;

    /** A person who adds pictures in words, again and again, sends fewer. */
    private static final RateLimit.Rate PACE = new RateLimit.Rate(10, Duration.ofSeconds(20));

    private final Pool database;
    private final Openings openings;
    private final CustomerTickets own;
    private final Conversations conversations;
    private final RateLimit limit;

    TicketAnswers(Pool database, Openings openings, CustomerTickets own, Conversations conversations, RateLimit limit) {
        this.database = database;
        this.openings = openings;
        this.own = own;
        this.conversations = conversations;
        this.limit = limit;
    }

    private record Answer(CustomerId customer, String sentAs, String words) {}

    /**
     * Kept once, however often it is sent. Fails with {@code NOT_FOUND} unless the ticket is that customer's, with
     * {@code CONFLICT} when it was resolved long ago, with {@code TOO_MANY_REQUESTS}, and as a message of the chat does.
     */
    Uni<Void> write(CustomerId customer, long number, String sentAs, String typed) {
        var answer = new Answer(customer, sentAs, Conversations.typed(typed));
        return limit.require("ticket-answer", customer.value().toString(), PACE, "That was too fast.")
                .chain(() -> database.withTransaction(transaction -> transaction
                        .preparedQuery(LOCKED)
                        .execute(Tuple.of(number, customer.value()))
                        .map(found -> TicketRows.first(found).orElseThrow(Tickets::notFound))
                        .chain(ticket -> unlessSentBefore(transaction, ticket, answer))));
    }

    private Uni<Void> unlessSentBefore(SqlConnection transaction, Ticket ticket, Answer answer) {
        return transaction
                .preparedQuery(SENT_BEFORE)
                .execute(Tuple.of(ticket.id().value(), answer.sentAs()))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(before -> before ? Uni.createFrom().voidItem() : write(transaction, ticket, answer));
    }

    /** Said last, so that what fails before leaves nothing in the conversation. */
    private Uni<Void> write(SqlConnection transaction, Ticket ticket, Answer answer) {
        if (!own.isAnswerable(ticket)) {
            throw new Problem(Problem.Kind.CONFLICT, "The ticket was resolved long ago.");
        }
        var reopened = ticket.state().isDone()
                ? reopen(transaction, ticket)
                : Uni.createFrom().voidItem();
        return reopened.chain(() -> transaction
                        .preparedQuery(WRITE)
                        .execute(Tuple.of(ticket.id().value(), answer.words(), answer.sentAs())))
                .chain(() -> conversations.openOrResume(answer.customer(), Channel.WEB))
                .chain(open ->
                        conversations.appendIntoTicket(open.id(), answer.sentAs(), answer.words(), ticket.number()))
                .replaceWithVoid();
    }

    private Uni<Void> reopen(SqlConnection transaction, Ticket ticket) {
        var id = ticket.id().value();
        return transaction
                .preparedQuery(REOPEN)
                .execute(Tuple.of(id))
                .chain(() -> openings.runSteps(transaction, id, ticket.kind()))
                .chain(() ->
                        Openings.note(transaction, id, TicketEvent.of(TicketEvent.What.REOPENED, null, null, null)));
    }
}
