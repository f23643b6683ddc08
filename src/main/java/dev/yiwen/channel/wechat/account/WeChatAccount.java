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
 * @param ownDesk whether who asks for a person is handed to WeChat's own service desk
 * @param deskAccount to whom there ({@code KfAccount}); null for whoever takes them
 */
public record WeChatAccount(
        UUID id,
        WeChatKind kind,
        String name,
        String appId,
        @Nullable String openKfid,
        boolean enabled,
        Instant since,
        AccountSecrets secrets,
        boolean ownDesk,
        @Nullable String deskAccount) {

    public WeChatAccount(
            UUID id,
            WeChatKind kind,
            String name,
            String appId,
            @Nullable String openKfid,
            boolean enabled,
            Instant since,
            AccountSecrets secrets) {
        this(id, kind, name, appId, openKfid, enabled, since, secrets, false, null);
    }
}
