package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The third journey: an agent on the telephone reads what is said, and is told what to say. */
@QuarkusTest
class CallJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String QUESTION = "我家宽带光猫 LOS 灯亮红灯，上不了网怎么办";

    @Inject
    People people;

    @Inject
    Pool database;

    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "yiwen.voice.token")
    String token;

    private final String callId = "call-" + UUID.randomUUID();
    private final String number =
            "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    private TestSocket line;
    private Staff staff;
    private Page agent;

    @BeforeEach
    void an_agent_is_at_work() {
        line = TestSocket.open(base, "/ws/v1/calls", token);
        staff = people.staff(Role.AGENT);
        agent = browser.staff(Screen.DESKTOP, staff.login(), People.PASSWORD);
        button("开始接待").first().click();
        assertThat(button("小休")).isVisible();
    }

    @AfterEach
    void hang_up() {
        event("ended", Map.of());
        line.close();
    }

    @Test
    void a_call_without_an_agent_rings_with_its_number_until_somebody_takes_it() {
        event("ringing", Map.of("number", number));
        var ringing = agent.locator("yw-attention .offer", new Page.LocatorOptions().setHasText(number));
        assertThat(ringing).isVisible();
        browser.picture(agent, "agent-call-ringing");

        ringing.locator(".button.primary").click();

        assertThat(ringing).hasCount(0);
        assertThat(agent.locator("yw-conversation h2")).hasText(number);
        assertThat(agent.locator("yw-conversation header .badge")).containsText("通话中");
        assertThat(agent.locator("yw-composer")).hasCount(0);
    }

    @Test
    void a_suggestion_that_the_agent_uses_is_stored() {
        onTheLine();
        transcript("agent", "您好，云桥通信，很高兴为您服务。", true, "u1");
        transcript("customer", QUESTION, true, "u2");
        var card = agent.locator("yw-assist-card").first();
        assertThat(card).containsText("来源：");
        transcript("customer", "我已经重启过了，还是", false, "u3");
        assertThat(agent.locator("yw-conversation .partial")).isVisible();
        browser.picture(agent, "agent-call");

        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("采用"))
                .click();

        assertThat(card.locator(".use")).hasText("已采用");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> usesBy(staff) == 1);
    }

    @Test
    void the_next_step_follows_what_is_said_and_what_the_agent_ticks() {
        onTheLine();
        transcript("customer", "家里宽带断网了，我要报修", true, "u1");
        var card = agent.locator("yw-step-card");
        assertThat(card).containsText("宽带故障报修");
        assertThat(card.locator(".next")).containsText("核对机主和宽带账号");

        transcript("agent", "您好，请问您是机主本人吗？", true, "u1");
        transcript("agent", "请问从什么时候开始断网的？", true, "u2");
        assertThat(card.locator(".next")).containsText("看光猫的灯");
        assertThat(card.locator("[role=checkbox][aria-checked=true]")).hasCount(2);
        transcript("customer", "光猫我还没重启过", true, "u2");
        card.locator("[role=checkbox]").nth(2).focus();
        agent.keyboard().press("Space");
        assertThat(card.locator(".next")).containsText("LOS 红灯直接派单");
        assertThat(card.locator("[role=checkbox]").nth(2)).containsText("手动");
        browser.picture(agent, "agent-call-steps");

        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("换流程"))
                .click();
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("宽带移机"))
                .click();

        assertThat(card).containsText("宽带移机");
        assertThat(card.locator("[role=checkbox]").first()).hasAttribute("aria-checked", "true");
    }

    @Test
    void how_a_call_ended_can_still_be_noted_after_the_customer_hung_up() {
        event("ringing", Map.of("number", number));
        agent.locator("yw-attention .offer", new Page.LocatorOptions().setHasText(number))
                .locator(".button.primary")
                .click();
        assertThat(agent.locator("yw-conversation header .badge")).containsText("通话中");
        event("ended", Map.of());

        assertThat(agent.locator("yw-wrap-up dialog[open]")).isVisible();
        agent.keyboard().press("Escape");
        button("填写处理结果").click();
        agent.getByLabel("已登记，待跟进").check();
        agent.locator("yw-wrap-up textarea[name=notes]").fill("明天回电");
        button("确认记录").click();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> "ticket：明天回电".equals(noted()));
    }

    @Test
    void words_that_come_late_go_where_they_were_said_on_an_open_page() {
        onTheLine();
        said("customer", "第一句", "u1", 1500);
        said("customer", "第三句", "u3", 5000);
        assertThat(bubbles()).hasText(new String[] {"第一句", "第三句"});

        said("agent", "坐席的话", "u1", 1600);
        said("customer", "第二句", "u2", 3000);

        assertThat(bubbles()).hasText(new String[] {"第一句", "坐席的话", "第二句", "第三句"});
        agent.reload();
        assertThat(bubbles()).hasText(new String[] {"第一句", "坐席的话", "第二句", "第三句"});
    }

    @Test
    void an_agent_writes_notes_while_talking_and_confirms_the_record_that_is_there_at_hang_up() {
        onTheLine();
        transcript("customer", QUESTION, true, "u1");
        transcript("agent", "查到是您小区的光缆被挖断了，我已经为您登记了报修。", true, "u2");
        transcript("agent", "师傅明天上午九点上门检修，明天下午会给您回电。", true, "u3");
        var note = agent.locator("yw-call-note textarea");
        note.fill("客户说晚上七点后在家");
        note.press("Enter");
        assertThat(agent.locator("yw-conversation .note")).containsText("客户说晚上七点后在家");
        browser.picture(agent, "agent-call-note");

        event("ended", Map.of());

        var record = agent.locator("yw-wrap-up");
        assertThat(record.locator("textarea[name=summary]")).hasValue(Pattern.compile("光猫"));
        assertThat(record.locator("textarea[name=cause]")).hasValue(Pattern.compile("光缆被挖断"));
        assertThat(record.locator("textarea[name=notes]")).hasValue(Pattern.compile("登记了报修"));
        assertThat(record.locator("textarea[name=promised]")).hasValue(Pattern.compile("明天上午九点上门检修"));
        assertThat(record.locator("input[name=callBackAt]")).not().hasValue("");
        assertThat(record.getByLabel("客户没有回应")).not().isChecked();
        browser.picture(agent, "wrap-up-record");
        agent.setViewportSize(390, 844);
        browser.picture(agent, "wrap-up-record-phone");
        agent.setViewportSize(1280, 800);
        agent.keyboard().press("Escape");
        assertThat(agent.locator("yw-conversation yw-after-call")).containsText("话后处理");
        assertThat(agent.locator("yw-inbox .unfinished")).containsText(number);
        browser.picture(agent, "agent-after-call");
        agent.setViewportSize(390, 844);
        browser.picture(agent, "agent-after-call-phone");
        agent.setViewportSize(1280, 800);
        agent.locator("yw-conversation yw-after-call")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("完成，继续接待"))
                .click();
        assertThat(agent.locator("yw-conversation yw-after-call .badge")).hasCount(0);
        agent.locator("yw-inbox .unfinished")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("填写"))
                .click();
        agent.getByLabel("已解决").check();
        record.locator("textarea[name=notes]").fill("已登记报修，工单已派");
        record.locator("textarea[name=notes]").press("Control+Enter");
        assertThat(agent.locator("yw-inbox .unfinished")).hasCount(0);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> "resolved：已登记报修，工单已派".equals(noted()));
        figures();
    }

    /** A supervisor sees how long it took and how much was changed. */
    private void figures() {
        var page = browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        page.navigate(base.resolve("/supervise").toString());
        var day = page.locator("yw-wrap-up-figures tbody tr").first();
        assertThat(day).containsText("%");
        day.scrollIntoViewIfNeeded();
        browser.picture(page, "wrap-up-figures");
        page.setViewportSize(390, 844);
        day.scrollIntoViewIfNeeded();
        browser.picture(page, "wrap-up-figures-phone");
    }

    @Test
    void an_agent_and_the_supervisor_see_how_the_line_stands() {
        onTheLine();
        var line = agent.locator("yw-conversation .line");
        assertThat(line).hasCount(0);

        event("held", Map.of());
        event("consulting", Map.of("with", "账务组"));
        event("muted", Map.of("speaker", "agent"));

        assertThat(line.locator(".held")).containsText("保持中");
        assertThat(line.locator(".consulting")).containsText("咨询中 账务组");
        assertThat(line).containsText("坐席静音");
        browser.picture(agent, "agent-call-held");
        agent.setViewportSize(390, 844);
        browser.picture(agent, "agent-call-held-phone");
        agent.setViewportSize(1280, 800);
        agent.reload();
        assertThat(agent.locator("yw-conversation .line .held")).containsText("保持中");
        var supervisor =
                browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        supervisor.navigate("/supervise");
        assertThat(supervisor
                        .locator("yw-held-list li", new Page.LocatorOptions().setHasText(number))
                        .locator(".held"))
                .containsText("保持中");
        browser.picture(supervisor, "supervise-call-held");

        event("transferred", Map.of("to", "8002"));
        assertThat(line).containsText("已转接给 8002");
        assertThat(line.locator(".held")).hasCount(0);
        event("ended", Map.of("by", "customer", "why", "normal clearing"));

        assertThat(line).containsText("客户挂断 · 保持 1 次");
        browser.picture(agent, "agent-call-over");
    }

    private Locator bubbles() {
        return agent.locator("yw-conversation .message:not(.partial) .bubble");
    }

    private void said(String speaker, String text, String utteranceId, long at) {
        event(
                "transcript",
                Map.of("speaker", speaker, "text", text, "final", true, "utteranceId", utteranceId, "at", at));
    }

    private void onTheLine() {
        event("ringing", Map.of("number", number, "agent", staff.login()));
        event("answered", Map.of("agent", staff.login()));
        assertThat(agent.locator("yw-conversation h2")).hasText(number);
    }

    private void transcript(String speaker, String text, boolean last, String utteranceId) {
        event(
                "transcript",
                Map.of("speaker", speaker, "text", text, "final", last, "utteranceId", utteranceId, "at", 1));
    }

    private void event(String type, Map<String, ?> fields) {
        var frame = new HashMap<String, Object>(fields);
        frame.put("type", type);
        frame.put("callId", callId);
        line.send(frame);
    }

    private long usesBy(Staff staff) {
        return database.preparedQuery("select count(*) from suggestion_use where staff_id = $1 and how = 'insert'")
                .execute(Tuple.of(staff.id().value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private String noted() {
        return database.preparedQuery("""
                        select h.disposition || '：' || h.notes from handoff h
                        join conversation c on c.id = h.conversation_id where c.subject = $1
                        """)
                .execute(Tuple.of(number))
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
