package dev.yiwen.channel.web;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Owner;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a customer enters the queue and leaves it. */
@Singleton
final class Queueing {
    private final Conversations conversations;
    private final Messages messages;
    private final QueuePlaces places;

    Queueing(Conversations conversations, Messages messages, QueuePlaces places) {
        this.conversations = conversations;
        this.messages = messages;
        this.places = places;
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

    /** By words: there is no button to say what comes of them. */
    Uni<Void> leaveAsSaid(Conversation conversation) {
        if (isInDanger(conversation)) {
            return askInDanger(conversation.id());
        }
        var notice = new Body.Notice("left-queue", messages.text("web.left-queue"), Map.of());
        return whileOwnedBy(
                        Owner.Queue.class, conversation.id(), c -> conversations.leaveQueue(c.id(), c.epoch(), notice))
                .replaceWithVoid();
    }

    /** By words. */
    Uni<Void> endAsSaid(Conversation conversation) {
        return isInDanger(conversation) ? askInDanger(conversation.id()) : end(conversation.id());
    }

    /** A word in passing does not send away the help that somebody in danger waits for; a button does. */
    private static boolean isInDanger(Conversation conversation) {
        return conversation.owner() instanceof Owner.Queue queue
                && queue.reason().code() == HandoffReason.Code.URGENT;
    }

    private Uni<Void> askInDanger(ConversationId id) {
        return conversations
                .appendNotice(
                        id, new Body.Notice("leave-queue-asked", messages.text("web.leave-queue-urgent"), Map.of()))
                .replaceWithVoid();
    }

    /** The matter seems settled; the place in the queue is kept until the customer taps or says so. */
    Uni<Void> askWhetherToLeave(ConversationId id) {
        return conversations
                .appendNotice(
                        id, new Body.Notice("leave-queue-asked", messages.text("web.leave-queue-asked"), Map.of()))
                .replaceWithVoid();
    }

    /** The customer has had enough, whoever has the conversation. */
    Uni<Void> end(ConversationId id) {
        return whileOwnedBy(Owner.class, id, c -> conversations.closeByCustomer(c.id(), c.epoch()))
                .replaceWithVoid();
    }

    /** The place in the queue is kept; both sides are told. */
    Uni<Void> letBotHelp(ConversationId id, boolean wanted) {
        var code = wanted ? "on" : "off";
        var notice = new Body.Notice("bot-helps-" + code, messages.text("web.help." + code), Map.of());
        return conversations
                .letBotHelp(id, wanted, notice)
                .invoke(done -> places.tell())
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
