package dev.yiwen.channel.web;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.NewTicket;
import dev.yiwen.ticket.Promises;
import dev.yiwen.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Messages left instead of waiting. What was written stands in the conversation and in a ticket before the queue is left, so
 * that nothing is lost wherever it breaks off; sent again it does only what is still missing.
 */
@Singleton
final class LeftMessages {
    private static final int LONGEST_CONTACT = 120;
    private static final int LOOKED_AT = 50;

    private final Conversations conversations;
    private final Tickets tickets;
    private final Promises promises;
    private final Queueing queueing;

    LeftMessages(Conversations conversations, Tickets tickets, Promises promises, Queueing queueing) {
        this.conversations = conversations;
        this.tickets = tickets;
        this.promises = promises;
        this.queueing = queueing;
    }

    Uni<Void> leave(Conversation in, ChatFrame.LeaveMessage left) {
        require(left.clientMessageId() != null && left.text() != null && left.kind() != null);
        require(promises.all().stream().anyMatch(it -> it.kind().equals(left.kind())));
        return conversations
                .appendForPeople(in.id(), Channel.WEB, left.clientMessageId(), left.text())
                .chain(message -> tickets.open(ticket(in, left, message))
                        .chain(ticket -> tell(in, message, promises.left(ticket))));
    }

    private static NewTicket ticket(Conversation in, ChatFrame.LeaveMessage left, Message message) {
        return NewTicket.leftBy(
                in.customer(),
                in.id(),
                left.kind(),
                message.body().text(),
                contact(left.contact()),
                in.id().value() + " " + message.seq());
    }

    /** An agent may have taken the conversation meanwhile: then it stays with the agent, and both are told of the ticket. */
    private Uni<Void> tell(Conversation in, Message message, Body.Notice notice) {
        return queueing.whileOwnedBy(
                        Owner.Queue.class, in.id(), c -> conversations.leaveQueue(c.id(), c.epoch(), notice))
                .chain(left -> left ? Uni.createFrom().voidItem() : unlessTold(message, notice));
    }

    private Uni<Void> unlessTold(Message message, Body.Notice notice) {
        return conversations
                .messagesAfter(message.conversation(), message.seq(), LOOKED_AT)
                .chain(since -> since.stream().anyMatch(it -> it.body().equals(notice))
                        ? Uni.createFrom().voidItem()
                        : conversations
                                .appendNotice(message.conversation(), notice)
                                .replaceWithVoid());
    }

    private static @Nullable String contact(@Nullable String given) {
        var text = given == null ? "" : given.strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_CONTACT));
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new Problem(Problem.Kind.INVALID, "Something is missing in the frame.");
        }
    }
}
