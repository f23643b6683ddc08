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

    private void run(String sql) {
        database.preparedQuery(sql).execute(Tuple.of(topic)).await().indefinitely();
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
