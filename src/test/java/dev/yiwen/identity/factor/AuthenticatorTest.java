package dev.yiwen.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthenticatorTest {
    /** "12345678901234567890" in Base32. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** RFC 6238, appendix B: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void takes_the_codes_of_the_standard(long seconds, String code) {
        assertThat(Authenticator.step(SECRET, code, Instant.ofEpochSecond(seconds)))
                .isEqualTo(OptionalLong.of(seconds / 30));
    }

    @Test
    void forgives_a_clock_one_step_and_no_more() {
        for (long late : new long[] {-30, 30}) {
            assertThat(Authenticator.step(SECRET, "005924", Instant.ofEpochSecond(1234567890 + late)))
                    .isEqualTo(OptionalLong.of(1234567890 / 30));
        }
        for (long late : new long[] {-60, 60}) {
            assertThat(Authenticator.step(SECRET, "005924", Instant.ofEpochSecond(1234567890 + late)))
                    .isEmpty();
        }
    }

    @Test
    void tells_a_phone_what_it_needs() {
        assertThat(Authenticator.uri(SECRET, "li.qiang"))
                .startsWith("otpauth://totp/Yiwen:li.qiang?")
                .contains("secret=" + SECRET, "issuer=Yiwen", "digits=6", "period=30");
    }

    @Test
    void secrets_differ_and_have_160_bits() {
        assertThat(Authenticator.secret()).hasSize(32).isNotEqualTo(Authenticator.secret());
    }
}
