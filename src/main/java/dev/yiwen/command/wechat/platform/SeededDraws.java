package dev.yiwen.command.wechat.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/** Chance and names that are the same for the same seed. */
final class SeededDraws {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final long seed;
    private final Random random;

    SeededDraws(long seed) {
        this.seed = seed;
        random = new Random(seed);
    }

    synchronized boolean happens(double chance) {
        return chance >= 1 || random.nextDouble() < chance;
    }

    synchronized String letters(int count) {
        var text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    synchronized String digits(int count) {
        var text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + (i == 0 ? 1 + random.nextInt(9) : random.nextInt(10))));
        }
        return text.toString();
    }

    /** The same for the same words, whatever was drawn before. */
    String named(int count, String... words) {
        try {
            var digest = MessageDigest.getInstance("SHA-512")
                    .digest((seed + "\n" + String.join("\n", words)).getBytes(StandardCharsets.UTF_8));
            var text = new StringBuilder(count);
            for (int i = 0; i < count; i++) {
                text.append(LETTERS.charAt((digest[i] & 0xFF) % LETTERS.length()));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
