package dev.yiwen;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * The application as an operator with pages of its own sets it: the shop's and the CRM's origins, the host application's
 * secret, the collector's token and whom to tell of weaknesses. One profile for all that these do not disturb each other
 * in, since each profile starts the application anew.
 */
public final class Configured implements QuarkusTestProfile {
    public static final String HOST_KEY = "a secret of the host application, long enough";
    public static final String COLLECTOR = "a token of the collector alone";

    private static final String SHOP = "yiwen.test.shop-port";
    private static final String CRM = "yiwen.test.crm-port";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "yiwen.edge.origins",
                "http://127.0.0.1:" + free(SHOP),
                "yiwen.assist.origins",
                "http://127.0.0.1:" + free(CRM),
                "yiwen.identity.host-jwt.key",
                HOST_KEY,
                "yiwen.edge.metrics-token",
                COLLECTOR,
                "yiwen.edge.security-contact",
                "mailto:security@example.com");
    }

    /** Where the test serves the operator's shop. */
    public static int shopPort() {
        return Integer.getInteger(SHOP);
    }

    /** Where the test serves the operator's CRM. */
    public static int crmPort() {
        return Integer.getInteger(CRM);
    }

    // The profile is read by another class loader than the tests: they meet in the system's properties.
    private static int free(String property) {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(property, String.valueOf(free.getLocalPort()));
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
