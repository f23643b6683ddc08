package dev.yiwen.channel.wechat.inbox;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.callback.PassiveReplies;
import dev.yiwen.channel.wechat.kf.ServiceState;
import dev.yiwen.channel.wechat.platform.CallOutcome;
import dev.yiwen.channel.wechat.platform.Media;
import dev.yiwen.channel.wechat.rendering.MessageRendering;
import dev.yiwen.channel.wechat.token.AuthorisedCalls;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.FileMessages;
import dev.yiwen.conversation.Owner;
import dev.yiwen.file.VoiceSound;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Puts what a customer did in WeChat into their conversation, as the web chat does. */
@Singleton
final class IntoConversation {
    /** Notices of this channel for staff; they are not sent to the customer. */
    private static final String FOR_STAFF = MessageRendering.FOR_STAFF;

    /** Of WeChat's codes: a media_id that it does not have, or no longer has. */
    private static final int NO_SUCH_MEDIA = 40007;

    private static final int LONGEST = 1900;
    private static final Duration FETCH_FOR = Duration.ofHours(2);

    private final Conversations conversations;
    private final FileMessages files;
    private final WeChatContacts contacts;
    private final AuthorisedCalls platform;
    private final Messages messages;
    private final PassiveReplies replies;
    private final OwnDesk desk;

    IntoConversation(
            Conversations conversations,
            FileMessages files,
            WeChatContacts contacts,
            AuthorisedCalls platform,
            Messages messages,
            PassiveReplies replies,
            OwnDesk desk) {
        this.desk = desk;
        this.replies = replies;
        this.conversations = conversations;
        this.files = files;
        this.contacts = contacts;
        this.platform = platform;
        this.messages = messages;
    }

    Uni<Void> said(WeChatAccount account, Contact contact, InboxRow row, String text) {
        var meant = contact.meant(text);
        if (meant.isBlank()) {
            return Uni.createFrom().voidItem();
        }
        if (contact.elsewhere()) {
            return described(contact, row, meant);
        }
        return desk.takes(account, contact, row, meant)
                .chain(taken -> taken
                        ? described(contact.gone(), row, meant)
                                .chain(() -> open(contact))
                                .chain(it -> notice(it, "transferred", Map.of()))
                        : asked(contact, row, cut(meant)));
    }

    /** That people at WeChat's own desk have them, or the bot again, is said where somebody sees it. */
    Uni<Void> atDesk(Contact contact, Arrived.AtDesk desk) {
        return contacts.atDesk(contact, desk.there())
                .chain(() -> desk.there() || contact.atDesk()
                        ? open(contact)
                        : Uni.createFrom().nullItem())
                .chain(it -> it == null
                        ? Uni.createFrom().voidItem()
                        : notice(it, desk.there() ? "at-desk" : "from-desk", Map.of("servicer", desk.by())));
    }

    /** For people alone: whoever owns it, the bot is not asked. While the bot has it, it says who can look. */
    Uni<Void> described(Contact contact, InboxRow row, String words) {
        return open(contact)
                .call(it -> conversations.appendForPeople(it.id(), Channel.WECHAT, row.clientMessageId(), cut(words)))
                .chain(it -> it.owner() instanceof Owner.Bot && !contact.elsewhere()
                        ? toCustomer(it)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> toCustomer(Conversation conversation) {
        return conversations
                .appendNotice(
                        conversation.id(),
                        new Body.Notice("wechat-cannot-see", messages.text("wechat.notice.cannot-see"), Map.of()))
                .replaceWithVoid();
    }

    /** Fetched at once, since WeChat has it for three days alone; what cannot be had is at least said to be there. */
    Uni<Void> file(WeChatAccount account, Contact contact, InboxRow row, Arrived.SentFile file) {
        return platform.media(account, file.mediaId()).chain(media -> switch (media) {
            case Media.Content content -> keep(contact, row, file, content.bytes());
            case Media.Missing missing -> missing(contact, row, file, missing.why());
        });
    }

    /** Whether the customer, by whatever channel, is in the middle of something: nobody is greeted then. */
    Uni<Boolean> goesOn(Contact contact) {
        return conversations
                .open(contact.customer())
                .map(found -> found.filter(it -> it.lastSeq() > 0).isPresent());
    }

    /** What people in WeCom say is shown, and not sent back. */
    Uni<Void> servicer(WeChatAccount account, InboxRow row, Arrived.SaidByServicer said) {
        return contacts.meet(account, row.source(), new WeChatContacts.Deed(null, null, row.receivedAt()))
                .call(contact -> contacts.served(contact, new ServiceState.WithServicer(said.servicer())))
                .chain(this::open)
                .chain(it -> notice(it, "servicer", Map.of("servicer", said.servicer(), "words", cut(said.words()))));
    }

    /** That the bot falls silent, or speaks again, is said where somebody sees it. */
    Uni<Void> served(Contact contact, InboxRow row, ServiceState state) {
        boolean before = ServiceState.ofWeCom(contact.state());
        boolean now = ServiceState.ofWeCom(state);
        return before == now
                ? Uni.createFrom().voidItem()
                : open(contact).chain(it -> notice(it, now ? "served" : "released", Map.of()));
    }

    private Uni<Void> asked(Contact contact, InboxRow row, String text) {
        return open(contact)
                .call(it ->
                        it.owner() instanceof Owner.Bot ? Uni.createFrom().voidItem() : replies.expectNothing(row.id()))
                .chain(it -> conversations.appendFromCustomer(it.id(), Channel.WECHAT, row.clientMessageId(), text))
                .replaceWithVoid();
    }

    private Uni<Void> keep(Contact contact, InboxRow row, Arrived.SentFile file, byte[] content) {
        var sent = new FileMessages.Sent(
                row.clientMessageId(),
                file.name(),
                content,
                VoiceSound.seconds(content).orElse(null),
                file.words());
        return open(contact)
                .chain(it -> files.keepFromCustomer(it.id(), Channel.WECHAT, sent, !contact.elsewhere()))
                .replaceWithVoid()
                .onFailure(IntoConversation::isOfTheFile)
                .recoverWithUni(e -> described(contact, row, lost(file, why(((Problem) e).kind()))));
    }

    private Uni<Void> missing(Contact contact, InboxRow row, Arrived.SentFile file, CallOutcome why) {
        return switch (why) {
            case CallOutcome.Refused refused ->
                described(
                        contact,
                        row,
                        lost(
                                file,
                                refused.code() == NO_SUCH_MEDIA
                                        ? messages.text("wechat.why.expired")
                                        : Integer.toString(refused.code())));
            case CallOutcome.NotSent unreachable -> againOrSay(contact, row, file, unreachable.why());
            case CallOutcome.Unknown unknown -> againOrSay(contact, row, file, unknown.why());
            case CallOutcome.Done done -> described(contact, row, lost(file, "?"));
        };
    }

    /** What follows waits for it, so not for ever. */
    private Uni<Void> againOrSay(Contact contact, InboxRow row, Arrived.SentFile file, String why) {
        boolean patient = row.tries() < 4 && row.receivedAt().plus(FETCH_FOR).isAfter(Instant.now());
        return patient
                ? Uni.createFrom().failure(new Problem(Problem.Kind.OVERLOADED, "WeChat cannot be reached: " + why))
                : described(contact, row, lost(file, why));
    }

    private String why(Problem.Kind kind) {
        return messages.text(
                switch (kind) {
                    case TOO_LARGE, PICTURE_TOO_LARGE -> "wechat.why.large";
                    case FILE_EMPTY -> "wechat.why.empty";
                    case FILE_DAMAGED -> "wechat.why.damaged";
                    case FILE_HARMFUL, FILE_RUNS, FILE_MACROS -> "wechat.why.harmful";
                    default -> "wechat.why.kind";
                });
    }

    private String lost(Arrived.SentFile file, String why) {
        return messages.text("wechat.said.missing", Map.of("name", file.name(), "why", why));
    }

    private Uni<Void> notice(Conversation conversation, String what, Map<String, String> facts) {
        return conversations
                .appendNotice(
                        conversation.id(),
                        new Body.Notice(FOR_STAFF + what, messages.text("wechat.notice." + what, facts), facts))
                .replaceWithVoid();
    }

    private Uni<Conversation> open(Contact contact) {
        return conversations
                .openOrResume(contact.customer(), Channel.WECHAT)
                .call(it -> contacts.join(it.id(), contact));
    }

    private static boolean isOfTheFile(Throwable failure) {
        return failure instanceof Problem problem
                && switch (problem.kind()) {
                    case TOO_LARGE,
                            FILE_EMPTY,
                            FILE_DAMAGED,
                            FILE_HARMFUL,
                            FILE_KIND,
                            FILE_RUNS,
                            FILE_MACROS,
                            PICTURE_TOO_LARGE -> true;
                    default -> false;
                };
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
