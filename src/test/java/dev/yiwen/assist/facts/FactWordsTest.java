package dev.yiwen.assist.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FactWordsTest {

    @ParameterizedTest
    @CsvSource({
        "5G信号差, stations-near",
        "我这儿 5g 信号特别不好, stations-near",
        "手机一直显示无服务, stations-near",
        "在家里老是没信号, stations-near",
        "你们附近的基站是不是坏了, stations-near",
        "5G 很卡，刷视频都转圈, stations-near",
        "我们小区都断网了, outages-in-area line-state",
        "是不是我们这边在抢修, outages-in-area",
        "邻居家也上不了网, outages-in-area line-state",
        "我家宽带断了, line-state",
        "光猫亮红灯, line-state",
        "光猫 LOS 灯一直闪, line-state",
        "家里网很卡打游戏掉线, line-state",
        "WiFi信号差, line-state",
        "网络时断时续, line-state",
        "这个月话费怎么这么高, bill",
        "帮我查一下账单, bill",
        "上个月多扣了我三十块钱, bill",
        "我现在欠费多少, bill",
        "本月扣了 128 元是什么, bill",
        "我还剩多少流量, data-left",
        "流量怎么这么快就用完了, data-left",
        "流量用超了怎么收费, data-left",
        "这个月被限速了, data-left",
        "帮我查查流量还有多少, data-left",
    })
    void a_fact_is_wanted_by_what_customers_say_of_it(String said, String facts) {
        assertThat(names(said)).containsExactlyElementsOf(Arrays.asList(facts.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "路上车流量太大堵车了晚点再说",
                "你们营业厅人流量多少",
                "我是做流量主播的",
                "网店的流量不够怎么推广",
                "流量包多少钱",
                "我想办个流量卡",
                "高速限速多少公里",
                "电视机顶盒没有信号",
                "信号灯坏了",
                "你们服务态度差",
                "5G套餐多少钱",
                "家旁边的基站有辐射吗",
                "这个月电费怎么这么高",
                "信用卡账单在哪里查",
                "账单寄到哪个邮箱",
                "话费怎么充值",
                "想办宽带多少钱",
                "宽带移机要断几天",
                "宽带解约要赔违约金吗",
                "路由器多少钱一个",
                "WiFi密码忘了，改不了",
                "谢谢，没有别的了",
                "你好",
                "",
            })
    void what_only_looks_like_it_wants_nothing(String said) {
        assertThat(names(said)).isEmpty();
    }

    @Test
    void an_essay_wants_nothing_and_takes_no_time() {
        assertThat(names("流量".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "我在北港片区，5G信号差, 北港片区",
        "我住城西小区没信号, 城西小区",
        "东湖新区信号不好, 东湖新区",
        "我现在住在南苑花园没网, 南苑花园",
        "我们小区都断网了,",
        "整个片区都没网,",
        "5G信号差,",
    })
    void the_place_is_what_the_customer_calls_it(String said, @Nullable String area) {
        assertThat(NamedArea.in(said).orElse(null)).isEqualTo(area);
    }

    private static List<String> names(String said) {
        return FactWords.in(said).stream().map(it -> it.value()).toList();
    }
}
