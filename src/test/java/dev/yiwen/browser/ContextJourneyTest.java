package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an agent is told of a case keeps up with what the customer says. */
@QuarkusTest
class ContextJourneyTest {
    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Conversations conversations;

    @Inject
    Pool database;

    private ConversationId id;
    private String name;
    private Page agent;

    @BeforeEach
    void an_agent_serves_a_customer() {
        scene.startsEmpty();
        name = "周文" + Ids.next().toString().substring(28);
        var asking = scene.withBot(people.member(name, 1));
        id = asking.id();
        scene.customerSaid(id, "我家宽带光猫亮红灯");
        agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button("开始接待").first().click();
        assertThat(button("小休")).isVisible();
        scene.askForHuman(asking, Code.UNANSWERED);
        button("接受").click();
        assertThat(agent.locator("yw-context dl").first()).containsText("红灯");
    }

    @AfterEach
    void clear() {
        scene.startsEmpty();
    }

    @Test
    void facts_and_summary_keep_up_while_the_agents_own_words_stay() {
        var tag = agent.locator("yw-context yw-tags input");
        tag.fill("晚上在家");
        var replies = agent.locator("yw-composer textarea");
        replies.fill("您好，请问怎么联系您？");
        replies.press("Enter");
        assertThat(agent.locator("yw-conversation .message.agent .bubble")).hasText("您好，请问怎么联系您？");

        say("联系我打13987654321");
        say("我住3号楼，希望今天能修好");

        var facts = agent.locator("yw-context dl").first();
        assertThat(facts).containsText("回电号码");
        assertThat(facts).containsText("139****4321");
        assertThat(facts).not().containsText("3号");
        assertThat(agent.locator("yw-context .latest")).containsText("希望今天能修好");
        assertThat(tag).hasValue("晚上在家");
        browser.picture(agent, "context-keeps-up");
    }

    @Test
    void a_ticket_carries_the_customer_the_number_to_call_and_the_problem() {
        say("联系我打13987654321");
        assertThat(agent.locator("yw-context dl").first()).containsText("回电号码");

        button("结束").click();
        agent.getByLabel("已登记，待跟进").check();
        var ticket = agent.locator("yw-wrap-up .ticket");
        assertThat(ticket).containsText(name);
        assertThat(ticket.locator("input[name=ticketTitle]")).hasValue("我家宽带光猫亮红灯");
        assertThat(ticket.locator("input[name=ticketContact]")).hasValue("13987654321");
        browser.picture(agent, "wrap-up-ticket");
        ticket.locator("input[name=ticketContact]").fill("13987654321，晚上七点后");
        button("结束会话").click();
        assertThat(agent.locator("yw-wrap-up dialog[open]")).hasCount(0);

        assertThat(stored()).isEqualTo(name + " 13987654321，晚上七点后 我家宽带光猫亮红灯");
    }

    private void say(String text) {
        conversations
                .appendFromCustomer(id, UUID.randomUUID().toString(), text)
                .await()
                .indefinitely();
    }

    private String stored() {
        return database.preparedQuery("""
                        select cu.name || ' ' || t.contact || ' ' || t.title from ticket t
                        join customer cu on cu.id = t.customer_id where t.conversation_id = $1
                        """)
                .execute(Tuple.of(id.value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }

    private Locator button(String name) {
        return agent.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
