package dev.yiwen.identity.password;

import dev.yiwen.identity.IdentityConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Passwords that are out: a file of the installation's, one a line, as it is or as its SHA-1 in hexadecimal, with a count behind a
 * colon or without. Kept are the first 64 bits of each hash: 8 bytes a password, and of a million no other password in
 * 10¹³ is taken for one of them.
 */
@Singleton
public final class BreachedPasswords {
    /** Before anything reads what a start that fails would close under its hands. */
    private static final int FIRST = 1;

    private static final Pattern HASHED = Pattern.compile("([0-9A-Fa-f]{40})(:[0-9]+)?");
    private static final int MOST = 50_000_000;

    private final Optional<Path> file;
    private volatile long[] sorted = {};

    @Inject
    BreachedPasswords(IdentityConfig config) {
        this(config.breachedPasswords());
    }

    BreachedPasswords(Optional<Path> file) {
        this.file = file;
    }

    void atStart(@Observes @Priority(FIRST) StartupEvent start) {
        file.ifPresent(it -> {
            load();
            Log.infof("%d breached passwords are refused (%s)", sorted.length, it);
        });
    }

    /** Fails with a sentence about the setting. */
    void load() {
        file.ifPresent(it -> sorted = read(it));
    }

    boolean contains(String password) {
        return Arrays.binarySearch(sorted, prefix(sha1(password))) >= 0;
    }

    private static long[] read(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    "YIWEN_BREACHED_PASSWORDS: there is no file " + file + " that this user may read.");
        }
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(it -> !it.isBlank())
                    .limit(MOST)
                    .mapToLong(BreachedPasswords::prefixOfLine)
                    .sorted()
                    .distinct()
                    .toArray();
        } catch (java.io.UncheckedIOException | IOException e) {
            throw new IllegalArgumentException(
                    "YIWEN_BREACHED_PASSWORDS: " + file
                            + " is not a text in UTF-8 with one password or SHA-1 hash a line.",
                    e);
        }
    }

    private static long prefixOfLine(String line) {
        var hashed = HASHED.matcher(line);
        return prefix(hashed.matches() ? HexFormat.of().parseHex(hashed.group(1)) : sha1(line));
    }

    private static long prefix(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    private static byte[] sha1(String password) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
