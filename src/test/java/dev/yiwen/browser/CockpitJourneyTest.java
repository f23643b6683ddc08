package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.quality.metric.History;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A supervisor goes from a satisfaction that has fallen to the article and the conversations that made it fall. */
@QuarkusTest
class CockpitJourneyTest {
    private static final double PATIENCE = 60_000;

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    History history;

    // A matter of this run's own.
    private final String topic = "kettles-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_supervisor_finds_what_made_satisfaction_fall() {
        var bad = quarter();
        var supervisor = people.staff(Role.SUPERVISOR);
        var page = browser.staff(Screen.DESKTOP, supervisor.login(), People.PASSWORD);

        page.navigate("/cockpit");
        page.locator("[data-metric=SATISFACTION]").click();
        page.getByLabel("分项").selectOption("ARTICLE");
        var row = page.locator("yw-figure tbody tr").filter(new Locator.FilterOptions().setHasText(topic + "/a"));
        assertThat(row).containsText("50%", new ContainsTextOptions().setTimeout(PATIENCE));
        page.getByTitle(Pattern.compile("^按这一列排序")).last().click();
        browser.picture(page, "cockpit");
        row.getByRole(AriaRole.BUTTON).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("没计入的"))
                .click();

        var cases = page.locator("yw-case-list li");
        assertThat(cases).hasCount(bad.size());
        assertThat(cases.first().getByRole(AriaRole.LINK))
                .hasAttribute("href", Pattern.compile(bad.getLast().toString()));
        assertThat(page.url()).contains("metric=SATISFACTION", "by=ARTICLE", "part=" + topic, "which=MISS");
        assertThat(page.locator("yw-figure th[aria-sort=ascending]")).hasCount(1);

        page.getByText("每条路有多少会话").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("网页 → 机器人"))
                .click();
        assertThat(page.locator("h2").filter(new Locator.FilterOptions().setHasText("网页 → 机器人 的会话")))
                .isVisible();
        assertThat(page.url()).contains("way=WEB");
        page.goBack();

        var phone = browser.staff(Screen.PHONE, supervisor.login(), People.PASSWORD);
        phone.navigate(page.url().substring(page.url().indexOf("/cockpit")));
        assertThat(phone.locator("yw-case-list li")).hasCount(bad.size());
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        browser.picture(phone, "cockpit-phone");
        phone.navigate("/cockpit");
        phone.locator("yw-figure-chart canvas").waitFor();
        browser.picture(phone, "cockpit-phone-days");
    }

    /** Some weeks, the last of them worse; those rated badly, the oldest first. */
    private List<UUID> quarter() {
        var now = Instant.now();
        var bad = new java.util.ArrayList<UUID>();
        for (int day = 20; day >= 0; day--) {
            for (int i = 0; i <= day % 4; i++) {
                history.chat(
                        history.customer(),
                        i % 2 == 0 ? "billing" : "network",
                        now.minus(Duration.ofDays(day)).minusSeconds(i * 1000L + 900));
            }
        }
        for (int day = 8; day >= 1; day--) {
            var chat = history.chat(history.customer(), topic, now.minus(Duration.ofDays(day)));
            history.rated(chat, day <= 4 ? 1 : 5);
            if (day <= 4) {
                bad.add(chat);
            }
        }
        return bad;
    }

    @Test
    void a_wallboard_shows_who_waits_until_it_is_left() {
        var supervisor = people.staff(Role.SUPERVISOR);
        var page = browser.staff(Screen.DESKTOP, supervisor.login(), People.PASSWORD);

        page.navigate("/cockpit?metric=ABANDONMENT");
        assertThat(page.locator("[data-live=queue] strong")).hasText(Pattern.compile("\\d+"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("大屏"))
                .click();

        assertThat(page.locator("yw-wallboard [data-live=agents] strong")).hasText(Pattern.compile("\\d+"));
        assertThat(page.locator("yw-top-bar")).hasCount(0);
        assertThat(page.url()).endsWith("?wall");
        browser.picture(page, "wallboard");
        page.keyboard().press("Escape");

        assertThat(page.locator("select[name=metric]")).hasValue("ABANDONMENT");
    }

    @Test
    void an_editor_gathers_categories_under_a_topic_and_takes_it_back() {
        history.chat(history.customer(), topic, Instant.now().minus(Duration.ofDays(1)));
        var editor = people.staff(Role.EDITOR);
        var page = browser.staff(Screen.DESKTOP, editor.login(), People.PASSWORD);
        var free = page.locator("[data-word='" + topic + "']");

        // It is counted within seconds.
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            page.navigate("/knowledge?topics");
            page.locator("yw-topic-tree h3").waitFor();
            return free.count() == 1;
        });
        free.locator("select").selectOption("+");
        assertThat(free).hasCount(0);
        var made = page.locator("[data-topic]").last();
        made.getByLabel("名称").fill("烧水壶 " + topic);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存"))
                .click();

        assertThat(page.getByText("以前的会话正在重新归类")).isVisible();
        browser.picture(page, "topics");
        var phone = browser.staff(Screen.PHONE, editor.login(), People.PASSWORD);
        phone.navigate("/knowledge?topics");
        assertThat(phone.locator("[data-topic]").last().getByLabel("名称")).hasValue("烧水壶 " + topic);
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        browser.picture(phone, "topics-phone");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("撤销"))
                .click();

        assertThat(page.getByText("已恢复到保存前")).isVisible();
        assertThat(free).hasCount(1);
    }
}
