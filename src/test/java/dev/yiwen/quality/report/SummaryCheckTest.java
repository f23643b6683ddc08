package dev.yiwen.quality.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.shared.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of November: 12,345 contacts, 87.3 % satisfied where it was 91 %. */
class SummaryCheckTest {
    private final SummaryCheck check =
            new SummaryCheck(new PaperWriter(new Messages()).write(ReportPdfTest.month(), Locale.CHINESE));

    @Test
    void what_the_report_says_is_let_pass() {
        assertThat(check.holds("2026 年 11 月会话数 12,345，比前期 +12.2%。满意度 87.3%，前期 91%，-3.7 个百分点（变差）；"
                        + "开场问候违反的会话 96 个，比例 12%。建议进一步查看账单（9,000 个会话数）。"))
                .isTrue();
        assertThat(check.holds("满意度８７.３％。")).isTrue();
        assertThat(check.holds("广东部分地区宽带中断持续 2:30:00。")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "满意度 87.4%。",
                // No per cent sign: another number.
                "满意度 87.3 分。",
                "满意度下降到 87%。",
                // Of another row.
                "满意度 12,345。",
                "会话数 87.3%，满意度下降。共情 96 个。",
                // Computed.
                "满意度下降 4.1%。",
                "会话数增加 1345。",
                "满意度接近九成。",
                "会话数翻倍。",
                "大约一半客户满意。",
                "满意度约为百分之八十七。",
                "会话数一万二千。",
                "Satisfaction was great。",
                ""
            })
    void what_it_does_not_say_is_refused(String summary) {
        assertThat(check.holds(summary)).isFalse();
    }
}
