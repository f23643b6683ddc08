package dev.yiwen.ticket.work;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.ticket.Promises;
import dev.yiwen.ticket.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells customers in their chat what becomes of a ticket. Those of whom there are only calls have no chat. */
@Singleton
public final class Replies {
    private final Conversations conversations;
    private final Promises promises;

    Replies(Conversations conversations, Promises promises) {
        this.conversations = conversations;
        this.promises = promises;
    }

    /** A person's words, in the conversation that is open now or that they open next. */
    Uni<Void> tell(CustomerId customer, long number, StaffId by, TicketChange.Reply reply) {
        return conversations
                .openOrResume(customer, Channel.WEB)
                .chain(open -> conversations.appendFromTicket(
                        open.id(),
                        by,
                        reply.sentAs(),
                        promises.withFiles(reply.words(), reply.files().size()),
                        number))
                .replaceWithVoid();
    }

    public Uni<Void> opened(Ticket ticket) {
        var customer = ticket.customer();
        return note(customer == null ? null : customer.id(), ticket.conversationId(), promises.opened(ticket));
    }

    Uni<Void> resolved(TicketRow ticket) {
        var conversation = ticket.conversationId == null ? null : ConversationId.of(ticket.conversationId);
        return note(ticket.customerId, conversation, promises.resolved(ticket.number, ticket.title));
    }

    /** In the conversation that is open, else where the ticket comes from, though that is closed. */
    private Uni<Void> note(@Nullable UUID customer, @Nullable ConversationId origin, Body.Notice notice) {
        if (customer == null) {
            return Uni.createFrom().voidItem();
        }
        return conversations
                .open(CustomerId.of(customer))
                .chain(open -> open.isPresent() ? Uni.createFrom().item(open.map(it -> it.id())) : web(origin))
                .chain(where -> where.map(
                                it -> conversations.appendNotice(it, notice).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<ConversationId>> web(@Nullable ConversationId conversation) {
        return conversation == null
                ? Uni.createFrom().item(Optional.empty())
                : conversations
                        .load(conversation)
                        .map(it -> Optional.of(it.id()).filter(id -> it.channel() != Channel.VOICE));
    }
}
