package dev.yiwen.quality.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeAreasTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            010-65000000,   北京市
            0755-26000000,  广东省
            +8602163000000, 上海市
            0471-6200000,   内蒙古
            13900000000,    新疆
            """)
    void a_number_has_the_province_where_it_was_given_out(String number, String province) {
        assertThat(HomeAreas.province(number)).hasValue(province);
    }
}
