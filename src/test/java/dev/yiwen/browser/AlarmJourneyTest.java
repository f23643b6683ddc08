package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A supervisor sees what rings, looks at it, and sets by which rules it does. */
@QuarkusTest
class AlarmJourneyTest {
    private static final double PATIENCE = 60_000;

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Pool database;

    // A matter of this run's own.
    private final String topic = "stoves-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void nothing_rings_for_others() {
        run("delete from alarm where topic = $1");
        run("delete from review_task where topic = $1");
        run("delete from alarm_mute where topic = $1");
        database.query("delete from alarm_rule").execute().await().indefinitely();
    }

    @Test
    void an_alarm_is_acknowledged_muted_closed_and_opened_again_and_a_rule_is_tried_before_it_is_on() {
        database.preparedQuery("""
                        insert into alarm (id, rule, topic, region, kind, day, count, expected, tail, also)
                        values (gen_random_uuid(), 'COMPLAINTS', $1, '广东省', 'SURGE', $2, 31, 4.2, 1e-9, array['HANDOFFS|' || $1 || '|'])
                        """)
                .execute(Tuple.of(topic, HomeZone.today().minusDays(1)))
                .await()
                .indefinitely();
        var supervisor = people.staff(Role.SUPERVISOR);
        var page = browser.staff(Screen.DESKTOP, supervisor.login(), People.PASSWORD);

        page.navigate("/cockpit");
        assertThat(page.locator("[data-live=alarms]"))
                .containsText("广东省", new ContainsTextOptions().setTimeout(PATIENCE));
        page.navigate("/alarms");
        var alarm =
                page.locator("[data-alarm]").filter(new Locator.FilterOptions().setHasText(topic.replace('-', ' ')));
        assertThat(alarm).containsText("有 31，平常约 4.2");
        assertThat(alarm).containsText("同一原因：转人工");
        assertThat(alarm.getByText("看会话")).hasAttribute("href", Pattern.compile("topic=" + topic + "&region="));
        button(alarm, "知道了").click();
        assertThat(alarm).containsText("知道了");
        assertThat(button(alarm, "知道了")).hasCount(0);
        alarm.getByText("走势").click();
        var rule = page.locator("[data-rule=CONTACTS]");
        rule.getByRole(AriaRole.CHECKBOX).check();
        assertThat(rule).containsText("用过去 90 天试", new ContainsTextOptions().setTimeout(PATIENCE));
        button(rule, "保存").click();
        assertThat(page.locator("yw-toasts")).containsText("已保存");
        browser.picture(page, "alarms");
        page.reload();
        assertThat(page.locator("[data-rule=CONTACTS]").getByRole(AriaRole.CHECKBOX))
                .isChecked();

        button(alarm, "静音 1 天").click();
        assertThat(page.locator("yw-toasts")).containsText("静音到");
        button(alarm, "关闭").click();
        assertThat(page.locator("yw-toasts")).containsText("已关闭");
        button(page.locator("yw-toasts"), "撤销").last().click();
        assertThat(button(alarm, "关闭")).isVisible();

        var phone = browser.staff(Screen.PHONE, supervisor.login(), People.PASSWORD);
        phone.navigate("/alarms");
        phone.locator("yw-alarm-rule").first().waitFor();
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        browser.picture(phone, "alarms-phone");
    }

    @Test
    void an_alarm_is_looked_into_with_its_cause_an_owner_and_measures() {
        database.preparedQuery("""
                        insert into alarm (id, rule, topic, region, kind, day, count, expected, tail)
                        values (gen_random_uuid(), 'COMPLAINTS', $1, '广东省', 'SURGE', $2, 31, 4.2, 1e-9)
                        """)
                .execute(Tuple.of(topic, HomeZone.today().minusDays(1)))
                .await()
                .indefinitely();
        var supervisor = people.staff(Role.SUPERVISOR);
        var page = browser.staff(Screen.DESKTOP, supervisor.login(), People.PASSWORD);
        var named = new Locator.FilterOptions().setHasText(topic.replace('-', ' '));

        page.navigate("/alarms");
        button(page.locator("[data-alarm]").filter(named), "转为复盘").click();
        var review = page.locator("yw-review");
        review.locator("select[name=cause]").selectOption("SYSTEM");
        review.locator("select[name=owner]")
                .selectOption(supervisor.id().value().toString());
        review.getByLabel("为什么会这样").fill("新版页面算错了运费");
        button(review, "保存").first().click();
        assertThat(review).containsText("负责人：" + supervisor.name());
        button(review, "进入“已分析”").click();
        var measures = review.locator("yw-review-measures");
        measures.getByLabel("做什么").fill("退回旧版页面");
        measures.getByLabel("期限").fill(HomeZone.today().minusDays(2).toString());
        measures.getByLabel("期限").press("Enter");
        assertThat(measures.locator("[data-measure]")).containsText("已过期");
        button(review, "进入“改进中”").click();
        assertThat(review.locator("[aria-current=step]")).hasText("改进中");
        browser.picture(page, "review");
        button(review, "返回").first().click();
        var line = page.locator("[data-review]").filter(named);
        assertThat(line).containsText("1 项措施过期");
        browser.picture(page, "reviews");

        var phone = browser.staff(Screen.PHONE, supervisor.login(), People.PASSWORD);
        phone.navigate("/alarms?tab=reviews");
        phone.locator("[data-review]").filter(named).getByRole(AriaRole.BUTTON).click();
        button(phone.locator("yw-review-measures"), "做完了").click();
        button(phone.locator("yw-review"), "进入“看效果”").click();
        assertThat(phone.locator("yw-review")).containsText("有没有用");
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        browser.picture(phone, "review-phone");
        phone.goBack();
        phone.locator("[data-review]").first().waitFor();
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        browser.picture(phone, "reviews-phone");
    }

    private void run(String sql) {
        database.preparedQuery(sql).execute(Tuple.of(topic)).await().indefinitely();
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
