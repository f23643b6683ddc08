package dev.yiwen.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * Where a system is. An administrator of this service is not one of the network that it stands in, so its own address and
 * private ones are refused, when they are written and again each time: names can point elsewhere later.
 *
 * @param host without brackets
 */
public record OutsideAddress(boolean secure, String host, int port, String path) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LARGEST_PORT = 65_535;

    /** Fails with {@code INVALID} in words. */
    public static OutsideAddress of(String url) {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme();
            boolean secure = scheme.equalsIgnoreCase("https");
            if (!secure && !scheme.equalsIgnoreCase("http")
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getPort() > LARGEST_PORT) {
                throw invalid();
            }
            var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return new OutsideAddress(
                    secure,
                    uri.getHost().replaceAll("[\\[\\]]", ""),
                    uri.getPort() > 0 ? uri.getPort() : secure ? HTTPS : HTTP,
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            throw invalid();
        }
    }

    /**
     * Looks the name up, which blocks. Fails with {@code INVALID} unless all that it stands for may be reached.
     *
     * @param setting that allows private ones
     */
    public String resolve(boolean privateToo, String setting) {
        try {
            var all = InetAddress.getAllByName(host);
            for (var one : all) {
                if (!privateToo && !isPublic(one)) {
                    throw new Problem(
                            Problem.Kind.INVALID,
                            "The address %s is of this machine or of a private network; %s=true allows it."
                                    .formatted(host, setting));
                }
            }
            return all[0].getHostAddress();
        } catch (UnknownHostException e) {
            throw new Problem(Problem.Kind.INVALID, "There is no host %s.".formatted(host));
        }
    }

    public static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            // Global unicast alone (RFC 4291), without what carries IPv4 inside: 6to4, Teredo.
            return first >> 5 == 1
                    && !(first == 0x20 && second == 0x02)
                    && !(first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
        }
        // This network, shared and benchmarking ones, protocol assignments, and what is reserved (RFC 6890).
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && bytes[2] == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    private static Problem invalid() {
        return new Problem(Problem.Kind.INVALID, "The address must look like https://crm.example.com/hooks.");
    }
}
