package dev.yiwen.channel.wechat.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it: of its secrets only whether they are there.
 *
 * @param version grows with each change
 * @param readable false when the secrets were encrypted with another key: they must be typed in again
 * @param encrypted whether an AES key is set
 * @param callbackPath below this service's own address; WeChat is told the whole
 * @param calledAt when WeChat pushed something that was genuine, last
 * @param ownDesk whether who asks for a person is handed to WeChat's own service desk
 * @param deskAccount to whom there
 * @param errorCode of the last request that WeChat refused, as long as none has succeeded since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
        UUID id,
        int version,
        WeChatKind kind,
        String name,
        String appId,
        @Nullable String openKfid,
        boolean enabled,
        boolean readable,
        boolean encrypted,
        boolean previousKey,
        String callbackPath,
        @Nullable Instant calledAt,
        @Nullable Instant askedAt,
        @Nullable Integer errorCode,
        @Nullable Instant errorAt,
        boolean ownDesk,
        @Nullable String deskAccount) {}
