package dev.yiwen.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678",
                "+86 138-1234-5678",
                "11010519491231002X",
                "6222021234567890123",
                "6222 0212 3456 7890",
                "li.lei@example.com.cn",
                "0571-87654321"
            })
    void hides_personal_data(String value) {
        assertThat(Redaction.of("我是" + value + "，帮我查").text()).doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10055", "99元套餐1000M", "2026年11月22日", "12315", "20GB流量用了3天"})
    void leaves_other_numbers(String text) {
        assertThat(Redaction.of(text).text()).isEqualTo(text);
    }

    @Test
    void puts_back_what_it_hid() {
        var redaction = Redaction.of("把13812345678的套餐转给13987654321，不是13812345678");

        assertThat(redaction.text()).isEqualTo("把[手机号1]的套餐转给[手机号2]，不是[手机号1]");
        assertThat(redaction.restore("好的，[手机号2]")).isEqualTo("好的，13987654321");
    }
}
