package dev.yiwen.channel.wechat.callback;

import dev.yiwen.channel.wechat.account.AccountSecrets;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is pushed, in whichever of the six forms: XML or JSON, each plain, compatible (plain and encrypted in one body) or
 * safe (encrypted alone). Where an account has an AES key, the ciphertext alone counts, since the plain part of a compatible body
 * is not covered by the signature.
 */
final class CallbackReader {

    /** The parameters of a callback's address. */
    record Signed(
            @Nullable String signature,
            @Nullable String messageSignature,
            @Nullable String timestamp,
            @Nullable String nonce) {

        String time() {
            return timestamp == null ? "" : timestamp;
        }

        String once() {
            return nonce == null ? "" : nonce;
        }
    }

    private CallbackReader() {}

    /** What to answer when WeChat tries the address; empty when it is not WeChat. WeCom encrypts what is to be echoed. */
    static Optional<String> echo(WeChatAccount account, Signed signed, @Nullable String echo) {
        if (echo == null) {
            return Optional.empty();
        }
        var token = account.secrets().token();
        if (account.kind().ofWeCom()) {
            return CallbackSignature.holds(signed.messageSignature(), token, signed.time(), signed.once(), echo)
                    ? decrypt(account, echo)
                    : Optional.empty();
        }
        return CallbackSignature.holds(signed.signature(), token, signed.time(), signed.once())
                ? Optional.of(echo)
                : Optional.empty();
    }

    static Pushed read(WeChatAccount account, Signed signed, byte[] body) {
        return PushedFields.read(new String(body, StandardCharsets.UTF_8))
                .flatMap(outer -> clear(account, signed, outer, new String(body, StandardCharsets.UTF_8)))
                .flatMap(CallbackReader::genuine)
                .orElseGet(Pushed.Forged::new);
    }

    private static Optional<String> clear(WeChatAccount account, Signed signed, PushedFields outer, String body) {
        var token = account.secrets().token();
        if (account.secrets().aesKey() == null) {
            return CallbackSignature.holds(signed.signature(), token, signed.time(), signed.once())
                    ? Optional.of(body)
                    : Optional.empty();
        }
        return outer.get("Encrypt")
                .filter(it ->
                        CallbackSignature.holds(signed.messageSignature(), token, signed.time(), signed.once(), it))
                .flatMap(it -> decrypt(account, it));
    }

    private static Optional<String> decrypt(WeChatAccount account, String encrypted) {
        AccountSecrets secrets = account.secrets();
        return Stream.of(Optional.ofNullable(secrets.aesKey()), Optional.ofNullable(secrets.previousAesKey()))
                .flatMap(Optional::stream)
                .flatMap(key -> new CallbackCipher(key, account.appId()).open(encrypted).stream())
                .findFirst();
    }

    /** Messages by their id, events by who, when and what, as the platform says. */
    private static Optional<Pushed> genuine(String body) {
        return PushedFields.read(body).flatMap(it -> {
            var when = it.or("CreateTime", "");
            var from = it.get("FromUserName").or(() -> it.get("OpenKfId")).or(() -> it.get("ToUserName"));
            if (it.get("MsgType").isEmpty() || from.isEmpty()) {
                return Optional.empty();
            }
            var source = it.get("OpenKfId").orElse(from.get());
            var dedup = it.get("MsgId")
                    .map(id -> "m/" + from.get() + "/" + id)
                    .orElseGet(() -> String.join(
                            "/", "e", from.get(), when, it.or("Event", ""), it.or("EventKey", ""), it.or("Token", "")));
            return Optional.of(new Pushed.Genuine(cut(source), cut(dedup), body));
        });
    }

    private static String cut(String text) {
        return text.length() > 400 ? text.substring(0, 400) : text;
    }
}
