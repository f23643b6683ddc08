package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffId;
import dev.yiwen.quality.score.ScoresNow;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent was rude once; they object, and a supervisor looks and decides. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class ScoreJourneyTest {
    private static final int NARROW = 360;
    private static final int HIGH = 800;

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String RUDE = "这个不归我管，您自己看一下说明";

    @Inject
    ScoresNow scores;

    @Inject
    Conversations conversations;

    @Inject
    AgentQueue queue;

    @Inject
    Scene scene;

    @Inject
    People people;

    @Test
    void a_deduction_leads_to_its_words_is_objected_to_and_overturned() {
        scene.startsEmpty();
        var agent = people.staff(Role.AGENT);
        var bad = ended(agent.id());
        scores.round();

        var own = browser.staff(Screen.PHONE, agent.login(), People.PASSWORD);
        own.setViewportSize(NARROW, HIGH);
        own.navigate("/scores");
        browser.picture(own, "scores-own-phone");
        own.locator("yw-score-list li[data-conversation='" + bad.value() + "'] a")
                .click();
        finding(own).locator(".evidence button").first().click();
        assertThat(own.locator("yw-score-view li.here")).containsText(RUDE);
        browser.picture(own, "score-own-phone");
        finding(own).getByRole(AriaRole.BUTTON, named("申诉")).click();
        own.locator("yw-appeal-form textarea").fill("客户问的是别家公司的业务");
        own.locator("yw-appeal-form").getByRole(AriaRole.BUTTON, named("提交")).click();
        assertThat(finding(own)).containsText("已申诉，等待处理");

        var supervisor =
                browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        supervisor.navigate("/scores");
        assertThat(supervisor.locator("yw-score-list li[data-conversation='" + bad.value() + "']"))
                .containsText("禁用语");
        browser.picture(supervisor, "scores");
        supervisor
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("申诉"))
                .click();
        var appeal = supervisor
                .locator("yw-appeal-list li[data-appeal]")
                .filter(new Locator.FilterOptions().setHasText(agent.name()));
        assertThat(appeal).containsText("客户问的是别家公司的业务");
        appeal.locator("input").fill("情况属实");
        browser.picture(supervisor, "score-appeals");
        appeal.getByRole(AriaRole.BUTTON, named("撤销扣分")).click();
        assertThat(appeal).containsText("申诉通过");
        supervisor.navigate("/scores?conversation=" + bad.value() + "&seq=" + seqOfRude(supervisor, bad));
        assertThat(supervisor.locator("yw-score-view li.here")).containsText(RUDE);
        assertThat(finding(supervisor).first()).containsText("情况属实");
        browser.picture(supervisor, "score");
    }

    @Test
    void criteria_are_previewed_before_they_are_saved() {
        scene.startsEmpty();
        ended(people.staff(Role.AGENT).id());
        scores.round();
        var supervisor =
                browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        supervisor.navigate("/scores?tab=criteria");
        var forbidden = supervisor.locator("details[data-criterion=forbidden]");
        forbidden.locator("summary").click();
        forbidden.locator("input[name=points]").fill("40");
        forbidden.locator("input[name=points]").blur();
        var editor = supervisor.locator("yw-criteria-editor");
        assertThat(editor.getByRole(AriaRole.BUTTON, named("保存为新版本"))).isDisabled();
        editor.getByRole(AriaRole.BUTTON, named("预览影响")).click();
        assertThat(editor.locator(".preview")).containsText(Pattern.compile("近 30 天有 \\d+ 个会话"));
        browser.picture(supervisor, "score-criteria");
        supervisor.setViewportSize(NARROW, HIGH);
        browser.picture(supervisor, "score-criteria-phone");
        assertThat(editor.getByRole(AriaRole.BUTTON, named("保存为新版本"))).isEnabled();
    }

    private static Locator finding(Page page) {
        return page.locator("yw-score-view li[data-criterion=forbidden]").first();
    }

    private static String seqOfRude(Page page, ConversationId id) {
        page.navigate("/scores?conversation=" + id.value());
        return page.locator("yw-score-view ol li")
                .filter(new Locator.FilterOptions().setHasText(RUDE))
                .getAttribute("data-seq");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private ConversationId ended(StaffId agent) {
        var served = queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), agent)
                .await()
                .indefinitely();
        said(served.id(), agent, "您好，请问有什么可以帮您");
        scene.customerSaid(served.id(), "你们到底能不能解决，说了三遍都没用，气死我了");
        said(served.id(), agent, RUDE);
        scene.customerSaid(served.id(), "我要投诉你们");
        conversations.close(served.id(), served.epoch()).await().indefinitely();
        return served.id();
    }

    private void said(ConversationId id, StaffId agent, String words) {
        conversations
                .appendFromAgent(id, agent, UUID.randomUUID().toString(), words)
                .await()
                .indefinitely();
    }
}
