package dev.yiwen.channel.wechat.account;

import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.shared.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what is kept of secrets: AES-256-GCM (NIST SP 800-38D) with a random nonce each time, bound to the row and the column
 * that it stands in, so that nobody can move one into the place of another. A version, 12 bytes of nonce, the ciphertext with
 * its tag.
 */
@Singleton
public final class SecretBox {
    private static final byte VERSION = 1;
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable SecretKeySpec key;

    @Inject
    SecretBox(WeChatConfig config) {
        this(config.key());
    }

    SecretBox(Optional<String> key) {
        this.key = key.map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(SecretBox::read)
                .orElse(null);
    }

    /** Whether there is a key at all. */
    public boolean usable() {
        return key != null;
    }

    public byte[] seal(UUID row, String column, String secret) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, row, column).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty when it was sealed with another key, or not for that place. */
    public Optional<String> open(UUID row, String column, byte[] sealed) {
        if (key == null || sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
            return Optional.empty();
        }
        var nonce = new byte[NONCE];
        ByteBuffer.wrap(sealed, 1, NONCE).get(nonce);
        try {
            var opened = cipher(Cipher.DECRYPT_MODE, nonce, row, column)
                    .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
            return Optional.of(new String(opened, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID row, String column) throws GeneralSecurityException {
        if (key == null) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "Secrets cannot be kept: set YIWEN_WECHAT_KEY (openssl rand -base64 32).");
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((row + "/" + column).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static SecretKeySpec read(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            key = new byte[0];
        }
        if (key.length != KEY) {
            throw new IllegalArgumentException(
                    "YIWEN_WECHAT_KEY is not 32 bytes in Base64; make one with: openssl rand -base64 32");
        }
        return new SecretKeySpec(key, "AES");
    }
}
