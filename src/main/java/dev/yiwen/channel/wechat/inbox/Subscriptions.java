package dev.yiwen.channel.wechat.inbox;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.account.WeChatKind;
import dev.yiwen.channel.wechat.subscribe.Consents;
import dev.yiwen.channel.wechat.subscribe.Reminders;
import dev.yiwen.channel.wechat.subscribe.SubscribeNews;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What the platform tells of subscribe messages, whose customer is known by their openid. */
@Singleton
final class Subscriptions {
    private final WeChatContacts contacts;
    private final Consents consents;
    private final Reminders reminders;

    Subscriptions(WeChatContacts contacts, Consents consents, Reminders reminders) {
        this.contacts = contacts;
        this.consents = consents;
        this.reminders = reminders;
    }

    Uni<Void> heard(WeChatAccount account, String openId, SubscribeNews news) {
        return contacts.meet(account, openId, new WeChatContacts.Deed(null, null, Instant.now()))
                .chain(contact -> switch (news) {
                    // Of a mini-program the page on the phone has told the same tap already.
                    case SubscribeNews.Accepted it ->
                        account.kind() == WeChatKind.MP
                                ? consents.added(account.id(), contact.id(), it.templates())
                                : consents.atLeastOne(account.id(), contact.id(), it.templates());
                    case SubscribeNews.Withdrawn it -> consents.withdrawn(account.id(), contact.id(), it.templates());
                    case SubscribeNews.Sent it -> reminders.arrived(contact.id(), it.results());
                });
    }
}
