package dev.yiwen.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * Proof of work after Hashcash (Back, 2002): a number with which SHA-256 of {@code text:number} begins with so many zero
 * bits. Whoever asks does the work; the check is one hash. The service signs the text, and so need not remember it.
 *
 * @param text {@code nonce.expiry.bits.signature}
 */
public record Puzzle(String text, int bits) {
    private static final Pattern FORM = Pattern.compile("([\\w-]{22})\\.(\\d{1,12})\\.(\\d{1,2})\\.[\\w-]{43}");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    static Puzzle next(Key key, int bits, Instant expiry) {
        var nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        var signed = BASE64.encodeToString(nonce) + "." + expiry.getEpochSecond() + "." + bits;
        return new Puzzle(signed + "." + signature(key, signed), bits);
    }

    /** The nonce, by which a solution counts once; empty unless this service made the puzzle, not long ago, and it is solved. */
    static Optional<String> solved(Key key, String text, long number, Instant now) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var signed = text.substring(0, text.lastIndexOf('.'));
        var genuine = MessageDigest.isEqual(bytes(text), bytes(signed + "." + signature(key, signed)));
        return genuine
                        && now.getEpochSecond() <= Long.parseLong(form.group(2))
                        && zeroBits(text, number) >= Integer.parseInt(form.group(3))
                ? Optional.of(form.group(1))
                : Optional.empty();
    }

    /** Takes {@code 2^bits} hashes on average: for clients of the command line. */
    public static long solve(String text, int bits) {
        long number = 0;
        while (zeroBits(text, number) < bits) {
            number++;
        }
        return number;
    }

    private static int zeroBits(String text, long number) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes(text + ":" + number));
            return Long.numberOfLeadingZeros(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String signature(Key key, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            // The key signs tokens, too: no puzzle is one.
            return BASE64.encodeToString(mac.doFinal(bytes("puzzle:" + signed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign a puzzle", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
