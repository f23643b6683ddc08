package dev.yiwen.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.command.attack.Flood;
import dev.yiwen.command.bench.Site;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FloodTest {
    private static final List<String> QUESTIONS = List.of(
            "怎么查话费",
            "宽带上不了网怎么办",
            "流量用完了怎么办",
            "补卡要带什么",
            "怎么开电子发票",
            "国际漫游怎么开通",
            "携号转网要什么条件",
            "副卡怎么办理",
            "套餐怎么改",
            "停机了怎么恢复",
            "账单在哪里看",
            "怎么注销号码",
            "5G套餐有哪些",
            "宽带移机怎么办",
            "过户要什么材料",
            "密码忘了怎么办",
            "亲情号怎么设置",
            "话费怎么充值",
            "光猫红灯闪",
            "手机没信号怎么办");

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI base;

    @Test
    void others_are_answered_while_one_visitor_floods() {
        try (var site = Site.of(base, 20)) {
            var figures = new Flood(site).run(6, 300, QUESTIONS);

            Logger.getLogger(FloodTest.class).infof("While one floods: %s", figures);
            assertThat(figures.refused()).isGreaterThan(200);
            // A second is wanted; a slow machine gets ten.
            assertThat(figures.p95Ms()).isLessThan(10_000);
        }
    }
}
