package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.channel.voice.audio.Pcm;
import dev.yiwen.channel.voice.audio.StubRecogniser;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.facts.SwitchedOperator;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One call from its first ring to its confirmed record, as its agent sees it on a desk and on a phone. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class FullCallJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final int AN_OUTAGE = 1;
    private static final int OPEN = 3;
    private static final int RATE = 8000;

    @Inject
    People people;

    @Inject
    PastCall past;

    @Inject
    SwitchedOperator operator;

    @Inject
    Vertx vertx;

    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "yiwen.voice.token")
    String token;

    private Staff staff;
    private Page agent;
    private PlayedCall call;
    private @Nullable ConversationId alike;

    @BeforeEach
    void an_agent_is_at_work() {
        operator.on();
        staff = people.staff(Role.AGENT);
        call = PlayedCall.from(AN_OUTAGE, base, token, staff.login());
        agent = browser.staff(Screen.DESKTOP, staff.login(), People.PASSWORD);
        button("开始接待").first().click();
        assertThat(button("小休")).isVisible();
    }

    @AfterEach
    void the_line_is_free() {
        operator.off();
        call.close();
        if (alike != null) {
            past.forgotten(alike);
        }
    }

    @Test
    void a_call_from_its_first_ring_to_its_confirmed_record() {
        alike = past.like("你好，我家宽带断网了，光猫上的 LOS 灯一直闪红灯", "查到是片区光缆故障，修好会短信通知您", "宽带断网，光猫红灯", "登记恢复提醒");

        call.plays("call-whole.jsonl").rings();
        var pop = agent.locator("yw-screen-pop");
        assertThat(pop).containsText("+86" + call.number);
        assertThat(pop).containsText("所在片区故障：光缆中断");
        assertThat(pop).containsText("第一次联系");
        stage("1-ringing", "客户与背景");

        call.answered();
        call.through("LOS 灯一直闪红灯");
        assertThat(agent.locator("yiwen-assist .cards > button")).isVisible();
        stage("2-cards", "建议");
        unfold();
        assertThat(agent.locator("yw-step-card")).containsText("宽带故障报修");
        assertThat(card("光猫 LOS 亮红灯")).isVisible();
        assertThat(agent.locator("yw-fact-card")).containsText("请不要派单上门");
        assertThat(agent.locator("yw-case-card")).containsText("登记恢复提醒");
        both("2-all-cards", "建议");

        call.through("哪个地址的宽带");
        assertThat(agent.locator("yw-step-card .next")).containsText("问清现象");
        call.through("国际漫游怎么开通");
        assertThat(card("漫游").first()).isVisible();
        both("3-misheard", "建议");
        call.through("光猫红灯还在闪");
        assertThat(card("漫游")).hasCount(0);
        assertThat(agent.locator("yw-conversation .message.customer .bubble").last())
                .containsText("湖滨路");
        assertThat(agent.locator("yw-conversation")).not().containsText("国际漫游");
        assertThat(agent.locator("yw-inbox .item[aria-current=true]")).containsText("湖滨路");
        both("4-corrected", "对话");

        call.through("气死人");
        assertThat(warning("客户越来越生气")).isVisible();
        assertThat(agent.locator("yw-assist-card .script")).isVisible();
        both("5-angry", "建议");

        call.through("退您二十块");
        var warned = warning("与知识不一致");
        assertThat(warned.locator(".said")).containsText("二十块");
        assertThat(warned.locator(".should")).containsText("8 元");
        assertThat(agent.locator("[data-card]").first()).containsText("与知识不一致");
        both("6-warned", "建议");
        warned.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("忽略"))
                .click();
        assertThat(warned).hasCount(0);

        call.through("谢谢");
        call.toItsEnd();
        var record = agent.locator("yw-wrap-up");
        assertThat(field("summary")).hasValue(Pattern.compile("断网"));
        assertThat(field("cause")).hasValue(Pattern.compile("光缆被挖断"));
        assertThat(field("notes")).hasValue(Pattern.compile("登记了报修"));
        assertThat(field("promised")).hasValue(Pattern.compile("师傅明天上午九点上门"));
        both("7-record", null);

        agent.getByLabel("已解决").check();
        field("notes").fill("片区光缆中断，已登记报修和回电");
        both("8-edited", null);
        field("notes").press("Control+Enter");
        assertThat(record.locator("dialog[open]")).hasCount(0);
        assertThat(agent.locator("yw-inbox .unfinished")).hasCount(0);

        try (var later = call.again()) {
            later.rings();
            assertThat(pop.locator(".past").first()).isVisible();
            assertThat(pop).containsText("已解决");
            both("9-next-call", "客户与背景");
        }
    }

    /** No more cards are open than somebody reads who talks. */
    private void stage(String name, String tab) {
        Assertions.assertThat(agent.locator("[data-card]").count())
                .as("open cards")
                .isLessThanOrEqualTo(OPEN);
        both(name, tab);
    }

    /** Nothing stands out of the page at either width. */
    private void both(String name, String tab) {
        fits();
        browser.picture(agent, "journey-" + name);
        agent.setViewportSize(390, 844);
        if (tab != null) {
            agent.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(tab))
                    .click();
        }
        fits();
        browser.picture(agent, "journey-" + name + "-phone");
        agent.setViewportSize(1280, 800);
    }

    private void fits() {
        Assertions.assertThat(agent.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("what stands out")
                .isEqualTo(0);
    }

    @Test
    void what_is_spoken_on_both_sides_becomes_words_cards_and_a_record_though_the_recogniser_is_lost_amid_it() {
        String[] said = {"我家的宽带断网了光猫亮着红灯", "我帮您登记报修明天上午九点师傅上门", "好的谢谢"};
        try (var recogniser = new StubRecogniser(vertx, said)) {
            recogniser.hearCalls();
            call.rings();
            call.answered();
            assertThat(agent.locator("yw-conversation h2")).hasText(call.number);
            try (var customer = call.audio("customer", RATE);
                    var colleague = call.audio("agent", RATE)) {
                var speech = Pcm.spoken(RATE, said[0]);
                customer.sendBinary(speech.getBytes(0, speech.length() / 3));
                var partial = agent.locator("yw-conversation .partial .bubble");
                assertThat(partial).containsText("我家");
                customer.sendBinary(speech.getBytes(speech.length() / 3, speech.length() / 2));
                assertThat(partial).containsText("我家的宽带断");
                browser.picture(agent, "journey-audio-1-partial");
                customer.sendBinary(speech.getBytes(speech.length() / 2, speech.length()));
                assertThat(bubble("customer")).hasText(said[0] + "。");
                assertThat(partial).hasCount(0);
                unfold();
                assertThat(card("光猫").first()).isVisible();
                assertThat(agent.locator("yw-step-card")).containsText("宽带故障报修");
                colleague.sendBinary(Pcm.spoken(RATE, said[1]).getBytes());
                assertThat(bubble("agent")).hasText(said[1] + "。");
                browser.picture(agent, "journey-audio-2-both");

                recogniser.refuse(true);
                recogniser.cutAfter(0);
                customer.sendBinary(Pcm.silence(RATE, 60).getBytes());
                assertThat(notice("语音识别暂时中断")).isVisible();
                call.event("held", Map.of());
                assertThat(agent.locator("yw-conversation .line .held")).isVisible();
                call.event("resumed", Map.of());
                both("audio-3-lost", "对话");
                recogniser.refuse(false);
                customer.sendBinary(Pcm.spoken(RATE, said[2]).getBytes());
                assertThat(notice("语音识别已恢复")).isVisible();
                assertThat(bubble("customer").last()).hasText(said[2] + "。");
                assertThat(notice("语音识别暂时中断")).hasCount(1);
                customer.sendText("{\"type\":\"end\"}");
                colleague.sendText("{\"type\":\"end\"}");
                customer.closed();
                colleague.closed();
            }
            call.event("ended", Map.of("by", "customer"));
            assertThat(field("summary")).hasValue(Pattern.compile("断网"));
            assertThat(field("promised")).hasValue(Pattern.compile("明天上午九点"));
            browser.picture(agent, "journey-audio-4-record");
        }
    }

    /** Shows, or hides again, the cards below those that are open. */
    private void unfold() {
        agent.locator("yiwen-assist .cards > button").click();
        agent.mouse().move(5, 400);
    }

    private Locator card(String title) {
        return agent.locator("yw-assist-card h3", new Page.LocatorOptions().setHasText(title));
    }

    private Locator warning(String title) {
        return agent.locator("yw-warning-card", new Page.LocatorOptions().setHasText(title));
    }

    private Locator bubble(String speaker) {
        return agent.locator("yw-conversation .message." + speaker + ":not(.partial) .bubble");
    }

    private Locator notice(String words) {
        return agent.locator("yw-conversation .log").getByText(words);
    }

    private Locator field(String name) {
        return agent.locator("yw-wrap-up textarea[name=" + name + "]");
    }

    private Locator button(String name) {
        return agent.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
