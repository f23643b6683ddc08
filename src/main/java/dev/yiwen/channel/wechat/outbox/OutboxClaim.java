package dev.yiwen.channel.wechat.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message that this instance sends now.
 *
 * @param contact whose lease this instance holds
 * @param code of an event of WeCom that allows it
 * @param tries how often it was begun, with this time
 */
record OutboxClaim(
        UUID id,
        UUID contact,
        UUID account,
        String openId,
        String text,
        @Nullable String code,
        int tries) {}
