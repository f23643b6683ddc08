package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.TestSocket;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A supervisor looks after calls: sees what needs them, without being asked, and steps in. */
@QuarkusTest
class WallJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String COMPLAINT = "我家宽带断网三天了，到底什么时候能修好";

    @Inject
    People people;

    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "yiwen.voice.token")
    String token;

    private final List<PhoneCall> calls = new ArrayList<>();
    private PhoneCall calm;
    private PhoneCall stuck;
    private Page supervisor;

    @BeforeEach
    void two_agents_are_on_calls() {
        calm = call(people.staff(Role.AGENT));
        calm.said("agent", "您好，请问有什么可以帮您？");
        calm.said("customer", "你好，我想问一下怎么开通国际漫游");
        stuck = call(people.staff(Role.AGENT));
        stuck.said("agent", "您好，请问有什么可以帮您？");
        stuck.said("customer", COMPLAINT);
        supervisor = browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        supervisor.navigate("/supervise");
        assertThat(line(supervisor, calm)).isVisible();
        assertThat(line(supervisor, stuck)).isVisible();
    }

    @AfterEach
    void hang_up() {
        calls.forEach(PhoneCall::end);
    }

    @Test
    void a_customer_who_goes_round_in_circles_is_told_to_the_supervisor_who_looks_acknowledges_and_whispers() {
        stuck.said("customer", "你好，我家宽带断网了，光猫上的 LOS 灯一直闪红灯");
        stuck.said("agent", "您稍等，我帮您查一下");
        stuck.said("customer", COMPLAINT);
        stuck.said("customer", COMPLAINT);

        var alert = supervisor.locator(
                "yw-alert-list li[data-alert=stuck]", new Page.LocatorOptions().setHasText(stuck.number));
        assertThat(alert).containsText("同样的话说了三次");
        assertThat(row(supervisor, stuck)).hasAttribute("data-urgency", "4");
        stuck.event("held", Map.of());
        assertThat(line(supervisor, stuck)).containsText("保持中");
        assertThat(line(supervisor, stuck)).containsText("【识别】");
        browser.picture(supervisor, "wall");

        alert.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("旁听"))
                .click();
        assertThat(supervisor.locator("yw-watch-view .message.customer .bubble").last())
                .hasText(COMPLAINT);
        stuck.event(
                "transcript", Map.of("speaker", "agent", "text", "我看到您的工单", "final", false, "utteranceId", "partial"));
        assertThat(supervisor.locator("yw-watch-view .speaking")).containsText("我看到您的工单");
        browser.picture(supervisor, "wall-listening");
        alert.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("知道了"))
                .click();

        assertThat(alert).hasCount(0);
        assertThat(line(supervisor, stuck)).containsText("已处理");
        supervisor.locator("yw-watch-view textarea").fill("先给客户一个明确的上门时间");
        supervisor.locator("yw-watch-view textarea").press("Enter");
        assertThat(supervisor.locator("yw-watch-view .whisper")).containsText("明确的上门时间");
    }

    @Test
    void nothing_moves_under_the_pointer_and_what_has_no_alert_can_be_hidden() {
        line(supervisor, calm).hover();
        stuck.said("customer", COMPLAINT);
        stuck.said("customer", COMPLAINT);
        assertThat(line(supervisor, stuck)).containsText("同样的话说了三次");
        boolean above = place(calm) < place(stuck);

        supervisor.waitForTimeout(3_500);

        assertEquals(above, place(calm) < place(stuck));
        supervisor.mouse().move(1_000, 500);
        supervisor.getByLabel("只看有提醒的").check();
        assertThat(line(supervisor, calm)).hasCount(0);
        assertThat(line(supervisor, stuck)).isVisible();
    }

    @Test
    void by_keyboard_and_on_a_narrow_phone() {
        stuck.said("customer", COMPLAINT);
        stuck.said("customer", COMPLAINT);
        var phone = browser.staff(Screen.PHONE, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        phone.setViewportSize(360, 780);
        phone.navigate("/supervise");
        assertThat(line(phone, stuck)).containsText("同样的话说了三次");
        browser.picture(phone, "wall-phone-360-alerts");
        line(phone, stuck).scrollIntoViewIfNeeded();
        browser.picture(phone, "wall-phone-360");
        assertEquals(360, phone.evaluate("document.scrollingElement.scrollWidth"), "no sideways scrolling");

        line(phone, stuck).focus();
        phone.keyboard().press("ArrowDown");
        phone.keyboard().press("ArrowUp");
        phone.keyboard().press("Enter");

        assertThat(phone.locator("yw-watch-view .message.customer").last()).isVisible();
        browser.picture(phone, "wall-phone-360-listening");
    }

    private int place(PhoneCall call) {
        return (int) supervisor
                .locator("yw-held-list li")
                .evaluateAll("(all, number) => all.findIndex((one) => one.textContent.includes(number))", call.number);
    }

    private static Locator row(Page page, PhoneCall call) {
        return page.locator("yw-held-list li", new Page.LocatorOptions().setHasText(call.number));
    }

    private static Locator line(Page page, PhoneCall call) {
        return page.locator("yw-held-list button.one", new Page.LocatorOptions().setHasText(call.number));
    }

    private PhoneCall call(Staff agent) {
        var call = new PhoneCall(TestSocket.open(base, "/ws/v1/calls", token));
        calls.add(call);
        call.event("ringing", Map.of("number", call.number, "agent", agent.login()));
        call.event("answered", Map.of("agent", agent.login()));
        return call;
    }

    /** What a telephone system sends of a call. */
    private static final class PhoneCall {
        final String callId = "call-" + UUID.randomUUID();
        final String number = "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        private final TestSocket line;
        private int utterances;

        PhoneCall(TestSocket line) {
            this.line = line;
        }

        void said(String speaker, String text) {
            event(
                    "transcript",
                    Map.of("speaker", speaker, "text", text, "final", true, "utteranceId", "u" + utterances++));
        }

        void event(String type, Map<String, ?> fields) {
            var frame = new HashMap<String, Object>(fields);
            frame.put("type", type);
            frame.put("callId", callId);
            line.send(frame);
        }

        void end() {
            event("ended", Map.of());
            line.close();
        }
    }
}
