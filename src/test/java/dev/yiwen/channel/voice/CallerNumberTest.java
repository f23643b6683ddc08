package dev.yiwen.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallerNumberTest {

    @ParameterizedTest
    @CsvSource({
        "13800138000, +8613800138000",
        "138 0013 8000, +8613800138000",
        "+86-138-0013-8000, +8613800138000",
        "008613800138000, +8613800138000",
        "010-88886666, +861088886666",
        "+442079460000, +442079460000"
    })
    void is_one_number_in_all_its_forms(String written, String e164) {
        assertThat(CallerNumber.of(written)).contains(new CallerNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "8001", "12", "…", "+999999999999999"})
    void what_names_no_line_is_nobodys_number(String written) {
        assertThat(CallerNumber.of(written)).isEmpty();
    }
}
