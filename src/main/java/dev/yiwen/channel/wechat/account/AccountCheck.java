package dev.yiwen.channel.wechat.account;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Tries whether WeChat knows an account; whoever makes requests to WeChat does it. */
public interface AccountCheck {

    /**
     * How it went.
     *
     * @param code of WeChat where it refused
     * @param why a word of ours where nothing was answered
     */
    record Result(
            boolean passed,
            @Nullable Integer code,
            @Nullable String why) {}

    Uni<Result> of(WeChatAccount account);
}
