package dev.yiwen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenAmountsTest {

    @ParameterizedTest
    @CsvSource({
        "月费五十八块八, 58.8元",
        "一毛五一分钟, 0.15元",
        "零点一五元一分钟, 0.15元",
        "八十个G, 80gb",
        "一个半月内, 1.5个月",
        "两个工作日到账, 2个工作日",
        "百分之三十, 30%",
        "一百兆, 100m",
        "千兆宽带, 1000m",
        "封顶三百, 300元",
        "一百六十九那档, 169元",
        "流量王卡四十九一个月, 49元",
        "亚洲二十八一天, 28元",
        "双倍返还, 2倍",
        "打八折, 80%"
    })
    void what_is_said_is_the_amount_that_is_written(String said, String written) {
        assertThat(only(said)).matches(it -> it.sameAs(only(written)), "is " + written);
    }

    @Test
    void lengths_of_time_are_the_same_in_other_units_but_working_days_are_no_days() {
        assertThat(only("四十八小时").sameAs(only("两天"))).isTrue();
        assertThat(only("半年").sameAs(only("6个月"))).isTrue();
        assertThat(only("五个工作日").sameAs(only("五天"))).isFalse();
    }

    @Test
    void what_is_free_costs_nothing_and_what_comes_a_month_is_no_term() {
        assertThat(only("补卡是免费的").ways()).containsExactly("0|元");
        assertThat(quantities("一个月含一百兆")).singleElement().matches(it -> it.sameAs(only("100M")));
    }

    @Test
    void a_generation_of_networks_is_no_amount_of_data() {
        assertThat(quantities("您那里5G信号不好")).isEmpty();
    }

    private static Quantity only(String said) {
        return quantities(said).getFirst();
    }

    private static List<Quantity> quantities(String said) {
        return Quantity.in(SpokenAmounts.written(said));
    }
}
