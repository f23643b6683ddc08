package dev.yiwen.channel.wechat.callback;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.token.AuthorisedCalls;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Shows a customer that somebody types ({@code custom/typing}), who would otherwise wait without a sign. It costs nothing of the
 * budget; WeChat ends it after some seconds or with the next message, and refuses it (45072, 45080, 45081) where it is out
 * of place, which harms nobody.
 */
@Singleton
final class TypingHint {
    private final AuthorisedCalls calls;

    TypingHint(AuthorisedCalls calls) {
        this.calls = calls;
    }

    /** In the background, once. */
    void show(WeChatAccount account, String openId) {
        calls.ask(account, "/cgi-bin/message/custom/typing", Map.of("touser", openId, "command", "Typing"))
                .subscribe()
                .with(outcome -> {}, failure -> {});
    }
}
