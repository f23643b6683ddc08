package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Participant;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.desk.AgentFrame.FromClient;
import dev.yiwen.handoff.desk.AgentFrame.FromServer;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.handoff.queue.Emergencies;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Does what an agent's frames ask for. */
@Singleton
final class AgentActions {
    private final Conversations conversations;
    private final Delivery delivery;
    private final AgentQueue queue;
    private final Presence presence;
    private final Opened opened;
    private final Emergencies emergencies;
    private final WallFeed wall;

    AgentActions(
            Conversations conversations,
            Delivery delivery,
            AgentQueue queue,
            Presence presence,
            Opened opened,
            Emergencies emergencies,
            WallFeed wall) {
        this.wall = wall;
        this.emergencies = emergencies;
        this.conversations = conversations;
        this.delivery = delivery;
        this.queue = queue;
        this.presence = presence;
        this.opened = opened;
    }

    Uni<Void> run(FromClient frame, Desk desk) {
        var me = desk.staff().id();
        return switch (frame) {
            case FromClient.Presence it -> {
                // Of a supervisor it is a heartbeat alone: who is no agent is offered nothing.
                var online = it.online() && desk.staff().may(Right.ANSWER);
                desk.said(online);
                yield presence.say(me, online).replaceWithVoid();
            }
            case FromClient.Open it -> opened.open(it, desk);
            case FromClient.Leave it -> {
                desk.leave(it.conversationId());
                yield Uni.createFrom().voidItem();
            }
            case FromClient.Send it -> send(it, desk);
            case FromClient.Typing it -> typing(it, desk);
            case FromClient.Read it -> read(it, desk);
            case FromClient.Accept it -> accept(it, desk);
            case FromClient.Decline it -> queue.decline(it.conversationId(), me);
            case FromClient.Wall it -> wall.open(desk, it.on());
        };
    }

    private Uni<Void> send(FromClient.Send it, Desk desk) {
        return conversations
                .appendFromAgent(it.conversationId(), desk.staff().id(), it.clientMessageId(), it.text())
                .invoke(message -> desk.tell(
                        new FromServer.Ack(it.conversationId(), it.clientMessageId(), message.seq(), message.at())))
                .replaceWithVoid();
    }

    private Uni<Void> accept(FromClient.Accept it, Desk desk) {
        if (!desk.staff().may(Right.ANSWER)) {
            throw new Problem(Problem.Kind.FORBIDDEN, "Only agents take conversations from the queue.");
        }
        return queue.pick(it.conversationId(), desk.staff().id()).replaceWithVoid();
    }

    /** Only who answers the customer reads for them. */
    private Uni<Void> read(FromClient.Read it, Desk desk) {
        return desk.owns(it.conversationId())
                ? conversations.markRead(it.conversationId(), Participant.agent, it.seq())
                : Uni.createFrom().voidItem();
    }

    /** A hint of somebody who does not have the conversation is dropped: nobody waits for it. */
    private Uni<Void> typing(FromClient.Typing it, Desk desk) {
        var staff = desk.staff();
        return desk.owns(it.conversationId())
                ? delivery.ephemeral(
                                it.conversationId(), new Ephemeral.Typing(new Author.Agent(staff.id(), staff.name())))
                        .chain(() -> emergencies.typing(it.conversationId()))
                : Uni.createFrom().voidItem();
    }
}
