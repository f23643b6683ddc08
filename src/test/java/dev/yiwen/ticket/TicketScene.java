package dev.yiwen.ticket;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Staff;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Tickets for tests. */
@Singleton
public class TicketScene {
    private final Tickets tickets;
    private final Conversations conversations;
    private final People people;
    private final Pool database;

    TicketScene(Tickets tickets, Conversations conversations, People people, Pool database) {
        this.tickets = tickets;
        this.conversations = conversations;
        this.people = people;
        this.database = database;
    }

    /** Of a customer of its own. */
    public Ticket opened(TicketKind kind) {
        return opened(kind, "宽带断了三天");
    }

    public Ticket opened(TicketKind kind, String text) {
        return await(tickets.open(message(kind, text)));
    }

    NewTicket message(TicketKind kind, String text) {
        var customer = people.visitor();
        var conversation = await(conversations.openOrResume(customer, Channel.WEB));
        return NewTicket.leftBy(
                customer,
                conversation.id(),
                kind,
                text,
                "13800001234",
                UUID.randomUUID().toString());
    }

    public List<Message> messagesIn(Ticket ticket) {
        return messagesIn(Objects.requireNonNull(ticket.conversationId()));
    }

    public List<Message> messagesIn(ConversationId conversation) {
        return await(conversations.messagesAfter(conversation, 0, 50));
    }

    /** A customer's conversation that this agent has. */
    Conversation givenTo(Staff agent) {
        var begun = await(conversations.openOrResume(people.visitor(), Channel.WEB));
        var reason = new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "测试", List.of());
        var waiting = await(conversations.requestHuman(begun.id(), begun.epoch(), reason))
                .orElseThrow();
        return await(conversations.assign(waiting.id(), waiting.epoch(), agent.id()))
                .orElseThrow();
    }

    void resolvedAgo(Ticket ticket, Duration ago) {
        await(database.preparedQuery(
                        "update ticket set resolved_at = now() - $2::float8 * interval '1 second' where id = $1")
                .execute(Tuple.of(ticket.id().value(), (double) ago.toSeconds())));
    }

    /** Pretends that all of it was that much earlier. */
    public void age(Ticket ticket, Duration by) {
        await(database.preparedQuery("""
                        update ticket_step set warn_at = warn_at - $2::float8 * interval '1 second',
                          due_at = due_at - $2::float8 * interval '1 second'
                        where ticket_id = $1
                        """).execute(Tuple.of(ticket.id().value(), (double) by.toSeconds())));
    }

    /** Pretends that it has waited for its customer for that long, with all its deadlines as much nearer. */
    public void waited(Ticket ticket, Duration by) {
        age(ticket, by);
        await(database.preparedQuery(
                        "update ticket set waiting_since = waiting_since - $2::float8 * interval '1 second' where id = $1")
                .execute(Tuple.of(ticket.id().value(), (double) by.toSeconds())));
    }

    public static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
