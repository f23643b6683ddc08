package dev.yiwen.channel.web;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Owner;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** How a customer enters the queue and leaves it. */
@Singleton
final class Queueing {
    private final Conversations conversations;
    private final Messages messages;

    Queueing(Conversations conversations, Messages messages) {
        this.conversations = conversations;
        this.messages = messages;
    }

    Uni<Void> enter(ConversationId id) {
        var reason =
                new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, messages.text("web.reason.button"), List.of());
        return whileOwnedBy(Owner.Bot.class, id, c -> conversations.requestHuman(c.id(), c.epoch(), reason))
                .replaceWithVoid();
    }

    Uni<Void> leave(ConversationId id) {
        return whileOwnedBy(Owner.Queue.class, id, c -> conversations.backToBot(c.id(), c.epoch()))
                .replaceWithVoid();
    }

    interface ChangeOfOwner {
        Uni<Optional<Conversation>> of(Conversation conversation);
    }

    /**
     * Changes the owner if it is one of that kind; an epoch that was overtaken meanwhile is read again, once. Whether it was
     * changed.
     */
    Uni<Boolean> whileOwnedBy(Class<? extends Owner> kind, ConversationId id, ChangeOfOwner change) {
        return once(kind, id, change).chain(done -> done ? Uni.createFrom().item(true) : once(kind, id, change));
    }

    private Uni<Boolean> once(Class<? extends Owner> kind, ConversationId id, ChangeOfOwner change) {
        return conversations
                .load(id)
                .chain(now -> kind.isInstance(now.owner())
                        ? change.of(now).map(Optional::isPresent)
                        : Uni.createFrom().item(false));
    }
}
