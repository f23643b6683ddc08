package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.TestSocket;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.facts.SwitchedOperator;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While the telephone rings, the agent sees who it is and what they probably want. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class ScreenPopJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    SwitchedOperator operator;

    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "yiwen.voice.token")
    String token;

    private final String callId = "call-" + UUID.randomUUID();
    private TestSocket line;

    @BeforeEach
    void an_operator_has_systems() {
        operator.on();
        line = TestSocket.open(base, "/ws/v1/calls", token);
    }

    @AfterEach
    void hang_up() {
        operator.off();
        line.send(Map.of("type", "ended", "callId", callId));
        line.close();
    }

    @Test
    void who_is_calling_stands_there_at_once_and_what_the_operator_knows_fills_in() {
        var staff = people.staff(Role.AGENT);
        var agent = browser.staff(Screen.DESKTOP, staff.login(), People.PASSWORD);
        agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("开始接待"))
                .first()
                .click();
        operator.server().faults(Duration.ofMillis(2500), false);
        var number = "138%07d1".formatted(ThreadLocalRandom.current().nextInt(10_000_000));

        line.send(Map.of("type", "ringing", "callId", callId, "number", number, "agent", staff.login()));

        var pop = agent.locator("yw-screen-pop");
        assertThat(pop).containsText("+86" + number);
        assertThat(pop).containsText("未能及时取到，稍后补上");
        browser.picture(agent, "agent-screen-pop-waiting");
        assertThat(pop).containsText("所在片区故障：光缆中断，宽带和 5G 受影响");
        assertThat(pop).containsText("家庭宽带 500M");
        assertThat(pop).containsText("城西片区");
        assertThat(pop).not().containsText("未能及时取到");
        browser.picture(agent, "agent-screen-pop");

        line.send(Map.of(
                "type", "transcript",
                "callId", callId,
                "speaker", "customer",
                "text", "我家宽带断了，上不了网",
                "final", true,
                "utteranceId", "u1",
                "at", 1));
        var card = agent.locator("yw-fact-card");
        assertThat(card).containsText("离线");
        assertThat(card).containsText("片区光缆故障，正在抢修，请不要派单上门。");
        browser.picture(agent, "agent-fact-card");
        agent.setViewportSize(390, 844);
        agent.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("客户与背景"))
                .click();
        browser.picture(agent, "agent-screen-pop-phone");
    }
}
