package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.file.FileId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message that this instance sends now.
 *
 * @param sentAs the id that WeCom knows it by: the row's own, or another where an agent had it sent once more
 * @param contact whose lease this instance holds
 * @param text of a file its name
 * @param code of an event of WeCom that allows it
 * @param file which, with {@code conversation}, whose it is
 * @param paid whether something of what may be said was taken for it
 * @param tries how often it was begun, with this time
 */
record OutboxClaim(
        UUID id,
        UUID sentAs,
        UUID contact,
        UUID account,
        String openId,
        MessageForm form,
        String text,
        @Nullable String code,
        @Nullable ConversationId conversation,
        @Nullable FileId file,
        boolean paid,
        int tries) {

    /** With the code of an event that allows it. */
    OutboxClaim allowedBy(String eventCode) {
        return new OutboxClaim(
                id, sentAs, contact, account, openId, form, text, eventCode, conversation, file, paid, tries);
    }

    /** Whether it is taken from what may be said. */
    boolean costs() {
        return paid;
    }
}
