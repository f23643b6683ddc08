package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "::ffff:cb00:7107, 203.0.113.7",
        "[2001:db8:0:1:aaaa::5], 2001:db8:0:1:0:0:0:0/64",
        "2001:db8:0:1:bbbb:cccc:dddd:eeee, 2001:db8:0:1:0:0:0:0/64",
        "2001:DB8::1:ffff:1, 2001:db8:0:0:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "::1, 0:0:0:0:0:0:0:0/64",
    })
    void counts_what_one_client_has(String address, String counted) {
        assertThat(ClientAddress.of(address).text()).isEqualTo(counted);
    }

    @Test
    void knows_the_site_of_a_tenant_with_many_networks() {
        assertThat(ClientAddress.of("2001:db8:7:1::1").site())
                .isEqualTo(ClientAddress.of("2001:db8:7:ffff::1").site())
                .isNotEqualTo(ClientAddress.of("2001:db8:8:1::1").site());
        assertThat(ClientAddress.of("203.0.113.7").site()).isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "''", "proxy.example", "a:b:c:d:e:f:g:h:i", ":::", "1.2.3", "::ffff:999.1.1.1"},
            nullValues = "null")
    void looks_no_name_up(String address) {
        assertThat(ClientAddress.of(address).text()).isEqualTo("unknown");
    }
}
