package dev.yiwen.assist.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.facts.FactCatalogue;
import dev.yiwen.facts.FactName;
import dev.yiwen.facts.FactReading;
import dev.yiwen.shared.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FactSentencesTest {
    private final FactSentences sentences = new FactSentences(new Messages());

    @Test
    void says_the_figures() {
        assertThat(said(FactName.DATA_LEFT, Map.of("total", 40, "used", 21.6, "left", 18.4, "state", "enough"))
                        .says())
                .isEqualTo("您本月套餐流量共 40 GB，已经用了 21.6 GB，还剩 18.4 GB。");
        assertThat(said(FactName.BILL, Map.of("month", "2026-04", "total", 131.5, "before", 89))
                        .says())
                .isEqualTo("您 2026-04 的账单是 131.50 元，上期是 89.00 元。");
    }

    @Test
    void says_nothing_of_figures_that_are_not_all_there() {
        assertThat(said(FactName.BILL, Map.of("total", 131.5)).says()).isEmpty();
        assertThat(said(FactName.STATIONS_NEAR, Map.of("area", "东湖")).says()).isEmpty();
    }

    @Test
    void advises_by_the_state_unless_the_operator_does() {
        assertThat(said(FactName.LINE_STATE, Map.of("state", "up")).advice()).contains("路由器");
        assertThat(said(FactName.LINE_STATE, Map.of("state", "down", "advice", "请不要派单。"))
                        .advice())
                .isEqualTo("请不要派单。");
    }

    @Test
    void tells_a_network_that_is_well_from_one_that_is_not() {
        assertThat(stations("normal").says()).contains("都正常");
        assertThat(stations("busy").says()).contains("拥塞");
        assertThat(stations("down").says()).contains("中断");
        assertThat(said(FactName.OUTAGES_IN_AREA, Map.of("area", "东湖片区", "outages", List.of()))
                        .says())
                .isEqualTo("我查到东湖片区现在没有大面积故障。");
        assertThat(said(FactName.OUTAGES_IN_AREA, Map.of("outages", List.of(Map.of("what", "光缆中断", "state", "fixing"))))
                        .says())
                .isEqualTo("您那一片现在有故障：光缆中断。");
    }

    private FactSentences.Sentences stations(String state) {
        return said(
                FactName.STATIONS_NEAR,
                Map.of("stations", List.of(Map.of("state", "normal"), Map.of("station", "二号站", "state", state))));
    }

    private FactSentences.Sentences said(FactName fact, Map<String, Object> value) {
        var reading = new FactCatalogue().find(fact).orElseThrow().reading(value, Instant.EPOCH);
        return sentences.of((FactReading.Known) reading.orElseThrow());
    }
}
