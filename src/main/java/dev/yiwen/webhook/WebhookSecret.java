package dev.yiwen.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the Standard Webhooks specification says (symmetric, {@code v1}): HMAC-SHA256 over id, time and body; or what a robot gave out
 * to be signed with.
 */
record WebhookSecret(byte[] key) {
    private static final String BEGINNING = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "HmacSHA256";

    static WebhookSecret next() {
        var key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new WebhookSecret(key);
    }

    /** @param words empty: it gave out none */
    static WebhookSecret ofRobot(String words) {
        return new WebhookSecret(words.getBytes(StandardCharsets.UTF_8));
    }

    boolean isEmpty() {
        return key.length == 0;
    }

    /** As a robot gave it out. */
    String words() {
        return new String(key, StandardCharsets.UTF_8);
    }

    /** As receivers configure it. */
    String text() {
        return BEGINNING + Base64.getEncoder().encodeToString(key);
    }

    /** The value of {@code webhook-signature}. */
    String signature(String id, long seconds, String body) {
        return "v1," + hmac(key, id + "." + seconds + "." + body);
    }

    /** In Base64. */
    static String hmac(byte[] key, String signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
