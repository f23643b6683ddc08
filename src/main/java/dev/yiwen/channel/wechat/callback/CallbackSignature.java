package dev.yiwen.channel.wechat.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import me.chanjar.weixin.common.util.crypto.SHA1;
import org.jspecify.annotations.Nullable;

/**
 * Who knows the token has sent it: SHA-1 over the token and the other parts, sorted and put together, compared in constant time.
 * Over the ciphertext too where there is one ({@code msg_signature}); {@code signature} alone would cover no body.
 */
final class CallbackSignature {
    private CallbackSignature() {}

    static boolean holds(@Nullable String signature, String token, String... parts) {
        if (signature == null) {
            return false;
        }
        var all = new String[parts.length + 1];
        all[0] = token;
        System.arraycopy(parts, 0, all, 1, parts.length);
        for (var part : all) {
            if (part.isEmpty()) {
                return false;
            }
        }
        return MessageDigest.isEqual(
                SHA1.gen(all).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }
}
