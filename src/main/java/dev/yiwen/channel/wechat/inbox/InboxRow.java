package dev.yiwen.channel.wechat.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that came and was stored.
 *
 * @param tries how often it was taken, with this time
 */
record InboxRow(long id, UUID account, String source, String body, Instant receivedAt, int tries) {

    /** By which a conversation has it once, however often it is tried. */
    String clientMessageId() {
        return "wechat-" + id;
    }
}
