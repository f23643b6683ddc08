package dev.yiwen.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
    private final ConnectionLimits limits = new ConnectionLimits(2, Set.of("127.0.0.0/8", "10.1.2.3", "proxy"));

    @Test
    void an_address_has_so_many_and_gets_another_when_one_ends() {
        assertThat(limits.enter(from("203.0.113.9"))).isTrue();
        assertThat(limits.enter(from("203.0.113.9"))).isTrue();
        assertThat(limits.enter(from("203.0.113.9"))).isFalse();
        assertThat(limits.enter(from("203.0.113.10"))).isTrue();

        limits.leave(from("203.0.113.9"));

        assertThat(limits.enter(from("203.0.113.9"))).isTrue();
        assertThat(limits.enter(from("203.0.113.9"))).isFalse();
    }

    @Test
    void a_customers_whole_network_of_ipv6_is_one_address() {
        assertThat(limits.enter(from("2001:db8:1:2::1"))).isTrue();
        assertThat(limits.enter(from("2001:db8:1:2:ffff::7"))).isTrue();
        assertThat(limits.enter(from("2001:db8:1:2::9"))).isFalse();
        assertThat(limits.enter(from("2001:db8:1:3::1"))).isTrue();
    }

    @Test
    void proxies_and_this_machine_are_not_counted() {
        for (var i = 0; i < 100; i++) {
            assertThat(limits.enter(from("127.0.0.5"))).isTrue();
            assertThat(limits.enter(from("10.1.2.3"))).isTrue();
        }
    }

    private static InetSocketAddress from(String address) {
        return new InetSocketAddress(address, 40_000);
    }
}
