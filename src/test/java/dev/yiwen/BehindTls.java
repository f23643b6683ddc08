package dev.yiwen;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;

/** The application behind a proxy that ends TLS, with a host application that signs with a private key. */
public final class BehindTls implements QuarkusTestProfile {
    public static final String PUBLIC_KEY = "yiwen.test.public-key";
    public static final String PRIVATE_KEY = "yiwen.test.private-key";

    private static final KeyPair KEYS = keys();

    @Override
    public Map<String, String> getConfigOverrides() {
        System.setProperty(
                "yiwen.test.private-key",
                Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded()));
        System.setProperty(PUBLIC_KEY, pem(KEYS));
        return Map.of(
                "yiwen.edge.public-url",
                "https://help.example.com",
                "yiwen.identity.host-jwt.key",
                pem(KEYS),
                "yiwen.identity.host-jwt.audience",
                "yiwen-chat",
                "yiwen.identity.host-jwt.issuer",
                "https://app.example");
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
