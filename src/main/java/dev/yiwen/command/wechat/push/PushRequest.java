package dev.yiwen.command.wechat.push;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request of the platform to an account's callback, as it goes over the wire. */
public record PushRequest(URI address, String contentType, String body) {

    /** Why a request may be other than it should be. */
    public enum Flaw {
        NONE,
        /** Signed with a token that is not the account's. */
        FORGED,
        /** Properly signed, but encrypted for another AppID. */
        FOREIGN
    }

    /** What makes each request its own: none is signed like another. */
    public record Salt(long timestamp, String nonce, String random) {}

    /**
     * Of a message.
     *
     * @param openid stands in the address of official accounts and mini-programs, null for WeCom
     */
    public static PushRequest of(
            URI callback,
            PushForm form,
            PushCipher keys,
            Map<String, Object> fields,
            @Nullable String openid,
            Salt salt,
            Flaw flaw) {
        var cipher = switch (flaw) {
            case NONE -> keys;
            case FORGED -> new PushCipher(keys.token() + "x", keys.aesKey(), keys.receiver());
            case FOREIGN -> new PushCipher(keys.token(), keys.aesKey(), "wx0000000000000000");
        };
        var timestamp = Long.toString(salt.timestamp());
        var query = new LinkedHashMap<String, String>();
        if (openid != null) {
            query.put("signature", cipher.signature(timestamp, salt.nonce()));
        }
        query.put("timestamp", timestamp);
        query.put("nonce", salt.nonce());
        if (openid != null) {
            query.put("openid", openid);
        }
        var body = new LinkedHashMap<String, Object>();
        if (form.mode() != PushForm.Mode.SAFE) {
            body.putAll(fields);
        }
        if (form.encrypted()) {
            var encrypted = cipher.encrypt(salt.random(), PushFields.write(form.format(), fields));
            if (openid != null) {
                query.put("encrypt_type", "aes");
            }
            query.put("msg_signature", cipher.signature(timestamp, salt.nonce(), encrypted));
            body.putIfAbsent("ToUserName", String.valueOf(fields.get("ToUserName")));
            body.put("Encrypt", encrypted);
            if (openid == null) {
                body.put("AgentID", "");
            }
        }
        return new PushRequest(
                address(callback, query),
                form.format() == PushForm.Format.XML ? "text/xml" : "application/json",
                PushFields.write(form.format(), body));
    }

    /** The question that is asked when an address is entered; WeCom's is encrypted. */
    public static PushRequest echo(URI callback, PushCipher cipher, boolean wecom, String echo, Salt salt) {
        var timestamp = Long.toString(salt.timestamp());
        var query = new LinkedHashMap<String, String>();
        if (wecom) {
            var encrypted = cipher.encrypt(salt.random(), echo);
            query.put("msg_signature", cipher.signature(timestamp, salt.nonce(), encrypted));
            query.put("timestamp", timestamp);
            query.put("nonce", salt.nonce());
            query.put("echostr", encrypted);
        } else {
            query.put("signature", cipher.signature(timestamp, salt.nonce()));
            query.put("echostr", echo);
            query.put("timestamp", timestamp);
            query.put("nonce", salt.nonce());
        }
        return new PushRequest(address(callback, query), "", "");
    }

    private static URI address(URI callback, Map<String, String> query) {
        var text = new StringBuilder(callback.toString());
        char separator = callback.getRawQuery() == null ? '?' : '&';
        for (var part : query.entrySet()) {
            text.append(separator)
                    .append(part.getKey())
                    .append('=')
                    .append(URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return URI.create(text.toString());
    }
}
