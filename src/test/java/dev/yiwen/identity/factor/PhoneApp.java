package dev.yiwen.identity.factor;

import com.bastiaanjansen.otp.TOTPGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The authenticator on somebody's phone. */
public final class PhoneApp {
    private PhoneApp() {}

    public static String code(String secret) {
        return at(secret, 0);
    }

    /** The one after it: taken as well, since a phone's clock may be a step ahead. */
    public static String nextCode(String secret) {
        return at(secret, 30);
    }

    public static String oldCode(String secret) {
        return at(secret, -120);
    }

    private static String at(String secret, int seconds) {
        var plain = secret.replace(" ", "");
        return new TOTPGenerator.Builder(plain.getBytes(StandardCharsets.US_ASCII))
                .build()
                .at(Instant.now().plusSeconds(seconds));
    }
}
