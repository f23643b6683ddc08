package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.push.PushForm;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an account's owner has entered, and where this account differs from others.
 *
 * @param secret AppSecret or the kf application's secret
 * @param token of the signature
 * @param aesKey EncodingAESKey
 * @param callback null while none was entered: nothing is pushed then
 * @param perMessage messages that may follow a customer's message within 48 hours
 */
public record AccountSettings(
        String name,
        String secret,
        String token,
        String aesKey,
        @Nullable URI callback,
        PushForm form,
        int perMessage,
        Set<Quirk> quirks) {

    /** 20 was the rule until the platform cut it to 5. */
    static final int PER_MESSAGE = 5;

    /** What is so for some accounts, or said differently by different sources. */
    public enum Quirk {
        /** Not verified: service messages end in 48001, of WeCom in 95018. */
        UNVERIFIED,
        /** WeCom kf: any state may be closed by the interface, as a third-party list says. */
        CLOSES_FROM_ANY_STATE,
        /** WeCom kf: over the limit is accepted with 0 and told by msg_send_fail afterwards. */
        FAILS_LATER,
        /** WeCom kf: customers are known by their unionid. */
        UNIONID_BOUND,
        /** WeCom kf: some pages are empty although there is more. */
        EMPTY_PAGES
    }

    public AccountSettings withCallback(@Nullable URI address) {
        return new AccountSettings(name, secret, token, aesKey, address, form, perMessage, quirks);
    }

    public AccountSettings withForm(PushForm changed) {
        return new AccountSettings(name, secret, token, aesKey, callback, changed, perMessage, quirks);
    }

    public AccountSettings withKeys(String newToken, String newKey) {
        return new AccountSettings(name, secret, newToken, newKey, callback, form, perMessage, quirks);
    }

    public AccountSettings withPerMessage(int count) {
        return new AccountSettings(name, secret, token, aesKey, callback, form, count, quirks);
    }

    public AccountSettings with(Quirk quirk) {
        var more = EnumSet.of(quirk);
        more.addAll(quirks);
        return new AccountSettings(name, secret, token, aesKey, callback, form, perMessage, Set.copyOf(more));
    }
}
