package dev.yiwen.channel.web;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerView;
import dev.yiwen.handoff.Returning;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Which conversation a customer's socket shows: the one that was asked for, the open one, or a new one. */
@Singleton
class Arrivals {
    private final Conversations conversations;
    private final Delivery delivery;
    private final Returning returning;
    private final Awaited awaited;
    private final Greeting greeting;

    Arrivals(Conversations conversations, Delivery delivery, Returning returning, Awaited awaited, Greeting greeting) {
        this.conversations = conversations;
        this.delivery = delivery;
        this.returning = returning;
        this.awaited = awaited;
        this.greeting = greeting;
    }

    /** Those who wait for customers, and what customers who wait are told. */
    @Singleton
    record Awaited(QueuePlaces places, Attendance attendance, IncidentBanners banners) {
        void begins(ChatSession session) {
            places.tell();
            attendance.arrived(session);
        }
    }

    Uni<Void> greet(ChatSession session, ChatFrame.Hello hello) {
        session.introduce(ChatSession.About.of(hello));
        return wanted(session, hello)
                .invoke(conversation -> follow(session, conversation, afterSeq(hello, conversation)))
                .chain(conversation -> conversations.readMarks(conversation.id()))
                .invoke(marks -> session.readUpTo(marks.agent()))
                .replaceWithVoid();
    }

    /** The number that somebody has seen is of the conversation that they name. */
    private static long afterSeq(ChatFrame.Hello hello, Conversation conversation) {
        var named = hello.conversationId();
        return named == null || named.equals(conversation.id()) ? hello.afterSeq() : 0;
    }

    /** Whoever writes to a closed conversation goes on in the open one, or a new one. */
    Uni<Conversation> goOn(ChatSession session) {
        return conversations
                .openOrResume(session.customer(), Channel.WEB)
                .invoke(opened -> follow(session, opened, 0))
                .chain(this::toWhomTheyKnow);
    }

    /** Whose conversation is over goes on in the open one, if there is one. */
    Uni<Void> followOpen(ChatSession session) {
        return conversations
                .open(session.customer())
                .invoke(found -> found.ifPresent(open -> follow(session, open, 0)))
                .replaceWithVoid();
    }

    /** Before the first word of a conversation: who came back soon is given the agent of last time. */
    Uni<Conversation> toWhomTheyKnow(Conversation conversation) {
        return returning.toSameAgent(conversation);
    }

    /** One that is over, of which the customer went on elsewhere, is the one in which they did. */
    private Uni<Conversation> wanted(ChatSession session, ChatFrame.Hello hello) {
        if (hello.conversationId() == null) {
            return conversations.openOrResume(session.customer(), Channel.WEB);
        }
        return conversations
                .find(session.customer(), hello.conversationId())
                .map(found -> found.orElseThrow(() -> new Problem(Kind.NOT_FOUND, "Not a conversation of yours.")))
                .chain(it -> it.owner() instanceof Owner.Nobody
                        ? conversations.open(session.customer()).map(open -> open.orElse(it))
                        : Uni.createFrom().item(it));
    }

    private void follow(ChatSession session, Conversation conversation, long afterSeq) {
        session.follow(conversation, afterSeq, welcome(conversation), delivery, awaited::begins);
        awaited.banners().greet(session);
    }

    private ChatFrame.Welcome welcome(Conversation conversation) {
        return greeting.of(new ChatFrame.Resumed(
                conversation.id(), OwnerView.of(conversation.owner()), conversation.epoch(), conversation.lastSeq()));
    }
}
