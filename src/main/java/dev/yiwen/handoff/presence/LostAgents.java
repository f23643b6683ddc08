package dev.yiwen.handoff.presence;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Gives the chats of agents who vanished back to the queue, with the place that they had. */
@Singleton
public final class LostAgents {
    private final Presence presence;
    private final Handoffs handoffs;
    private final Conversations conversations;

    LostAgents(Presence presence, Handoffs handoffs, Conversations conversations) {
        this.presence = presence;
        this.handoffs = handoffs;
        this.conversations = conversations;
    }

    public Uni<Void> requeue() {
        return presence.absent()
                .chain(absent -> Multi.createFrom()
                        .iterable(absent)
                        .onItem()
                        .transformToUniAndConcatenate(this::requeue)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> requeue(StaffId agent) {
        return conversations
                .ofAgent(agent)
                .chain(owned -> Multi.createFrom()
                        .iterable(owned)
                        // Whoever is on a telephone is still talking to that customer.
                        .filter(it -> it.channel() != Channel.VOICE)
                        .onItem()
                        .transformToUniAndConcatenate(this::requeue)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> requeue(Conversation conversation) {
        return handoffs.lastWait(conversation.id())
                .chain(wait -> wait.map(it ->
                                conversations.requeue(conversation.id(), conversation.epoch(), it.reason(), it.since()))
                        .orElseGet(() -> conversations.backToBot(conversation.id(), conversation.epoch())))
                .chain(() -> handoffs.follow(conversation.id()));
    }
}
