package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001:0:1::1"
            })
    void this_machine_and_its_networks_are_refused(String address) throws UnknownHostException {
        assertThat(OutsideAddress.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "100.63.255.255", "172.32.0.1", "198.20.0.1", "2606:2800:220:1::1"})
    void everybody_elses_are_not(String address) throws UnknownHostException {
        assertThat(OutsideAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://localhost/hooks",
                "https://[::1]/",
                "http://2130706433/",
                "http://0/"
            })
    void a_name_of_this_machine_is_refused_where_it_is_looked_up(String url) {
        assertThatThrownBy(() -> OutsideAddress.of(url).resolve(false, "X")).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://crm.example.com/",
                "crm.example.com",
                "https://user:secret@crm.example.com/",
                "https://",
                "file:///etc/passwd",
                "https://a b/"
            })
    void what_is_no_address_is_refused(String url) {
        assertThatThrownBy(() -> OutsideAddress.of(url)).isInstanceOf(Problem.class);
    }

    @Test
    void the_parts_of_an_address_are_read() {
        assertThat(OutsideAddress.of("https://crm.example.com/hooks?a=1"))
                .isEqualTo(new OutsideAddress(true, "crm.example.com", 443, "/hooks?a=1"));
        assertThat(OutsideAddress.of("http://crm.example.com:8080"))
                .isEqualTo(new OutsideAddress(false, "crm.example.com", 8080, "/"));
    }
}
