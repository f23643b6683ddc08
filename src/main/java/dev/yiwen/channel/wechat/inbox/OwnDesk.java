package dev.yiwen.channel.wechat.inbox;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.account.WeChatKind;
import dev.yiwen.channel.wechat.callback.PassiveReplies;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.triage.Triage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * WeChat's own service desk, where an account is set to it: whoever asks for a person is handed there by the answer to the callback
 * that brought the wish ({@code transfer_customer_service}; developers.weixin.qq.com, product/kf/forwarding). While they wait there
 * WeChat goes on pushing what they write here, and each of it is handed on; once somebody has taken them it does not.
 */
@Singleton
final class OwnDesk {
    private static final ConversationId NOBODYS = ConversationId.of(new UUID(0, 0));

    private final Triage triage;
    private final Conversations conversations;
    private final PassiveReplies replies;

    OwnDesk(Triage triage, Conversations conversations, PassiveReplies replies) {
        this.triage = triage;
        this.conversations = conversations;
        this.replies = replies;
    }

    /** Whether it has the customer from now on. False where people here have them, or WeChat waits no longer for an answer. */
    Uni<Boolean> takes(WeChatAccount account, Contact contact, InboxRow row, String text) {
        if (!account.ownDesk() || !asksForPerson(text)) {
            return Uni.createFrom().item(false);
        }
        return conversations
                .open(contact.customer())
                .chain(open ->
                        open.filter(it -> !(it.owner() instanceof Owner.Bot)).isPresent()
                                ? Uni.createFrom().item(false)
                                : replies.handOver(row.id(), contact.id()));
    }

    /** What is written while they wait there goes there, too. */
    Uni<Void> follows(WeChatAccount account, Contact contact, InboxRow row) {
        return account.ownDesk() && contact.atDesk()
                ? replies.handOver(row.id(), contact.id()).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** The callback waited to learn whether this goes to the desk; what the bot says to it is no answer to a callback. */
    Uni<Void> nothingElse(WeChatAccount account, InboxRow row, Arrived what) {
        boolean answered = account.kind() == WeChatKind.MP && what instanceof Arrived.Said;
        return account.ownDesk() && !answered
                ? replies.expectNothing(row.id())
                : Uni.createFrom().voidItem();
    }

    /** For that alone; danger, a complaint or anger is for people here. */
    private boolean asksForPerson(String text) {
        var said = new Message(NOBODYS, 1, new Author.Customer(), new Body.Text(text), Instant.now());
        return triage.read(List.of(said))
                .atOnce()
                .filter(it -> it.code() == HandoffReason.Code.WISH_FOR_HUMAN)
                .isPresent();
    }
}
