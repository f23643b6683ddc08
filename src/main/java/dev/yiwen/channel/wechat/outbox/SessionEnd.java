package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.platform.CallOutcome;
import dev.yiwen.channel.wechat.token.AuthorisedCalls;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/**
 * Ends a session of WeCom's customer service, for which WeCom gives a code that allows one question within 20 s
 * ({@code service_state/trans}, developer.work.weixin.qq.com, path 94669). From which states the interface may do that the pages
 * contradict each other; where it may not, there is no code.
 */
@Singleton
final class SessionEnd {
    private static final int CLOSED = 4;

    private final AuthorisedCalls platform;

    SessionEnd(AuthorisedCalls platform) {
        this.platform = platform;
    }

    Uni<Optional<String>> code(WeChatAccount account, String openId) {
        var wish = Map.of(
                "open_kfid", String.valueOf(account.openKfid()), "external_userid", openId, "service_state", CLOSED);
        return platform.ask(account, "/cgi-bin/kf/service_state/trans", wish)
                .map(outcome -> outcome instanceof CallOutcome.Done done
                        ? Optional.of(done.answer().path("msg_code").asText("")).filter(it -> !it.isEmpty())
                        : Optional.empty());
    }
}
