package dev.yiwen.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureRowsTest {
    @Test
    void what_goes_wrong_is_told_and_buttons_and_clocks_are_not() {
        assertThat(PictureRows.telling("10:24 5G 87%\n宽带连接失败\n错误 651：调制解调器报告了一个错误。\n时间 2026-05-16 09:14\n取消 重试"))
                .isEqualTo("宽带连接失败，错误 651：调制解调器报告了一个错误");
    }

    @Test
    void of_a_bill_its_title_and_its_sum_come_before_what_is_between() {
        assertThat(PictureRows.telling("话费账单\n账期 2026年10月\n" + "某项业务的说明文字很长很长很长很长很长很长很长很长\n".repeat(3)
                        + "费用合计 86.13元\n如对费用有疑问，请联系客服。"))
                .startsWith("话费账单，")
                .contains("费用合计 86.13元")
                .hasSizeLessThanOrEqualTo(84);
    }

    @Test
    void what_costs_nothing_gives_way_to_the_sum() {
        assertThat(PictureRows.telling(
                        "话费账单\n账期2026年3月\n套餐月费 79.00元\n套餐外流量费 3.58元\n国内语音通话费 7.50元\n增值业务费 0.00元\n费用合计 82.58元"))
                .contains("话费账单", "套餐月费 79.00元", "费用合计 82.58元")
                .doesNotContain("增值业务费");
    }

    @Test
    void a_picture_of_figures_alone_tells_nothing() {
        assertThat(PictureRows.telling("12:30\n87%\n2026-11-30\n\n")).isEmpty();
        assertThat(PictureRows.telling("")).isEmpty();
    }

    @Test
    void one_long_row_is_cut() {
        assertThat(PictureRows.telling("说明".repeat(500))).hasSize(81).endsWith("…");
    }

    @Test
    void a_bill_is_no_fault_and_an_error_is_one() {
        assertThat(PictureRows.tellsFault("话费账单\n费用合计 86.13元")).isFalse();
        assertThat(PictureRows.tellsFault("登录失败")).isTrue();
        assertThat(PictureRows.tellsFault("DNS_PROBE_FINISHED_NXDOMAIN")).isTrue();
        assertThat(PictureRows.tellsFault("Connection timed out")).isTrue();
    }

    @Test
    void long_input_of_few_signs_is_read_at_once() {
        assertThat(PictureRows.telling("取消".repeat(5000) + "x" + " 1:".repeat(5000)))
                .isNotNull();
    }
}
