package dev.yiwen;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits so low that a test meets them: of guesses at passwords, of visitors and sockets from an address. */
public final class WithLimits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "yiwen.identity.sign-in.free", "5",
                "yiwen.identity.sign-in.waiting", "32",
                "yiwen.identity.visitors.challenged", "automatic",
                "yiwen.identity.visitors.free", "3",
                "yiwen.identity.visitors.free-one-in", "1h",
                "yiwen.identity.visitors.most", "5",
                "yiwen.identity.visitors.most-one-in", "1h",
                "yiwen.web.sockets-per-customer", "2",
                "yiwen.web.sockets-per-address", "3");
    }
}
