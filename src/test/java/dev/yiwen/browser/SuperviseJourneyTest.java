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

/** A supervisor watches, whispers and takes over, beside the agent and the customer. */
@QuarkusTest
class SuperviseJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String WHISPER = "先道歉，再约上门时间";

    @Inject
    People people;

    private String name;
    private Page customer;
    private Page agent;
    private Page supervisor;

    @BeforeEach
    void an_agent_serves_an_angry_customer_and_a_supervisor_looks_on() {
        name = "陈立新" + Ids.next().toString().substring(28);
        customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 4)) + "')");
        customer.navigate("/chat");
        button(customer, "转人工").click();
        assertThat(button(customer, "返回 AI 助手")).isVisible();
        agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        agent.locator("yw-inbox .queue .item", new Page.LocatorOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接入 " + name))
                .click();
        assertThat(agent.locator("yw-composer textarea")).isVisible();
        supervisor = browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        supervisor.navigate("/supervise");
        line(supervisor).click();
        say("你们就是骗子！！气死我了");
    }

    @Test
    void the_supervisor_reads_what_is_said_while_it_is_said() {
        assertThat(supervisor.locator("yw-watch-view .message.customer .bubble").last())
                .hasText("你们就是骗子！！气死我了");
        assertThat(line(supervisor)).containsText("激动");
        browser.picture(supervisor, "supervise");
    }

    @Test
    void a_whisper_reaches_the_agent_and_never_the_customer() {
        supervisor.locator("yw-watch-view textarea").fill(WHISPER);
        button(supervisor, "发悄悄话").click();
        assertThat(supervisor.locator("yw-watch-view .whisper")).containsText(WHISPER);
        assertThat(agent.locator("yw-whispers").getByText(WHISPER)).isVisible();
        browser.picture(supervisor, "supervise-whisper");
        browser.picture(agent, "agent-whispered");
        agent.locator("yw-composer textarea").fill("非常抱歉");
        agent.locator("yw-composer textarea").press("Enter");
        assertThat(customer.locator("article.message", new Page.LocatorOptions().setHasText("非常抱歉")))
                .isVisible();

        assertThat(customer.getByText(WHISPER)).hasCount(0);
        customer.reload();
        assertThat(customer.locator("article.message", new Page.LocatorOptions().setHasText("非常抱歉")))
                .isVisible();
        assertThat(customer.getByText(WHISPER)).hasCount(0);
    }

    @Test
    void a_customer_in_danger_is_loud_for_the_supervisor_and_is_told_what_to_do() {
        say("我家光猫着火了，冒黑烟");

        assertThat(customer.locator(".notice.safety")).containsText("119");
        browser.picture(customer, "customer-safety-phone");
        var alert = supervisor.locator("yw-emergency-list article", new Page.LocatorOptions().setHasText(name));
        assertThat(alert).containsText("着火");
        assertThat(alert).containsText("还没有回复");
        browser.picture(supervisor, "supervise-emergency");
        agent.locator("yw-composer textarea").fill("请马上离开房间，拨打 119");
        agent.locator("yw-composer textarea").press("Enter");
        assertThat(alert).hasCount(0);
        assertThat(line(supervisor)).containsText("紧急");
        assertThat(agent.locator("yw-inbox .mine .item", new Page.LocatorOptions().setHasText(name)))
                .containsText("紧急");
        browser.picture(supervisor, "supervise-emergency-answered");
        browser.picture(agent, "agent-emergency-answered");
    }

    @Test
    void a_take_over_moves_the_customer_to_the_supervisor() {
        button(supervisor, "接管").click();
        browser.picture(supervisor, "supervise-take-over");
        button(supervisor, "确定接管").click();

        assertThat(customer.locator(".notice").last()).containsText("已接手");
        supervisor.locator("yw-composer textarea").fill("我是主管，现在由我处理");
        supervisor.locator("yw-composer textarea").press("Enter");
        assertThat(customer.locator("article.message").last()).containsText("现在由我处理");
        assertThat(agent.locator("yw-inbox .mine .item", new Page.LocatorOptions().setHasText(name)))
                .hasCount(0);
    }

    @Test
    void a_phone_shows_the_list_and_then_the_conversation() {
        var phone = browser.staff(Screen.PHONE, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        phone.navigate("/supervise");
        assertThat(line(phone)).isVisible();
        browser.picture(phone, "supervise-phone-list");
        line(phone).click();
        assertThat(phone.locator("yw-watch-view .message.customer").last()).isVisible();
        browser.picture(phone, "supervise-phone");
        button(phone, "返回列表").click();
        assertThat(line(phone)).isVisible();
    }

    private void say(String text) {
        customer.locator("yw-composer textarea").fill(text);
        customer.keyboard().press("Enter");
        assertThat(customer.locator(".mine .bubble").last()).hasText(text);
    }

    private Locator line(Page page) {
        return page.locator("yw-held-list button", new Page.LocatorOptions().setHasText(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
