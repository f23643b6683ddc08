package dev.yiwen.channel.wechat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** WeChat's official accounts, mini-programs and customer service. The accounts themselves are added on a page. */
@ConfigMapping(prefix = "yiwen.wechat")
public interface WeChatConfig {

    /**
     * What the accounts' secrets are encrypted with ({@code YIWEN_WECHAT_KEY}): 32 random bytes in Base64, as
     * {@code openssl rand -base64 32} prints them. Keep it apart from backups of the database; whoever loses it types the
     * secrets in again. Without it no account can be added.
     */
    Optional<String> key();

    /** Where official accounts and mini-programs are asked ({@code YIWEN_WECHAT_API}). Another one for tests, or a relay. */
    @WithDefault("https://api.weixin.qq.com")
    String api();

    /** Where WeCom is asked ({@code YIWEN_WECHAT_WORK_API}), likewise. */
    @WithDefault("https://qyapi.weixin.qq.com")
    String workApi();

    /** Requests to WeChat at once, and as many again for what comes in. More where WeChat answers slowly and many write. */
    @WithDefault("8")
    int threads();

    /** How long WeChat may take to connect, and again to answer; after that nobody knows what became of a message. */
    @WithDefault("5s")
    Duration timeout();

    /** How long a bubble waits for others to go with it, since each costs one of the few that WeChat allows. */
    @WithDefault("400ms")
    Duration gather();

    /**
     * How long an official account's callback waits for the bot's answer, which then is its own answer and costs none of the
     * messages that WeChat allows. WeChat waits for 5 s; 0 s: all answers are sent afterwards.
     */
    @WithDefault("2s")
    Duration passive();

    /** So many callbacks wait at once in an instance; what comes beyond is answered afterwards. */
    @WithDefault("300")
    int passiveAtOnce();

    /** What came and what went is remembered for so long, beside the conversation itself. */
    @WithDefault("30d")
    Duration kept();
}
