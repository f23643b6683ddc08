package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.platform.AccountSettings.Quirk;
import dev.yiwen.command.wechat.push.PushCipher;
import dev.yiwen.command.wechat.push.PushForm;
import java.util.function.UnaryOperator;

/** An account on the platform: official account, mini-program, or a company with WeCom kf. */
public final class PlatformAccount {
    private final Kind kind;
    private final String id;
    private final String receiver;
    private volatile AccountSettings settings;

    PlatformAccount(Kind kind, String id, String receiver, AccountSettings settings) {
        this.kind = kind;
        this.id = id;
        this.receiver = receiver;
        this.settings = settings;
    }

    /** Which rules hold. */
    public enum Kind {
        /** Official account 公众号. */
        MP,
        /** Customer service of a mini-program 小程序客服. */
        MA,
        /** WeCom kf 微信客服. */
        KF
    }

    public Kind kind() {
        return kind;
    }

    /** AppID or CorpID. */
    public String id() {
        return id;
    }

    /** What stands in {@code ToUserName}: the original id {@code gh_…}, or the CorpID. */
    public String receiver() {
        return receiver;
    }

    public AccountSettings settings() {
        return settings;
    }

    public void change(UnaryOperator<AccountSettings> change) {
        settings = change.apply(settings);
    }

    public boolean is(Quirk quirk) {
        return settings.quirks().contains(quirk);
    }

    PushForm form() {
        return kind == Kind.KF ? PushForm.WECOM : settings.form();
    }

    PushCipher cipher() {
        var now = settings;
        return new PushCipher(now.token(), now.aesKey(), id);
    }
}
