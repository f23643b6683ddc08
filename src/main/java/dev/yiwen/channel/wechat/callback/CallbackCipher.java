package dev.yiwen.channel.wechat.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.chanjar.weixin.common.util.crypto.PKCS7Encoder;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/**
 * The platform's cipher (developers.weixin.qq.com/doc/oplatform/developers/dev/push/encryption.md): AES-256-CBC, the first 16
 * bytes of the key for a vector, padded to 32; 16 random bytes, the length, the message, and whom it is for. WxJava reads the
 * key, pads and encrypts. Its own decryption passes over whom a message is for, so that one for another account would be taken,
 * which is why it is done here.
 */
final class CallbackCipher extends WxCryptUtil {
    private static final int RANDOM = 16;
    private static final int LENGTH = 4;
    private static final int BLOCK = 32;

    /** @param aesKey EncodingAESKey, 43 characters */
    CallbackCipher(String aesKey, String appId) {
        super("", aesKey, appId);
    }

    /** Empty when it is not of this key, or not for this account. */
    Optional<String> open(String encrypted) {
        byte[] clear;
        try {
            clear = decipher(Base64.getMimeDecoder().decode(encrypted));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
        if (clear.length < RANDOM + LENGTH) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(clear, RANDOM, LENGTH).getInt();
        int end = RANDOM + LENGTH + length;
        if (length < 0 || end < 0 || end > clear.length) {
            return Optional.empty();
        }
        var receiver = Arrays.copyOfRange(clear, end, clear.length);
        return MessageDigest.isEqual(receiver, appidOrCorpid.getBytes(StandardCharsets.UTF_8))
                ? Optional.of(new String(clear, RANDOM + LENGTH, length, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] decipher(byte[] encrypted) throws GeneralSecurityException {
        if (aesKey.length != BLOCK || encrypted.length == 0 || encrypted.length % RANDOM != 0) {
            throw new GeneralSecurityException("Not whole blocks");
        }
        var cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(aesKey, "AES"),
                new IvParameterSpec(Arrays.copyOf(aesKey, cipher.getBlockSize())));
        return PKCS7Encoder.decode(cipher.doFinal(encrypted));
    }
}
