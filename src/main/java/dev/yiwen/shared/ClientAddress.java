package dev.yiwen.shared;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a client sits, as limits count it: an IPv4 address whole; of an IPv6 address the first 64 bits, for everybody has
 * the other 64 to choose from. One who comes over IPv4 through an IPv6 socket (RFC 4291, 2.5.5.2) is the same client.
 *
 * @param text such as {@code 203.0.113.7} or {@code 2001:db8:0:1:0:0:0:0/64}
 * @param site the {@code /48} that a site has at least (RFC 6177), and one tenant often; of an IPv4 address, itself
 */
public record ClientAddress(String text, String site) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    // That of ::1, of which the rest is left out.
    private static final String LOOPBACK_NETWORK = "0:0:0:0:0:0:0:0/64";
    private static final ClientAddress UNKNOWN = new ClientAddress("unknown", "unknown");

    /** Behind trusted proxies, that of the client in front of them: Quarkus has applied their headers. */
    public static ClientAddress of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        return of(remote == null ? null : remote.hostAddress());
    }

    /** @param address in digits: names are not looked up, and are all one client */
    public static ClientAddress of(@Nullable String address) {
        var bare = address == null ? "" : address.replaceAll("^\\[|\\].*$|%.*$", "");
        if (IPV4.matcher(bare).matches()) {
            return new ClientAddress(bare, bare);
        }
        return IPV6.matcher(bare).matches() ? ofGroups(bare) : UNKNOWN;
    }

    private static ClientAddress ofGroups(String literal) {
        try {
            // With a colon in it, it is never looked up; Java itself makes a mapped address an IPv4 one.
            var address = InetAddress.getByName(literal);
            return address instanceof Inet4Address
                    ? new ClientAddress(address.getHostAddress(), address.getHostAddress())
                    : new ClientAddress(network(address, 64), network(address, 48));
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    /** Of this machine itself. */
    public boolean isLoopback() {
        return text.startsWith("127.") || text.equals(LOOPBACK_NETWORK);
    }

    private static String network(InetAddress address, int bits) throws UnknownHostException {
        var bytes = address.getAddress();
        Arrays.fill(bytes, bits / 8, bytes.length, (byte) 0);
        return InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
    }
}
