package dev.yiwen.channel.wechat.platform;

import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where WeChat is asked for what. */
@Singleton
public final class PlatformUrls {
    private final WeChatConfig config;

    PlatformUrls(WeChatConfig config) {
        this.config = config;
    }

    /** Of official accounts and mini-programs: one token for all, POST. */
    public String stableToken() {
        return base(config.api()) + "/cgi-bin/stable_token";
    }

    /** Of WeCom, GET. */
    public String token(WeChatAccount account) {
        return base(config.workApi()) + "/cgi-bin/gettoken?corpid=" + encoded(account.appId()) + "&corpsecret="
                + encoded(account.secrets().secret());
    }

    /** Whose a code of {@code wx.login} is, GET. */
    public String session(WeChatAccount account, String code) {
        return base(config.api()) + "/sns/jscode2session?grant_type=authorization_code&appid="
                + encoded(account.appId()) + "&secret="
                + encoded(account.secrets().secret()) + "&js_code=" + encoded(code);
    }

    /** @param path such as {@code /cgi-bin/message/custom/send} */
    public String of(WeChatAccount account, String path, String token) {
        var base = base(account.kind().ofWeCom() ? config.workApi() : config.api());
        return base + path + (path.contains("?") ? "&" : "?") + "access_token=" + encoded(token);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String base(String configured) {
        return configured.replaceAll("/+$", "");
    }
}
