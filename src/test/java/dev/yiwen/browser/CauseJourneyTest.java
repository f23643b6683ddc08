package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.TestSocket;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent narrows down why a modem does not work, and an editor corrects the picture behind it. */
@QuarkusTest
class CauseJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "yiwen.voice.token")
    String token;

    private final String callId = "call-" + UUID.randomUUID();
    private final String number =
            "137%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));

    @Test
    void an_agent_asks_what_parts_the_causes_until_one_is_likely() {
        var staff = people.staff(Role.AGENT);
        try (var line = TestSocket.open(base, "/ws/v1/calls", token)) {
            var agent = browser.staff(Screen.DESKTOP, staff.login(), People.PASSWORD);
            button(agent, "开始接待").first().click();
            assertThat(button(agent, "小休")).isVisible();
            event(line, "ringing", Map.of("number", number, "agent", staff.login()));
            event(line, "answered", Map.of("agent", staff.login()));
            assertThat(agent.locator("yw-conversation h2")).hasText(number);

            said(line, "customer", "你好，我家宽带突然断网了", "u1");
            var card = agent.locator("yw-cause-card");
            assertThat(card.locator("h3")).containsText("光猫哪个灯不正常？");
            browser.picture(agent, "agent-call-causes");
            agent.setViewportSize(390, 844);
            browser.picture(agent, "agent-call-causes-phone");
            agent.setViewportSize(1280, 800);

            said(line, "agent", "麻烦您看一下，光猫哪个灯不正常？", "u2");
            said(line, "customer", "有个红灯一直在闪", "u3");
            assertThat(card.locator(".gone", new Locator.LocatorOptions().setHasText("路由器故障")))
                    .containsText("已排除");
            assertThat(card.locator("h3")).containsText("邻居家能上网吗？");

            button(card, "邻居家正常").click();
            assertThat(card.locator("h3")).containsText("光路中断");
            assertThat(card.locator(".helps")).containsText("光猫 LOS 亮红灯怎么办？");
            browser.picture(agent, "agent-call-cause-likely");

            card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤回：邻居家能上网吗？ 邻居家正常"))
                    .click();
            assertThat(card.locator("h3")).containsText("邻居家能上网吗？");
            event(line, "ended", Map.of());
        }
    }

    @Test
    void an_editor_sees_the_causes_of_a_fault_and_corrects_them() {
        var editor = browser.staff(Screen.DESKTOP, people.staff(Role.EDITOR).login(), People.PASSWORD);
        editor.navigate(base.resolve("/knowledge?graph").toString());
        var graph = editor.locator("yw-fault-graph");
        assertThat(graph.locator("svg.graph")).isVisible();
        graph.locator("select[name=around]").selectOption("SYMPTOM 上不了网");
        assertThat(graph.locator("table")).containsText("光路中断");
        browser.picture(editor, "fault-graph");
        var name = "蚂蚁咬断了线" + UUID.randomUUID().toString().substring(0, 4);

        graph.locator("form[aria-label=添加] input[name=name]").fill(name);
        button(graph, "添加").click();
        assertThat(graph.locator("section.card strong")).hasText(name);
        graph.locator("select[name=around]").selectOption("SYMPTOM 上不了网");
        graph.locator("select[name=end]").selectOption("CAUSE " + name);
        button(graph, "连线").click();
        assertThat(graph.locator("tr", new Locator.LocatorOptions().setHasText(name)))
                .containsText("编辑");
        browser.picture(editor, "fault-graph-corrected");
        editor.setViewportSize(360, 740);
        browser.picture(editor, "fault-graph-phone");

        for (int i = 0; i < 2; i++) {
            graph.locator(".corrections li", new Locator.LocatorOptions().setHasText(name))
                    .first()
                    .getByRole(AriaRole.BUTTON)
                    .click();
            assertThat(graph.locator(".corrections li", new Locator.LocatorOptions().setHasText(name)))
                    .hasCount(1 - i);
        }
        assertThat(graph.locator("tr", new Locator.LocatorOptions().setHasText(name)))
                .hasCount(0);
    }

    private void said(TestSocket line, String speaker, String text, String utterance) {
        event(
                line,
                "transcript",
                Map.of("speaker", speaker, "text", text, "final", true, "utteranceId", utterance, "at", 1));
    }

    private void event(TestSocket line, String type, Map<String, ?> fields) {
        var frame = new HashMap<String, Object>(fields);
        frame.put("type", type);
        frame.put("callId", callId);
        line.send(frame);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
