package dev.yiwen.channel.wechat.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as the service works with it.
 *
 * @param appId AppID, or for WeCom the corporation's id: whom a ciphertext must name
 * @param openKfid which of WeCom's customer service; null for others
 * @param enabled whether it is answered; callbacks are taken and kept either way
 * @param since when it was added
 */
public record WeChatAccount(
        UUID id,
        WeChatKind kind,
        String name,
        String appId,
        @Nullable String openKfid,
        boolean enabled,
        Instant since,
        AccountSecrets secrets) {}
