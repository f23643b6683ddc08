package dev.yiwen.edge.connection;

import dev.yiwen.shared.ClientAddress;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** How many connections each address has open; an IPv6 address counts as its /64, which one customer has whole. */
final class ConnectionLimits {
    private final int most;
    private final List<IpSubnetFilterRule> uncounted;
    private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();

    /** @param uncounted addresses or networks; a proxy's name is left to the proxy's settings */
    ConnectionLimits(int most, Set<String> uncounted) {
        this.most = most;
        this.uncounted = uncounted.stream().flatMap(ConnectionLimits::rule).toList();
    }

    /** Whether one more may come; it then counts until {@link #leave}. */
    boolean enter(InetSocketAddress remote) {
        if (isUncounted(remote)) {
            return true;
        }
        var count = open.merge(key(remote), 1, Integer::sum);
        if (count > most) {
            leave(remote);
            return false;
        }
        return true;
    }

    void leave(InetSocketAddress remote) {
        if (!isUncounted(remote)) {
            open.computeIfPresent(key(remote), (address, count) -> count > 1 ? count - 1 : null);
        }
    }

    private boolean isUncounted(InetSocketAddress remote) {
        return uncounted.stream().anyMatch(rule -> rule.matches(remote));
    }

    private static String key(InetSocketAddress remote) {
        return ClientAddress.of(remote.getAddress().getHostAddress()).text();
    }

    private static Stream<IpSubnetFilterRule> rule(String network) {
        var slash = network.indexOf('/');
        var address = slash < 0 ? network : network.substring(0, slash);
        if (!address.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            return Stream.empty();
        }
        var bits = slash < 0 ? (address.contains(":") ? 128 : 32) : Integer.parseInt(network.substring(slash + 1));
        return Stream.of(new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT));
    }
}
