package dev.yiwen.handoff.wrapup;

import static dev.yiwen.handoff.wrapup.Talk.MONDAY_TEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.handoff.wrapup.SpokenTimes.SpokenTime;
import dev.yiwen.shared.HomeZone;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTimesTest {

    @ParameterizedTest
    @CsvSource({
        "师傅明天上午九点上门, 明天上午九点, 2026-03-03T09:00",
        "明天下午3点到5点之间师傅到, 明天下午3点到5点, 2026-03-03T17:00",
        "24小时内给您回电, 24小时内, 2026-03-03T10:00",
        "两个小时之内恢复, 两个小时之内, 2026-03-02T12:00",
        "三到五个工作日到账, 三到五个工作日, 2026-03-09T10:00",
        "周五之前给您答复, 周五之前, 2026-03-06T18:00",
        "下周三下午回访您, 下周三下午, 2026-03-11T18:00",
        "今晚八点半恢复, 今晚八点半, 2026-03-02T20:30",
        "3月15号之前退给您, 3月15号之前, 2026-03-15T18:00",
        "下个月1号生效, 下个月1号, 2026-04-01T18:00",
        "15:30左右打给您, 15:30左右, 2026-03-02T15:30",
        "后天中午十二点前, 后天中午十二点前, 2026-03-04T12:00",
        "半小时内解决, 半小时内, 2026-03-02T10:30",
        "月底前处理好, 月底前, 2026-03-31T18:00",
        "七天内退款, 七天内, 2026-03-09T10:00"
    })
    void a_time_is_found_and_its_end_is_known(String text, String words, LocalDateTime due) {
        var found = SpokenTimes.in(text);

        assertThat(found).extracting(SpokenTime::words).containsExactly(words);
        assertThat(SpokenDue.of(found.getFirst().parts(), MONDAY_TEN))
                .contains(due.atZone(HomeZone.id()).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7天无理由退货", "24小时热线", "有一点慢", "第三点要说明", "我住3号楼", "您看几点方便", "5号线附近", "快一点"})
    void what_only_looks_like_a_time_is_none(String text) {
        assertThat(SpokenTimes.in(text)).isEmpty();
    }

    @Test
    void a_day_that_is_in_no_calendar_has_no_end() {
        assertThat(SpokenTimes.in("2月31号前"))
                .singleElement()
                .satisfies(
                        it -> assertThat(SpokenDue.of(it.parts(), MONDAY_TEN)).isEmpty());
    }
}
