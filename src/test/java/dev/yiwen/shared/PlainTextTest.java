package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**提示：**先备份 | 提示：先备份",
                "这是**“必读”**的条款，到**服务厅。**签字 | 这是“必读”的条款，到服务厅。签字",
                "请在**《协议》**上签字，**（可选）**留电话 | 请在《协议》上签字，（可选）留电话",
                "**第一步：**重启，**第二步：**等待 | 第一步：重启，第二步：等待",
                "***特别提醒：***请看 | 特别提醒：请看",
                "**每月：** 59 元 | 每月： 59 元",
                "选**5G**或**4G** | 选5G或4G",
                "# 资费：**新。**办理 | 资费：新。办理"
            })
    void takes_marks_away_beside_chinese_signs(String markdown, String plain) {
        assertThat(PlainText.of(markdown)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "流量 20~30GB，价格 5~10 元。",
                "拨打*#06#或*#21#查询，取消**21*10086#，全部##002#",
                "**67*13800138000*11#",
                "2026. 年份开头的一行",
                "20261129) 一串数字开头的一行",
                "7*24小时、5*8小时，内存12*512",
                "月租*：59元，流量*：10GB",
                "网址 https://yunqiao.example/help，打开后看。",
                "文件名 a_b_c"
            })
    void leaves_what_is_no_mark(String text) {
        assertThat(PlainText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1. 打开设置\n2. 选网络", "- 身份证\n- 原卡"})
    void keeps_lists(String text) {
        assertThat(PlainText.of(text)).isEqualTo(text);
    }
}
