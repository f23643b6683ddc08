package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the declaration of an incident to its end, with three customers: one it concerns, one elsewhere, one with another matter. */
@QuarkusTest
class IncidentJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    /** A matter that no other test speaks of, nor this one when it ran before. */
    private static final String MATTER = "云杉终端" + Ids.next().toString().substring(30);

    private static final String CAUSE = "海淀部分小区的" + MATTER + "离线，师傅正在抢修";

    @Inject
    People people;

    @Test
    void a_supervisor_tells_those_whom_it_concerns_and_then_that_it_is_over() {
        var here = chatting();
        var elsewhere = chatting();
        var other = chatting();
        say(here, "我在海淀，" + MATTER + "离线了");
        say(elsewhere, "我在朝阳，" + MATTER + "离线了");
        say(other, "我想办" + MATTER + "，怎么收费");

        var supervisor =
                browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        supervisor.navigate("/incidents");
        field(supervisor, "cause").fill(CAUSE);
        field(supervisor, "words").fill(MATTER);
        field(supervisor, "regions").fill("海淀区");
        button(supervisor, "1 小时后").click();
        button(supervisor, "看看会通知谁").click();
        assertThat(supervisor.locator(".preview")).containsText("1 个确定受影响");
        assertThat(supervisor.locator(".preview")).containsText("1 个在别处不通知");
        supervisor.locator(".preview").scrollIntoViewIfNeeded();
        browser.picture(supervisor, "incident-declare-desktop");
        button(supervisor, "发布").click();

        var card = supervisor.locator("yw-incident", new Page.LocatorOptions().setHasText(CAUSE));
        assertThat(card).isVisible();
        assertThat(notice(here)).isVisible(new IsVisibleOptions().setTimeout(30_000));
        assertThat(card.locator("[data-measure=told]")).hasText("1 个会话");
        browser.picture(here, "incident-customer-phone");
        say(here, MATTER + "什么时候好");
        assertThat(here.locator(".notice.incident")).hasCount(2);
        assertThat(card.locator("[data-measure=repeated]")).hasText("1 次");
        card.locator("summary").click();
        assertThat(card).containsText("发布：" + CAUSE);
        card.scrollIntoViewIfNeeded();
        browser.picture(supervisor, "incident-standing-desktop");
        supervisor.setViewportSize(390, 844);
        browser.picture(supervisor, "incident-standing-phone");
        supervisor.locator("yw-incident-form").scrollIntoViewIfNeeded();
        browser.picture(supervisor, "incident-form-phone");
        supervisor.setViewportSize(1280, 800);

        var agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        assertThat(agent.locator("yw-incident-bar li", new Page.LocatorOptions().setHasText(CAUSE)))
                .isVisible();
        browser.picture(agent, "incident-agent-desktop");

        supervisor.onDialog(dialog -> dialog.accept());
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("通报恢复"))
                .click();
        assertThat(here.locator(".notice.incident").last()).containsText("已经恢复");
        assertThat(here.locator(".notice.incident")).hasCount(3);
        browser.picture(here, "incident-over-phone");
        assertThat(elsewhere.locator(".notice.incident")).hasCount(0);
        assertThat(other.locator(".notice.incident")).hasCount(0);
        assertThat(agent.locator("yw-incident-bar li", new Page.LocatorOptions().setHasText(CAUSE)))
                .hasCount(0);
        assertThat(supervisor.locator("section[aria-label='以前的通报'] yw-incident").first())
                .containsText(CAUSE);
    }

    private Page chatting() {
        var page = browser.person(Screen.PHONE);
        page.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.visitor()) + "')");
        page.navigate("/chat");
        assertThat(page.locator(".asks button").first()).isVisible();
        return page;
    }

    private static void say(Page page, String text) {
        page.locator("textarea").fill(text);
        page.keyboard().press("Enter");
        assertThat(page.locator(".mine .bubble").last()).hasText(text);
    }

    private static Locator notice(Page page) {
        return page.locator(".notice.incident", new Page.LocatorOptions().setHasText("海淀区：" + CAUSE));
    }

    private static Locator field(Page page, String name) {
        return page.locator("yw-incident-form input[name=" + name + "]");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
