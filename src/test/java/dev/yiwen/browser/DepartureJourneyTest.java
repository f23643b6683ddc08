package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Customers go, come back, and have had enough; agents see it. */
@QuarkusTest
class DepartureJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    private String name;
    private Page customer;
    private Page agent;

    @BeforeEach
    void a_customer_waits_and_an_agent_looks() {
        name = "周小满" + Ids.next().toString().substring(28);
        customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 1)) + "')");
        customer.navigate("/chat");
        button(customer, "转人工").click();
        assertThat(button(customer, "返回 AI 助手")).isVisible();
        agent = browser.staff(Screen.PHONE, people.staff(Role.AGENT).login(), People.PASSWORD);
        assertThat(waiting()).isVisible();
    }

    @Test
    void an_agent_sees_that_a_customer_is_gone_and_that_they_came_back() {
        assertThat(waiting()).not().containsText("已离开");

        var phone = customer.context();
        customer.close();

        assertThat(waiting()).containsText("已离开");
        browser.picture(agent, "agent-customer-away-phone");

        customer = phone.newPage();
        customer.navigate("/chat");
        assertThat(button(customer, "返回 AI 助手")).isVisible();
        assertThat(waiting()).not().containsText("已离开");
    }

    @Test
    void a_word_in_passing_does_not_send_away_the_help_for_somebody_in_danger() {
        customer.locator("yw-composer textarea").fill("家里光猫着火了，冒烟");
        customer.keyboard().press("Enter");
        assertThat(customer.locator(".notice.safety")).isVisible();

        customer.locator("yw-composer textarea").fill("算了");
        customer.keyboard().press("Enter");

        assertThat(customer.locator(".notice").last()).containsText("仍为您排在最前面");
        assertThat(waiting()).isVisible();
        button(customer, "返回 AI 助手").click();
        assertThat(waiting()).hasCount(0);
    }

    @Test
    void a_customer_leaves_the_queue_by_words_and_ends_the_conversation_by_a_button() {
        customer.locator("yw-composer textarea").fill("不用了，不排了");
        customer.keyboard().press("Enter");

        assertThat(customer.locator(".notice").last()).containsText("退出排队");
        assertThat(waiting()).hasCount(0);
        browser.picture(customer, "customer-left-queue-phone");

        customer.locator("button.menu").click();
        button(customer, "结束会话").click();
        browser.picture(customer, "customer-ends-phone");
        button(customer, "再点一次，确认结束").click();
        assertThat(customer.locator("yw-satisfaction")).isVisible();
        browser.picture(customer, "customer-ended-phone");
    }

    private Locator waiting() {
        return agent.locator("yw-inbox .queue .item", new Page.LocatorOptions().setHasText(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
