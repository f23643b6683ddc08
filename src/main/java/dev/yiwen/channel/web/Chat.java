package dev.yiwen.channel.web;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.AuthorView;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.Participant;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What a customer's frames do. Each works on the customer's own conversation, whatever the frame says. */
@Singleton
class Chat {
    private final Conversations conversations;
    private final Delivery delivery;
    private final Arrivals arrivals;
    private final Aside aside;

    Chat(Conversations conversations, Delivery delivery, Arrivals arrivals, Aside aside) {
        this.conversations = conversations;
        this.delivery = delivery;
        this.arrivals = arrivals;
        this.aside = aside;
    }

    /** What customers do beside writing. */
    @Singleton
    record Aside(Queueing queueing, LeftMessages leftMessages, Verdicts verdicts, Attendance attendance) {}

    /** The socket has closed. */
    void left(ChatSession session) {
        aside.attendance().left(session);
    }

    Uni<Void> handle(ChatSession session, ChatFrame.FromClient frame) {
        return switch (frame) {
            case ChatFrame.Hello hello -> arrivals.greet(session, hello);
            case ChatFrame.Send send -> send(session, send);
            case ChatFrame.Human human ->
                aside.queueing().enter(current(session).id());
            case ChatFrame.Typing typing -> typing(session);
            case ChatFrame.Feedback word -> aside.verdicts().of(current(session).id(), word);
            case ChatFrame.BackToBot backToBot ->
                aside.queueing().leave(current(session).id());
            case ChatFrame.End end -> aside.queueing().end(current(session).id());
            case ChatFrame.Help help ->
                aside.queueing().letBotHelp(current(session).id(), help.wanted());
            case ChatFrame.LeaveMessage left -> aside.leftMessages().leave(current(session), left);
            case ChatFrame.Read read -> conversations.markRead(current(session).id(), Participant.customer, read.seq());
            case ChatFrame.Rate rating -> aside.verdicts().of(current(session).id(), rating);
        };
    }

    private Uni<Void> send(ChatSession session, ChatFrame.Send send) {
        var id = given(send.clientMessageId());
        var text = given(send.text());
        if (session.mustWaitForBot()) {
            throw new Problem(Kind.OVERLOADED, "Too many questions at once; try again shortly");
        }
        return toWhomTheyKnow(session)
                .chain(conversation -> conversations.appendFromCustomer(conversation.id(), Channel.WEB, id, text))
                .onFailure(Chat::isConflict)
                .recoverWithUni(closed -> arrivals.goOn(session)
                        .chain(opened -> conversations.appendFromCustomer(opened.id(), Channel.WEB, id, text)))
                .invoke(message -> acknowledge(session, id, message))
                .replaceWithVoid();
    }

    private Uni<Conversation> toWhomTheyKnow(ChatSession session) {
        var conversation = current(session);
        return session.hasShown(1) ? Uni.createFrom().item(conversation) : arrivals.toWhomTheyKnow(conversation);
    }

    private void acknowledge(ChatSession session, String id, Message message) {
        var isNew = !session.hasShown(message.seq());
        session.push(new ChatFrame.Ack(id, message.seq(), message.at()));
        if (isNew && session.isBotAsked()) {
            session.push(new ChatFrame.Writing(AuthorView.of(new Author.Bot())));
        }
    }

    private Uni<Void> typing(ChatSession session) {
        var conversation = current(session);
        return conversation.owner() instanceof Owner.Agent && session.mayType(System.nanoTime())
                ? delivery.ephemeral(conversation.id(), new Ephemeral.Typing(new Author.Customer()))
                : Uni.createFrom().voidItem();
    }

    private static Conversation current(ChatSession session) {
        return session.conversation().orElseThrow(() -> new Problem(Kind.INVALID, "Say hello first."));
    }

    private static String given(@Nullable String value) {
        if (value == null) {
            throw new Problem(Kind.INVALID, "Something is missing in the frame.");
        }
        return value;
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof Problem problem && problem.kind() == Kind.CONFLICT;
    }
}
