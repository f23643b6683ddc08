package dev.yiwen.channel.wechat.token;

import dev.yiwen.channel.wechat.account.AccountCheck;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.platform.CallOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Asks for a token, which is what everything else needs first. */
@Singleton
final class TokenCheck implements AccountCheck {
    private final AuthorisedCalls calls;

    TokenCheck(AuthorisedCalls calls) {
        this.calls = calls;
    }

    @Override
    public Uni<Result> of(WeChatAccount account) {
        return calls.check(account).map(outcome -> switch (outcome) {
            case CallOutcome.Done done -> new Result(true, null, null);
            case CallOutcome.Refused refused -> new Result(false, refused.code(), null);
            case CallOutcome.NotSent it -> new Result(false, null, it.why());
            case CallOutcome.Unknown it -> new Result(false, null, it.why());
        });
    }
}
