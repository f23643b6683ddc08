package dev.yiwen.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.identity.session.Devices.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevicesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 | Chrome 141 | Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0 | Edge 141 | Windows
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15 | Safari 18 | macOS
            Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0 | Firefox 144 | Linux
            """)
    void knows_a_device_by_browser_and_system(String userAgent, String browser, String system) {
        assertThat(Devices.of(userAgent)).isEqualTo(new Device(browser, system));
    }

    @Test
    void claims_nothing_of_what_it_does_not_know() {
        assertThat(Devices.of("a test")).isEqualTo(new Device(null, null));
        assertThat(Devices.of("")).isEqualTo(new Device(null, null));
    }
}
