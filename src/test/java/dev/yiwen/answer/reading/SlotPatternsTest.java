package dev.yiwen.answer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlotPatternsTest {
    private final SlotPatterns slots = new TurnPatterns().slots();

    @ParameterizedTest
    @CsvSource({
        "300m多少钱,500的呢,500m多少钱",
        "一箱12元的还有吗,那20的呢,一箱20元的还有吗",
        "去日本流量一天多少钱,韩国呢,去韩国流量一天多少钱",
        "北京的门店几点开门,那上海呢,上海的门店几点开门",
        "换了套餐几号生效,能现在吗,换了套餐能现在生效吗",
        "今天能送到吗,明天呢,明天能送到吗"
    })
    void puts_what_is_named_in_the_place_of_the_same_kind(String earlier, String now, String meant) {
        assertThat(slots.replaced(earlier, now).orElseThrow()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"上海的会员怎么退", "那会员呢", "500的呢", "现在"})
    void leaves_alone_what_says_more_or_names_another_kind(String now) {
        assertThat(slots.replaced("北京的门店在哪", now)).isEmpty();
    }
}
