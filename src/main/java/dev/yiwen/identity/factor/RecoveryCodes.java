package dev.yiwen.identity.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Codes to be kept on paper, such as {@code k7fq-92hm-x3ru-b5wd}. Each has 80 random bits: a fast hash is enough, since nobody
 * can try them all.
 */
final class RecoveryCodes {
    private static final int HOW_MANY = 10;
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    /** 32 signs, without those that look alike. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    static List<String> next() {
        return IntStream.range(0, HOW_MANY).mapToObj(i -> code()).toList();
    }

    /** However it was typed; the person's id keeps equal codes of two people apart. */
    static byte[] hash(UUID staff, String code) {
        try {
            var plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            return MessageDigest.getInstance("SHA-256").digest((staff + " " + plain).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String code() {
        return IntStream.range(0, GROUPS)
                .mapToObj(i -> RANDOM.ints(GROUP, 0, ALPHABET.length())
                        .mapToObj(it -> ALPHABET.substring(it, it + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
