package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.file.picture.Snapshots;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe finds nothing on any page, in light and dark, and no page is wider than the smallest phone. */
@QuarkusTest
class AccessibilityTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final int NARROW = 360;

    @Inject
    People people;

    private final String name = "高明" + Ids.next().toString().substring(28);

    @ParameterizedTest
    @CsvSource(textBlock = """
            /,          yiwen-home
            /login,     input[name=login]
            /chat,      .asks button
            /assist,    yw-empty
            """)
    void a_page_for_everybody_is_accessible(String path, String ready) {
        var page = browser.person(Screen.DESKTOP);
        page.navigate(path);
        page.locator(ready).first().waitFor();

        check(page);
        checkFits(page);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            AGENT,      /agent,      yw-inbox
            SUPERVISOR, /supervise,  yw-held-list
            SUPERVISOR, /cockpit,    yw-figure
            SUPERVISOR, /alarms,     yw-alarm-rule
            SUPERVISOR, /alarms?tab=reviews, yw-review-list
            SUPERVISOR, /reports,    yw-report-list
            SUPERVISOR, /tickets,    yw-ticket-list
            SUPERVISOR, /ratings,    yw-rating-overview
            SUPERVISOR, /incidents,  yw-incident-form
            SUPERVISOR, /scores,     yw-score-filters
            SUPERVISOR, /scores?tab=criteria, yw-criterion-fields
            SUPERVISOR, /calibration, .tabs
            SUPERVISOR, /calibration?tab=results, yw-reliability
            SUPERVISOR, /routing,    [role=tabpanel]
            SUPERVISOR, /why,        main
            EDITOR,     /wishes,     main
            EDITOR,     /gaps,       [role=tab]
            EDITOR,     /usefulness, yw-useful
            EDITOR,     /knowledge,  yw-article-list
            EDITOR,     /knowledge?golden, yw-golden h2
            EDITOR,     /knowledge?topics, yw-topic-tree h3
            ADMIN,      /staff,      table
            AGENT,      /account,    yw-device-list li
            ADMIN,      /brand,      yw-brand-history ol
            ADMIN,      /integrations, yw-api-keys h2
            ADMIN,      /wechat, yw-wechat-accounts h2
            SUPERVISOR, /ticket-kinds, yw-kind-form
            ADMIN,      /start,      [data-step]
            ADMIN,      /audit,      li[data-number]
            ADMIN,      /privacy,    form
            """)
    void a_page_of_staff_is_accessible(Role role, String path, String ready) {
        var page = browser.staff(Screen.DESKTOP, people.staff(role).login(), People.PASSWORD);
        page.navigate(path);
        page.locator(ready).first().waitFor();
        assertThat(page.locator("yw-skeleton")).hasCount(0);

        check(page);
        checkFits(page);
    }

    @Test
    void each_part_of_the_routing_page_is_accessible() {
        var page = browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        page.navigate("/routing");

        for (var part : List.of("技能组与时间", "坐席", "试算", "历史", "健康检查")) {
            page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(part))
                    .click();
            check(page);
            checkFits(page);
        }
    }

    @Test
    void an_article_being_edited_is_accessible() {
        var page = browser.staff(Screen.DESKTOP, people.staff(Role.EDITOR).login(), People.PASSWORD);
        page.navigate("/knowledge?q=服务密码忘了");

        page.getByText("服务密码忘了怎么重置").first().click();
        page.locator("yw-customer-view").waitFor();

        check(page);
        checkFits(page);
        button(page, "试一试").click();
        check(page);
    }

    @Test
    void a_customers_way_through_the_chat_is_accessible() {
        var customer = customer();
        say(customer, "怎么查询本月已用流量？");
        customer.locator(".source").first().waitFor();
        button(customer, "有帮助").first().click();
        check(customer);
        button(customer, "设置").click();
        check(customer);
        customer.keyboard().press("Escape");

        button(customer, "转人工").click();
        assertThat(button(customer, "返回 AI 助手")).isVisible();
        check(customer);
        button(customer, "留言").click();
        customer.locator("yw-leave-message [type=radio]").first().waitFor();
        check(customer);
        checkFits(customer);
        button(customer, "继续排队").click();

        var agent = serving();
        agent.locator("yw-composer textarea").fill("您好，已经处理好了");
        agent.keyboard().press("Enter");
        customer.getByText("您好，已经处理好了").waitFor();
        check(customer);
        agent.keyboard().press("Alt+e");
        agent.getByLabel("已解决").check();
        agent.keyboard().press("Control+Enter");
        customer.locator("yw-satisfaction").waitFor();
        check(customer);
        customer.locator("yw-satisfaction button").last().click();
        check(customer);
        checkFits(customer);
    }

    @Test
    void the_console_and_its_dialogs_are_accessible() {
        var customer = customer();
        say(customer, "你们太差了，我要投诉，转人工");
        assertThat(button(customer, "返回 AI 助手")).isVisible();
        var agent = serving();
        say(customer, "宽带账号 kd8812，电话 13812345678");
        agent.locator("yw-conversation .message.customer", text("kd8812")).waitFor();
        agent.keyboard().press("Alt+m");
        agent.locator("yw-composer textarea").fill("老客户");
        agent.keyboard().press("Enter");
        agent.locator("yw-conversation .note").waitFor();
        check(agent);
        agent.keyboard().press("Alt+m");
        agent.locator("yw-composer textarea").pressSequentially("/");
        agent.locator("yw-phrase-menu [role=option]").first().waitFor();
        check(agent);
        agent.locator("yw-composer textarea").fill("");

        for (var dialog : List.of("Alt+s", "Alt+t", "Alt+q", "Alt+e")) {
            agent.keyboard().press(dialog);
            agent.locator("dialog[open]").waitFor();
            check(agent);
            agent.keyboard().press("Escape");
            assertThat(agent.locator("dialog[open]")).hasCount(0);
        }
        checkFits(agent);

        var supervisor =
                browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        supervisor.navigate("/supervise");
        supervisor.locator("yw-held-list").getByText(name).click();
        supervisor.locator("yw-watch-view .message").first().waitFor();
        check(supervisor);
        checkFits(supervisor);
    }

    @Test
    void emoji_staged_files_voices_and_pictures_are_accessible() {
        var both = Served.by(browser, people);
        both.customer().context().grantPermissions(List.of("microphone"));
        for (var page : List.of(both.customer(), both.agent())) {
            button(page, "表情").click();
            page.locator("yw-emoji-picker button").first().waitFor();
            check(page);
            checkFits(page);
            page.keyboard().press("Escape");
            page.locator("input[type=file]").setInputFiles(new FilePayload("光猫的照片.png", "image/png", Snapshots.png()));
            page.locator(".staged li").waitFor();
            check(page);
            checkFits(page);
            button(page, "发送").click();
            // A picture that is on its way is drawn anew when it has arrived, and a click on the old one is lost.
            assertThat(page.locator(".staged li, [data-pending]")).hasCount(0);
            page.locator(".picture img").last().click();
            page.locator("yw-picture-viewer img").waitFor();
            // What lies beneath is measured against the viewer's own ground.
            check(page, "yw-picture-viewer");
            checkFits(page);
            page.keyboard().press("Escape");
        }
        button(both.customer(), "语音").click();
        assertThat(both.customer().locator("yw-voice-recorder [role=timer]")).containsText("0:01 /");
        button(both.customer(), "停止").click();
        both.customer().locator("yw-voice").waitFor();
        check(both.customer());
        checkFits(both.customer());
        button(both.customer(), "发送语音").click();
        both.agent().locator("yw-conversation yw-voice").waitFor();
        check(both.customer());
        check(both.agent());
    }

    private Page customer() {
        var page = browser.person(Screen.PHONE);
        page.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 3)) + "')");
        page.navigate("/chat");
        page.locator(".asks button").first().waitFor();
        return page;
    }

    /** An agent at work with the customer. */
    private Page serving() {
        var page = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        page.locator("yw-inbox .queue .item", text(name))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接入 " + name))
                .click();
        assertThat(page.locator("yw-composer textarea")).isVisible();
        return page;
    }

    private static void check(Page page) {
        check(page, "");
    }

    /** @param part what alone counts, by a piece of its path; all when empty */
    private static void check(Page page, String part) {
        for (var colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            // Without motion, so that no colour is measured half way from the other one.
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
            var axe = new AxeBuilder(page).options(violationsOnly()).setLegacyMode(true);
            if (colours == ColorScheme.DARK) {
                // The page is the same but for its colours, and each look at all of it takes seconds.
                axe.withRules(List.of("color-contrast", "link-in-text-block"));
            }
            var found = axe.analyze().getViolations().stream()
                    .flatMap(rule -> rule.getNodes().stream()
                            .filter(node -> String.valueOf(node.getTarget()).contains(part))
                            .map(node -> "%s %s %s".formatted(rule.getId(), node.getTarget(), node.getHtml())))
                    .toList();
            Assertions.assertThat(found).as("%s, %s", page.url(), colours).isEmpty();
        }
    }

    /** What is right is not written down node by node: that takes longer than the looking. Nor is a second page opened for it. */
    private static AxeRunOptions violationsOnly() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static void checkFits(Page page) {
        var before = page.viewportSize();
        page.setViewportSize(NARROW, before.height);
        Assertions.assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                .as("width of %s", page.url())
                .isEqualTo(NARROW);
        page.setViewportSize(before.width, before.height);
    }

    private static void say(Page page, String text) {
        page.locator("textarea").fill(text);
        page.keyboard().press("Enter");
        assertThat(page.locator(".mine .bubble").last()).hasText(text);
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
