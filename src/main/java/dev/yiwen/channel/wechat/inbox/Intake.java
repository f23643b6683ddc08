package dev.yiwen.channel.wechat.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.account.WeChatAccounts;
import dev.yiwen.channel.wechat.callback.PushedFields;
import dev.yiwen.channel.wechat.inbox.WeChatContacts.Deed;
import dev.yiwen.channel.wechat.kf.KfItem;
import dev.yiwen.channel.wechat.kf.KfSync;
import dev.yiwen.channel.wechat.outbox.Ledger;
import dev.yiwen.channel.wechat.quota.Trigger;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads one thing that came and does what follows. However often it is tried, it is done once. */
@Singleton
final class Intake {
    /** WeCom's token of news lasts ten minutes. */
    private static final Duration TOKEN = Duration.ofMinutes(9);
    /** Written when the account was being added. */
    private static final Duration BEFORE = Duration.ofMinutes(1);
    /** Beyond, its clock or ours is wrong. */
    private static final Duration CLOCKS = Duration.ofHours(48);

    private final WeChatContacts contacts;
    private final IntoConversation conversation;
    private final KfSync sync;
    private final Ledger ledger;
    private final Readers readers;
    private final WeChatAccounts accounts;
    private final ConsultationEnd ending;
    private final OwnDesk desk;
    private final Subscriptions subscriptions;

    Intake(
            WeChatContacts contacts,
            IntoConversation conversation,
            KfSync sync,
            Ledger ledger,
            Readers readers,
            WeChatAccounts accounts,
            ConsultationEnd ending,
            OwnDesk desk,
            Subscriptions subscriptions) {
        this.desk = desk;
        this.subscriptions = subscriptions;
        this.ending = ending;
        this.accounts = accounts;
        this.contacts = contacts;
        this.conversation = conversation;
        this.sync = sync;
        this.ledger = ledger;
        this.readers = readers;
    }

    /** By the two shapes of what is stored. */
    @Singleton
    static final class Readers {
        private final ArrivedReader pushed;
        private final KfReader fetched;
        private final ObjectMapper json;
        private final Messages messages;

        Readers(Messages messages, ObjectMapper json) {
            this.pushed = new ArrivedReader(messages);
            this.fetched = new KfReader(messages);
            this.json = json;
            this.messages = messages;
        }

        private record Read(Arrived what, Instant at) {}

        private Read of(WeChatAccount account, InboxRow row) {
            if (account.kind().ofWeCom() && row.body().startsWith("{")) {
                try {
                    var item = new KfItem(json.readTree(row.body()));
                    return new Read(fetched.read(item), item.at());
                } catch (JsonProcessingException e) {
                    return new Read(unknown(), row.receivedAt());
                }
            }
            return PushedFields.read(row.body())
                    .map(it -> new Read(pushed.read(account.kind(), it), created(it, row)))
                    .orElseGet(() -> new Read(unknown(), row.receivedAt()));
        }

        private Arrived unknown() {
            return new Arrived.Described(messages.text("wechat.said.unknown", Map.of("kind", "?", "words", "")));
        }

        private static Instant created(PushedFields it, InboxRow row) {
            try {
                return Instant.ofEpochSecond(Long.parseLong(it.or("CreateTime", "")));
            } catch (NumberFormatException e) {
                return row.receivedAt();
            }
        }
    }

    /** False for what is nothing to a conversation, whose row is kept as it is. */
    Uni<Boolean> take(WeChatAccount account, InboxRow row) {
        var read = readers.of(account, row);
        var at = sensible(read.at(), row);
        if (account.kind().ofWeCom()
                && at.isBefore(account.since().minus(BEFORE))
                && !(read.what() instanceof Arrived.News)) {
            // What WeCom still has from before it was ours was answered by others.
            return Uni.createFrom().item(true);
        }
        return dealt(account, row, read.what(), at).call(() -> desk.nothingElse(account, row, read.what()));
    }

    private Uni<Boolean> dealt(WeChatAccount account, InboxRow row, Arrived what, Instant at) {
        return switch (what) {
            case Arrived.OfSubscriptions of ->
                subscriptions.heard(account, row.source(), of.news()).replaceWith(true);
            case Arrived.AtDesk atDesk ->
                contacts.find(account, row.source())
                        .chain(found -> found.map(contact -> conversation.atDesk(contact, atDesk))
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                        .replaceWith(true);
            case Arrived.News news -> fetch(account, row, news);
            case Arrived.Aside aside -> Uni.createFrom().item(false);
            case Arrived.NotDelivered lost ->
                ledger.notDelivered(account, lost.messageId(), lost.failType()).replaceWith(true);
            case Arrived.ServedBy served -> served(account, row, served).replaceWith(true);
            case Arrived.Rated rated ->
                met(account, row, new Deed(Trigger.MESSAGE, null, at))
                        .chain(contact -> ending.rated(account, contact, row, rated))
                        .replaceWith(true);
            case Arrived.SaidByServicer said ->
                conversation.servicer(account, row, said).replaceWith(true);
            case Arrived.Said said ->
                met(account, row, new Deed(said.trigger(), null, at))
                        .chain(contact -> conversation.said(account, contact, row, said.text()))
                        .replaceWith(true);
            case Arrived.SentFile file ->
                met(account, row, new Deed(Trigger.MESSAGE, null, at))
                        .chain(contact -> conversation.file(account, contact, row, file))
                        .replaceWith(true);
            case Arrived.Described described ->
                met(account, row, new Deed(Trigger.MESSAGE, null, at))
                        .chain(contact -> conversation.described(contact, row, described.words()))
                        .replaceWith(true);
            case Arrived.CameIn in ->
                met(account, row, new Deed(in.trigger(), in.from(), at))
                        .chain(contact -> conversation
                                .goesOn(contact)
                                .chain(goesOn -> ledger.greet(
                                        account, contact.id(), row.id(), in.welcomeCode(), in.greets() && !goesOn)))
                        .replaceWith(true);
        };
    }

    /** What could not be dealt with is said to be there, at least. */
    Uni<Void> lost(WeChatAccount account, InboxRow row) {
        return met(account, row, new Deed(null, null, row.receivedAt()))
                .chain(contact -> conversation.described(
                        contact, row, readers.unknown() instanceof Arrived.Described d ? d.words() : ""));
    }

    /** False for news of one that nobody has added here. */
    private Uni<Boolean> fetch(WeChatAccount account, InboxRow row, Arrived.News news) {
        var of = news.openKfid() == null ? Optional.of(account) : accounts.ofWeCom(account.appId(), news.openKfid());
        return of.map(it -> sync.fetch(it, isFresh(row) ? news.token() : null).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private Uni<Contact> met(WeChatAccount account, InboxRow row, Deed deed) {
        return contacts.meet(account, row.source(), deed).call(contact -> desk.follows(account, contact, row));
    }

    private Uni<Void> served(WeChatAccount account, InboxRow row, Arrived.ServedBy served) {
        return contacts.find(account, row.source())
                .chain(found -> found.map(contact -> contacts.served(contact, served.state())
                                .chain(() -> conversation.served(contact, row, served.state()))
                                .chain(() -> served.endCode() == null
                                        ? Uni.createFrom().voidItem()
                                        : ending.ended(contact, served.endCode())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean isFresh(InboxRow row) {
        return row.receivedAt().plus(TOKEN).isAfter(Instant.now());
    }

    /** What a customer did counts from when they did it, not from when we heard. */
    private static Instant sensible(Instant at, InboxRow row) {
        return at.isAfter(row.receivedAt()) || at.isBefore(row.receivedAt().minus(CLOCKS)) ? row.receivedAt() : at;
    }
}
