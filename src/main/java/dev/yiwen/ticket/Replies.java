package dev.yiwen.ticket;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** Tells customers in their chat what became of a ticket: in the conversation that is open now, or that they open next. */
@Singleton
final class Replies {
    private final Conversations conversations;
    private final Messages messages;

    Replies(Conversations conversations, Messages messages) {
        this.conversations = conversations;
        this.messages = messages;
    }

    Uni<Void> tell(CustomerId customer, long number, String agent, String words) {
        var facts = Map.of("number", Long.toString(number), "agent", agent, "words", words);
        var notice = new Body.Notice("ticket-reply", messages.text("ticket.reply", facts), facts);
        return conversations
                .openOrResume(customer, Channel.WEB)
                .chain(open -> conversations.appendNotice(open.id(), notice))
                .replaceWithVoid();
    }
}
