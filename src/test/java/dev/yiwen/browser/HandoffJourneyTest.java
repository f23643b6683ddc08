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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The second journey: a customer reaches a human, who sees what happened before. */
@QuarkusTest
class HandoffJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String COMPLAINT = "重启过三次都没用，师傅约了两次都没来！转人工，再不处理我就去工信部投诉";
    private static final String REPLY = "陈先生您好，师傅两次失约是我们没做好。我现在就给您约一个确定的上门时间。";

    @Inject
    People people;

    private String name;
    private Page customer;
    private Page agent;

    @BeforeEach
    void a_customer_complains_and_an_agent_is_at_work() {
        var id = Ids.next().toString();
        name = "陈立新" + id.substring(id.length() - 4);
        customer = chatting(people.token(people.member(name, 4)));
        agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待").first().click();
        say(customer, "光猫 LOS 红灯一直亮，宽带断了");
        assertThat(customer.locator("article[data-label]").first()).isVisible();
        say(customer, COMPLAINT);
        assertThat(button(customer, "返回 AI 助手")).isVisible();
    }

    @Test
    void an_agent_takes_the_customer_from_the_queue_and_sees_the_whole_context() {
        assertThat(waiting()).containsText("投诉");
        browser.picture(agent, "agent-queue");

        take();

        var context = agent.locator("yw-context");
        assertThat(context.locator(".reason")).containsText("投诉");
        assertThat(context.locator(".evidence").first()).containsText("#");
        assertThat(context).containsText(name);
        assertThat(context).containsText("4 星");
        assertThat(context.getByText("机器人已答过")).isVisible();
        assertThat(agent.locator("yw-conversation .bot .ai").first()).hasText("AI 助手");
    }

    @Test
    void the_customer_reads_what_the_agent_answers() {
        take();

        reply(REPLY);

        assertThat(customer.locator("article.message", new Page.LocatorOptions().setHasText(REPLY)))
                .isVisible();
        assertThat(agent.locator("yw-conversation .message.agent .bubble").last())
                .hasText(REPLY);
        assertThat(agent.locator("yw-conversation .pending")).hasCount(0);
        say(customer, "师傅爽约有赔偿吗？");
        assertThat(agent.locator("yw-conversation .message.customer .bubble").last())
                .hasText("师傅爽约有赔偿吗？");
        assertThat(agent.locator("yw-assist-card").first()).isVisible();
        browser.picture(agent, "agent-console");
        browser.picture(customer, "customer-with-agent");
    }

    @Test
    void what_a_person_says_comes_into_sight_and_is_read_only_then() {
        customer.setViewportSize(390, 560);
        take();
        reply("请按顺序试一下：\n" + "重启光猫，等指示灯全部亮起，再看网速。\n".repeat(20));
        var log = customer.locator(".log");
        assertThat(customer.locator("article.message").last()).containsText("请按顺序");

        reply(REPLY);
        var said = customer.locator("article.message", new Page.LocatorOptions().setHasText(REPLY));
        assertThat(said).isInViewport();
        assertThat(agent.locator("yw-conversation .message.agent").last()).containsText("已读");

        log.hover();
        customer.mouse().wheel(0, -2000);
        assertThat(said).not().isInViewport();
        reply("还在吗？没有别的问题我就结束了。");
        assertThat(customer.locator(".below button")).hasText(Pattern.compile("1 条新消息"));
        assertThat(agent.locator("yw-conversation .message.agent").last()).not().containsText("已读");
        customer.locator(".below button").click();
        assertThat(agent.locator("yw-conversation .message.agent").last()).containsText("已读");
    }

    @Test
    void evidence_leads_to_the_message_in_which_it_was_said() {
        take();

        agent.locator("yw-context .evidence .seq").first().click();

        assertThat(agent.locator("yw-conversation .marked .bubble")).hasText(COMPLAINT);
    }

    @Test
    void a_draft_survives_a_reload() {
        take();
        composer().fill("我查一下");

        agent.reload();
        mine().click();

        assertThat(composer()).hasValue("我查一下");
    }

    @Test
    void a_closed_conversation_leaves_the_desk_and_the_customer_is_told() {
        take();
        reply(REPLY);
        assertThat(customer.locator("article.message", new Page.LocatorOptions().setHasText(REPLY)))
                .isVisible();

        button(agent, "结束").click();
        assertThat(agent.locator("yw-wrap-up textarea[name=summary]")).hasValue(java.util.regex.Pattern.compile("光猫"));
        agent.getByLabel("已解决").check();
        agent.locator("yw-wrap-up textarea[name=notes]").fill("已约明天上午上门");
        browser.picture(agent, "agent-closing");
        button(agent, "结束会话").click();

        assertThat(mine()).hasCount(0);
        assertThat(customer.locator(".notice").last()).containsText("会话已结束");
        browser.picture(customer, "rate-phone");
        customer.locator("yw-satisfaction button", new Page.LocatorOptions().setHasText("4"))
                .click();
        assertThat(customer.locator("yw-satisfaction")).containsText("感谢您的评价：满意");
    }

    @Test
    void the_closing_form_says_that_the_customer_has_written_meanwhile_and_does_not_close_over_it() {
        take();
        reply(REPLY);
        button(agent, "结束").click();
        agent.getByLabel("已解决").check();

        say(customer, "等等，还有一件事：押金什么时候退？");

        var meanwhile = agent.locator("yw-wrap-up .meanwhile");
        assertThat(meanwhile).containsText("押金什么时候退");
        assertThat(button(agent, "结束会话")).isDisabled();
        browser.picture(agent, "agent-closing-meanwhile");
        button(agent, "回去继续聊").click();
        assertThat(composer()).isVisible();
        button(agent, "结束").click();
        assertThat(meanwhile).hasCount(0);
        agent.getByLabel("已解决").check();
        button(agent, "结束会话").click();
        assertThat(mine()).hasCount(0);
    }

    private void take() {
        waiting()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接入 " + name))
                .click();
        assertThat(composer()).isVisible();
        assertThat(agent.locator("yw-conversation h2")).hasText(name);
    }

    private void reply(String text) {
        composer().fill(text);
        composer().press("Enter");
    }

    private Locator composer() {
        return agent.locator("yw-composer textarea");
    }

    private Locator waiting() {
        return agent.locator("yw-inbox .queue .item", new Page.LocatorOptions().setHasText(name));
    }

    private Locator mine() {
        return agent.locator("yw-inbox .mine .item", new Page.LocatorOptions().setHasText(name));
    }

    private static Page chatting(String token) {
        var page = browser.person(Screen.PHONE);
        page.addInitScript("localStorage.setItem('yiwen.visitor', '" + token + "')");
        page.navigate("/chat");
        assertThat(page.locator(".asks button").first()).isVisible();
        return page;
    }

    private static void say(Page page, String text) {
        page.locator("textarea").fill(text);
        page.keyboard().press("Enter");
        assertThat(page.locator(".mine .bubble").last()).hasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
