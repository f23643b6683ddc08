package dev.yiwen.ticket;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells customers in their chat what becomes of a ticket. Those of whom there are only calls have no chat. */
@Singleton
final class Replies {
    private final Conversations conversations;
    private final Promises promises;

    Replies(Conversations conversations, Promises promises) {
        this.conversations = conversations;
        this.promises = promises;
    }

    /** A person's words, in the conversation that is open now or that they open next. */
    Uni<Void> tell(CustomerId customer, long number, StaffId by, String words) {
        return conversations
                .openOrResume(customer, Channel.WEB)
                .chain(open -> conversations.appendFromTicket(open.id(), by, words, number))
                .replaceWithVoid();
    }

    Uni<Void> opened(Ticket ticket) {
        return note(ticket, promises.opened(ticket));
    }

    Uni<Void> resolved(Ticket ticket) {
        return note(ticket, promises.resolved(ticket));
    }

    /** In the conversation that is open, else where the ticket comes from, though that is closed. */
    private Uni<Void> note(Ticket ticket, Body.Notice notice) {
        var customer = ticket.customer();
        if (customer == null) {
            return Uni.createFrom().voidItem();
        }
        return conversations
                .open(CustomerId.of(customer.id()), Channel.WEB)
                .chain(open -> open.isPresent() ? Uni.createFrom().item(open.map(it -> it.id())) : origin(ticket))
                .chain(where -> where.map(
                                it -> conversations.appendNotice(it, notice).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<ConversationId>> origin(Ticket ticket) {
        var conversation = ticket.conversationId();
        return conversation == null
                ? Uni.createFrom().item(Optional.empty())
                : conversations
                        .load(conversation)
                        .map(it -> Optional.of(it.id()).filter(id -> it.channel() == Channel.WEB));
    }
}
