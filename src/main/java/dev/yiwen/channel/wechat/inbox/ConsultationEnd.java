package dev.yiwen.channel.wechat.inbox;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.outbox.Ledger;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.quality.Satisfaction;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The end of a consultation in WeCom: how the customer found it. */
@Singleton
final class ConsultationEnd {
    private final Conversations conversations;
    private final IntoConversation conversation;
    private final Satisfaction satisfaction;
    private final Ledger ledger;
    private final Messages messages;

    ConsultationEnd(
            Conversations conversations,
            IntoConversation conversation,
            Satisfaction satisfaction,
            Ledger ledger,
            Messages messages) {
        this.conversations = conversations;
        this.conversation = conversation;
        this.satisfaction = satisfaction;
        this.ledger = ledger;
        this.messages = messages;
    }

    /** People in WeCom have ended it, so it is over here, too; within 20 s the customer may be asked. */
    Uni<Void> ended(Contact contact, String code) {
        return conversations
                .open(contact.customer())
                .chain(open -> open.map(it -> ledger.askRating(contact.id(), it.id(), code)
                                .chain(() -> conversations.close(it.id(), it.epoch()))
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** As a rating in the web chat; what is too late for one is said as the words that they are. */
    Uni<Void> rated(WeChatAccount account, Contact contact, InboxRow row, Arrived.Rated rated) {
        return conversations
                .find(contact.customer(), rated.conversation())
                .chain(found -> found.map(it -> satisfaction
                                .rate(it.id(), rated.score(), null)
                                .chain(() -> ledger.say(
                                        account, contact.id(), row.id(), messages.text("wechat.rating.thanks"))))
                        .orElseGet(() -> conversation.said(account, contact, row, rated.words())))
                .onFailure(e -> e instanceof Problem problem && problem.kind() == Problem.Kind.CONFLICT)
                .recoverWithUni(() -> conversation.said(account, contact, row, rated.words()));
    }
}
