package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent writes a promise that the knowledge does not hold; supervisors say what must not be said at all. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class WarningCardTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String WRONG = "五百兆的宽带一个月六十块";

    @Inject
    People people;

    @Inject
    Scene scene;

    private final String run = Ids.next().toString().substring(28);
    private Staff staff;
    private Page agent;

    @BeforeEach
    void an_agent_is_at_work() {
        scene.startsEmpty();
        staff = people.staff(Role.AGENT);
        agent = browser.staff(Screen.DESKTOP, staff.login(), People.PASSWORD);
        button(agent, "开始接待").first().click();
        assertThat(button(agent, "小休")).isVisible();
    }

    @Test
    void a_quiet_line_below_the_reply_field_says_it_before_it_is_sent_and_keeps_nobody_from_sending() {
        var name = "孙宁" + run;
        var customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 2)) + "')");
        customer.navigate("/chat");
        button(customer, "转人工").click();
        agent.locator("yw-inbox .queue .item", new Page.LocatorOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接入 " + name))
                .click();
        var field = agent.locator("yw-composer textarea");
        field.fill(WRONG);

        var minded = agent.locator("yw-composer .minded");
        assertThat(minded).containsText("与知识不一致");
        assertThat(minded).containsText("80 元");
        browser.picture(agent, "agent-reply-check");
        field.fill("五百兆的宽带一个月八十块");
        assertThat(minded).not().containsText("与知识不一致");
        field.fill(WRONG);
        field.press("Enter");

        assertThat(customer.getByText(WRONG)).isVisible();
    }

    @Test
    void a_supervisor_forbids_words_and_says_what_to_say_instead() {
        var words = "爱咋咋地" + run;
        var page = browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        page.navigate("/wishes");
        var rules = page.locator("yw-watch-rules");
        rules.locator("input[name=words]").fill(words);
        rules.locator("input[name=instead]").fill("我再帮您想想办法");
        rules.locator("select[name=severity]").selectOption("GRAVE");
        rules.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("添加"))
                .click();

        var line = rules.locator("li").filter(new Locator.FilterOptions().setHasText(words));
        assertThat(line).containsText("我再帮您想想办法");
        assertThat(line).containsText("严重");
        rules.scrollIntoViewIfNeeded();
        browser.picture(page, "watch-rules");
        page.setViewportSize(390, 844);
        browser.picture(page, "watch-rules-phone");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
