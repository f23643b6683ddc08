package dev.yiwen.channel.wechat.account;

import org.jspecify.annotations.Nullable;

/**
 * What an account proves itself with, in the clear. Nothing of it leaves the service or stands in a log.
 *
 * @param secret AppSecret, or for WeCom the application's
 * @param token what callbacks are signed with
 * @param aesKey EncodingAESKey of 43 characters; null where WeChat pushes in plain text
 * @param previousAesKey the one before, which WeChat may still use after a change
 */
public record AccountSecrets(
        String secret,
        String token,
        @Nullable String aesKey,
        @Nullable String previousAesKey) {

    @Override
    public String toString() {
        return "AccountSecrets[…]";
    }
}
