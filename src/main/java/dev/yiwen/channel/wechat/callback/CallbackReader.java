package dev.yiwen.channel.wechat.callback;

import dev.yiwen.channel.wechat.account.AccountSecrets;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.account.WeChatKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is pushed, in whichever of the six forms: XML or JSON, each plain, compatible (plain and encrypted in one body) or
 * safe (encrypted alone). Where an account has an AES key, the ciphertext alone counts, since the plain part of a compatible body
 * is not covered by the signature.
 */
final class CallbackReader {
    /** Those that a greeting or an answer follows. */
    private static final Set<String> ANSWERED_EVENTS = Set.of("subscribe", "CLICK");

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

    /** What was signed, and the key that opened it. */
    private record Clear(String body, @Nullable String key) {}

    private CallbackReader() {}

    /** What to answer when WeChat tries the address; empty when it is not WeChat. WeCom encrypts what is to be echoed. */
    static Optional<String> echo(WeChatAccount account, Signed signed, @Nullable String echo) {
        if (echo == null) {
            return Optional.empty();
        }
        var token = account.secrets().token();
        if (account.kind().ofWeCom()) {
            return CallbackSignature.holds(signed.messageSignature(), token, signed.time(), signed.once(), echo)
                    ? decrypt(account, echo).map(Clear::body)
                    : Optional.empty();
        }
        return CallbackSignature.holds(signed.signature(), token, signed.time(), signed.once())
                ? Optional.of(echo)
                : Optional.empty();
    }

    static Pushed read(WeChatAccount account, Signed signed, byte[] body) {
        return PushedFields.read(new String(body, StandardCharsets.UTF_8))
                .flatMap(outer -> clear(account, signed, outer, new String(body, StandardCharsets.UTF_8)))
                .flatMap(it -> genuine(account, it))
                .orElseGet(Pushed.Forged::new);
    }

    private static Optional<Clear> clear(WeChatAccount account, Signed signed, PushedFields outer, String body) {
        var token = account.secrets().token();
        if (account.secrets().aesKey() == null) {
            return CallbackSignature.holds(signed.signature(), token, signed.time(), signed.once())
                    ? Optional.of(new Clear(body, null))
                    : Optional.empty();
        }
        return outer.get("Encrypt")
                .filter(it ->
                        CallbackSignature.holds(signed.messageSignature(), token, signed.time(), signed.once(), it))
                .flatMap(it -> decrypt(account, it));
    }

    private static Optional<Clear> decrypt(WeChatAccount account, String encrypted) {
        AccountSecrets secrets = account.secrets();
        return Stream.of(Optional.ofNullable(secrets.aesKey()), Optional.ofNullable(secrets.previousAesKey()))
                .flatMap(Optional::stream)
                .flatMap(key ->
                        new CallbackCipher(key, account.appId()).open(encrypted).map(it -> new Clear(it, key)).stream())
                .findFirst();
    }

    /** Messages by their id, events by who, when and what, as the platform says. */
    private static Optional<Pushed> genuine(WeChatAccount account, Clear clear) {
        return PushedFields.read(clear.body()).flatMap(it -> {
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
            return Optional.of(
                    new Pushed.Genuine(cut(source), cut(dedup), clear.body(), clear.key(), answerable(account, it)));
        });
    }

    /** A mini-program's customers and WeCom's cannot be answered there; but any message can be handed to the own desk. */
    private static boolean answerable(WeChatAccount account, PushedFields it) {
        if (account.ownDesk() && !it.or("MsgType", "").equals("event")) {
            return true;
        }
        return account.kind() == WeChatKind.MP
                && (it.or("MsgType", "").equals("text") || ANSWERED_EVENTS.contains(it.or("Event", "")));
    }

    private static String cut(String text) {
        return text.length() > 400 ? text.substring(0, 400) : text;
    }
}
