package dev.yiwen.channel.web;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.AuthorView;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerView;
import dev.yiwen.quality.Feedback;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a customer's frames do. Each works on the customer's own conversation, whatever the frame says. */
@Singleton
class Chat {
    private final Conversations conversations;
    private final Delivery delivery;
    private final Feedback feedback;
    private final QueuePlaces places;
    private final Messages messages;

    Chat(Conversations conversations, Delivery delivery, Feedback feedback, QueuePlaces places, Messages messages) {
        this.conversations = conversations;
        this.delivery = delivery;
        this.feedback = feedback;
        this.places = places;
        this.messages = messages;
    }

    Uni<Void> handle(ChatSession session, ChatFrame.FromClient frame) {
        return switch (frame) {
            case ChatFrame.Hello hello -> hello(session, hello);
            case ChatFrame.Send send -> send(session, send);
            case ChatFrame.Human human -> human(session);
            case ChatFrame.Typing typing -> typing(session);
            case ChatFrame.Feedback word -> rate(session, word);
            case ChatFrame.BackToBot backToBot -> backToBot(session);
        };
    }

    private Uni<Void> hello(ChatSession session, ChatFrame.Hello hello) {
        return wanted(session, hello)
                .invoke(conversation -> follow(session, conversation, hello.afterSeq()))
                .replaceWithVoid();
    }

    private Uni<Conversation> wanted(ChatSession session, ChatFrame.Hello hello) {
        if (hello.conversationId() == null) {
            return conversations.openOrResume(session.customer(), Channel.WEB);
        }
        return conversations
                .find(session.customer(), hello.conversationId())
                .map(found -> found.orElseThrow(() -> new Problem(Kind.NOT_FOUND, "Not a conversation of yours.")));
    }

    private void follow(ChatSession session, Conversation conversation, long afterSeq) {
        session.follow(conversation, afterSeq, welcome(conversation), delivery, it -> places.tell());
    }

    private Uni<Void> send(ChatSession session, ChatFrame.Send send) {
        var id = given(send.clientMessageId());
        var text = given(send.text());
        if (session.mustWaitForBot()) {
            throw new Problem(Kind.OVERLOADED, "Too many questions at once; try again shortly");
        }
        return conversations
                .appendFromCustomer(current(session).id(), id, text)
                .onFailure(Chat::isConflict)
                .recoverWithUni(closed -> sendInNewConversation(session, id, text))
                .invoke(message -> acknowledge(session, id, message))
                .replaceWithVoid();
    }

    /** Whoever writes to a closed conversation goes on in the open one, or a new one. */
    private Uni<Message> sendInNewConversation(ChatSession session, String id, String text) {
        return conversations
                .openOrResume(session.customer(), Channel.WEB)
                .invoke(opened -> follow(session, opened, 0))
                .chain(opened -> conversations.appendFromCustomer(opened.id(), id, text));
    }

    private void acknowledge(ChatSession session, String id, Message message) {
        var isNew = !session.hasShown(message.seq());
        session.push(new ChatFrame.Ack(id, message.seq(), message.at()));
        if (isNew && current(session).owner() instanceof Owner.Bot) {
            session.push(new ChatFrame.Writing(AuthorView.of(new Author.Bot())));
        }
    }

    private Uni<Void> human(ChatSession session) {
        var reason =
                new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, messages.text("web.reason.button"), List.of());
        return whileOwnedBy(Owner.Bot.class, session, c -> conversations.requestHuman(c.id(), c.epoch(), reason));
    }

    private Uni<Void> backToBot(ChatSession session) {
        return whileOwnedBy(Owner.Queue.class, session, c -> conversations.backToBot(c.id(), c.epoch()));
    }

    private interface ChangeOfOwner {
        Uni<Optional<Conversation>> of(Conversation conversation);
    }

    /** Changes the owner if it is one of that kind; an epoch that was overtaken meanwhile is read again, once. */
    private Uni<Void> whileOwnedBy(Class<? extends Owner> kind, ChatSession session, ChangeOfOwner change) {
        return once(kind, session, change)
                .chain(done -> done ? Uni.createFrom().item(true) : once(kind, session, change))
                .replaceWithVoid();
    }

    private Uni<Boolean> once(Class<? extends Owner> kind, ChatSession session, ChangeOfOwner change) {
        return conversations
                .load(current(session).id())
                .chain(now -> kind.isInstance(now.owner())
                        ? change.of(now).map(Optional::isPresent)
                        : Uni.createFrom().item(true));
    }

    private Uni<Void> typing(ChatSession session) {
        var conversation = current(session);
        return conversation.owner() instanceof Owner.Agent && session.mayType(System.nanoTime())
                ? delivery.ephemeral(conversation.id(), new Ephemeral.Typing(new Author.Customer()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> rate(ChatSession session, ChatFrame.Feedback word) {
        var conversation = current(session).id();
        return word.helpful() == null
                ? feedback.takeBack(conversation, word.seq())
                : feedback.rate(conversation, word.seq(), word.helpful());
    }

    private ChatFrame.Welcome welcome(Conversation conversation) {
        return new ChatFrame.Welcome(
                new ChatFrame.Resumed(
                        conversation.id(),
                        OwnerView.of(conversation.owner()),
                        conversation.epoch(),
                        conversation.lastSeq()),
                new ChatFrame.Assistant(messages.text("web.assistant.name"), messages.text("web.assistant.label")),
                List.of(messages.text("web.suggestions").split("\\|", -1)));
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
