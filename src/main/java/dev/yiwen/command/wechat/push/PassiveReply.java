package dev.yiwen.command.wechat.push;

import java.util.Map;

/** What a service answered to a callback. */
public sealed interface PassiveReply {
    /** Taken, nothing to show. */
    record Taken() implements PassiveReply {}

    /** Taken, with something for the customer or an order to the platform, by its fields. */
    record Said(Map<String, String> fields) implements PassiveReply {}

    /** Not what the platform understands. */
    record Wrong(String why) implements PassiveReply {}

    /** Of a body with status 200. Where the mode is safe, a reply must be encrypted and signed. */
    static PassiveReply of(String body, PushForm form, PushCipher cipher) {
        var text = body.strip();
        if (text.isEmpty() || text.equals("success")) {
            return new Taken();
        }
        try {
            var fields = PushFields.read(text);
            var encrypted = fields.get("Encrypt");
            if (encrypted == null) {
                return form.mode() == PushForm.Mode.SAFE
                        ? new Wrong("a reply in clear in safe mode")
                        : new Said(fields);
            }
            var expected =
                    cipher.signature(fields.getOrDefault("TimeStamp", ""), fields.getOrDefault("Nonce", ""), encrypted);
            return expected.equals(fields.get("MsgSignature"))
                    ? new Said(PushFields.read(cipher.decrypt(encrypted)))
                    : new Wrong("a reply with another signature");
        } catch (PushCipher.Unreadable e) {
            return new Wrong(String.valueOf(e.getMessage()));
        }
    }
}
