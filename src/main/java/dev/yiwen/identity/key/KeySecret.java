package dev.yiwen.identity.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key itself, {@code yw_} and 256 random bits. So much randomness cannot be guessed from its hash, so a fast one will do,
 * and programs that look for leaked secrets know the beginning.
 */
public final class KeySecret {
    private static final String BEGINNING = "yw_";
    private static final int BYTES = 32;
    private static final int SHOWN = BEGINNING.length() + 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private KeySecret() {}

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether it looks like a key rather than like a token of a person. */
    public static boolean isOne(String token) {
        return token.startsWith(BEGINNING);
    }

    static String prefix(String secret) {
        return secret.substring(0, SHOWN);
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
