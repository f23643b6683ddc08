package dev.yiwen.command.wechat.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The platform's message encryption: AES-256 in CBC with the key's first 16 bytes as vector, over
 * {@code random16 ‖ length (4 bytes, big-endian) ‖ message ‖ receiver}, padded to a multiple of 32 bytes.
 *
 * <p>Source: developers.weixin.qq.com/doc/oplatform/developers/dev/push/encryption.md; WeCom uses the same.
 *
 * @param token shared secret of the signature
 * @param aesKey EncodingAESKey, 43 characters
 * @param receiver AppID or CorpID
 */
public record PushCipher(String token, String aesKey, String receiver) {
    private static final int BLOCK = 32;
    private static final int RANDOM = 16;
    private static final int HEAD = RANDOM + Integer.BYTES;

    /** What came back is not what the platform can read. */
    public static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why);
        }
    }

    /** SHA-1 in hexadecimal over the sorted parts. */
    public static String sign(String... parts) {
        var sorted = parts.clone();
        Arrays.sort(sorted);
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("", sorted).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a message whose ciphertext is given; without one, of the address alone. */
    public String signature(String timestamp, String nonce, String... encrypted) {
        return encrypted.length == 0 ? sign(token, timestamp, nonce) : sign(token, timestamp, nonce, encrypted[0]);
    }

    /**
     * Of a message, with what makes it unlike any other.
     *
     * @param random 16 characters of ASCII
     */
    public String encrypt(String random, String message) {
        var text = message.getBytes(StandardCharsets.UTF_8);
        var to = receiver.getBytes(StandardCharsets.UTF_8);
        int length = HEAD + text.length + to.length;
        int padding = BLOCK - length % BLOCK;
        var full = ByteBuffer.allocate(length + padding)
                .put(random.getBytes(StandardCharsets.US_ASCII))
                .putInt(text.length)
                .put(text)
                .put(to);
        while (full.hasRemaining()) {
            full.put((byte) padding);
        }
        return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, full.array()));
    }

    /** Throws what is wrong with it, a foreign receiver included. */
    public String decrypt(String encrypted) throws Unreadable {
        byte[] full;
        try {
            full = run(Cipher.DECRYPT_MODE, Base64.getDecoder().decode(encrypted));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("no ciphertext of this key");
        }
        int padding = full.length == 0 ? 0 : full[full.length - 1];
        int end = full.length - padding;
        if (padding < 1 || padding > BLOCK || end < HEAD) {
            throw new Unreadable("padding of another key");
        }
        int length = ByteBuffer.wrap(full, RANDOM, Integer.BYTES).getInt();
        if (length < 0 || length > end - HEAD) {
            throw new Unreadable("length beyond the end");
        }
        var to = new String(full, HEAD + length, end - HEAD - length, StandardCharsets.UTF_8);
        if (!to.equals(receiver)) {
            throw new Unreadable("meant for " + to);
        }
        return new String(full, HEAD, length, StandardCharsets.UTF_8);
    }

    private byte[] run(int direction, byte[] bytes) {
        var key = Base64.getDecoder().decode(aesKey + "=");
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(direction, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, RANDOM));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        return "PushCipher[" + receiver + "]";
    }
}
