package dev.yiwen.identity.factor;

import com.bastiaanjansen.otp.SecretGenerator;
import com.bastiaanjansen.otp.TOTPGenerator;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Codes as every authenticator makes them: RFC 6238 with HMAC-SHA-1, six digits, a new one each 30 s. A clock may be a step
 * early or late (section 5.2).
 */
final class Authenticator {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int BITS = 160; // RFC 4226, section 4, R6
    private static final String ISSUER = "Yiwen";

    private Authenticator() {}

    /** A new secret, in Base32. */
    static String secret() {
        return new String(SecretGenerator.generate(BITS), StandardCharsets.US_ASCII);
    }

    /** What its QR code says. */
    static String uri(String secret, String login) {
        try {
            return generator(secret).getURI(ISSUER, login).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a login that no address can hold", e);
        }
    }

    /** The step of that code, if it is one of now. */
    static OptionalLong step(String secret, String code, Instant now) {
        var generator = generator(secret);
        long step = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(step - 1, step + 1)
                .filter(it -> it > 0 && equal(generator.at(it * STEP.toSeconds()), code))
                .findFirst();
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static TOTPGenerator generator(String secret) {
        return new TOTPGenerator.Builder(secret.getBytes(StandardCharsets.US_ASCII))
                .withPeriod(STEP)
                .build();
    }
}
