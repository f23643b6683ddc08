package dev.yiwen.handoff;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.handoff.transfer.LastAgent;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Customers who come back soon after an agent closed their conversation: they need not tell it all again. */
@Singleton
public final class Returning {
    private final LastAgent lastAgent;
    private final Conversations conversations;
    private final Handoffs handoffs;
    private final Messages messages;

    Returning(LastAgent lastAgent, Conversations conversations, Handoffs handoffs, Messages messages) {
        this.lastAgent = lastAgent;
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.messages = messages;
    }

    /**
     * Gives a conversation that just began, if the customer was with an agent a short while ago and that agent is free, to that
     * agent; else it stays as it is. Returns it as it is then.
     */
    public Uni<Conversation> toSameAgent(Conversation begun) {
        if (!(begun.owner() instanceof Owner.Bot) || begun.lastSeq() > 0 || begun.channel() != Channel.WEB) {
            return Uni.createFrom().item(begun);
        }
        return lastAgent
                .of(begun.customer())
                .chain(known -> known.map(it -> give(begun, it))
                        .orElseGet(() -> Uni.createFrom().item(begun)));
    }

    /** Somebody else may change the owner meanwhile: then that holds. */
    private Uni<Conversation> give(Conversation begun, LastAgent.Known agent) {
        var words = messages.text("handoff.returning", Map.of("agent", agent.name()));
        var reason = new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, words, List.of());
        return conversations
                .requestHuman(begun.id(), begun.epoch(), reason)
                .chain(queued -> queued.map(it -> handoffs.follow(it.id())
                                .chain(() -> conversations.assign(it.id(), it.epoch(), agent.id()))
                                .chain(() -> handoffs.follow(it.id())))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> conversations.load(begun.id()));
    }
}
