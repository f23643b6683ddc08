package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.quality.calibration.CalibrationNow;
import dev.yiwen.quality.score.ScoresNow;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two supervisors judge the same conversations by keyboard alone, and settle on what they see differently. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class CalibrationJourneyTest {
    private static final int NARROW = 360;
    private static final int HIGH = 800;

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String RUDE = "这个不归我管，您自己看一下说明";

    @Inject
    CalibrationNow calibration;

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

    @AfterEach
    void clear() {
        calibration.forget();
        scene.clear();
    }

    @Test
    void two_judge_by_keyboard_and_one_gives_in() {
        scene.startsEmpty();
        calibration.forget();
        var agent = people.staff(Role.AGENT);
        var id = ended(agent).value();
        scores.round();
        var who = agent.id().value().toString();
        calibration.drawn(id, who, "forbidden", 2);
        calibration.drawn(id, who, "greeting", 1);
        calibration.drawn(id, "all", "complaint", 2);
        calibration.drawn(id, who, "attitude", 3);

        var one = page(people.staff(Role.SUPERVISOR));
        assertThat(one.locator("yw-judge-view li.judged").first()).isVisible();
        browser.picture(one, "calibration");
        // In the order of their keys: attitude, complaint, forbidden, greeting.
        says(one, "3", 1);
        says(one, "2", 2);
        says(one, "3", 3);
        says(one, "u", 2);
        says(one, "1", 3);
        says(one, "1", 4);
        one.setViewportSize(NARROW, HIGH);
        browser.picture(one, "calibration-phone");
        one.keyboard().press("s");
        assertThat(one.locator("yw-judge-view yw-empty")).containsText("没有要评的会话");
        one.keyboard().press("d");
        assertThat(one.locator("yw-difference-list yw-empty")).isVisible();

        var other = page(people.staff(Role.SUPERVISOR));
        says(other, "2", 1);
        says(other, "2", 2);
        says(other, "2", 3);
        says(other, "1", 4);
        other.keyboard().press("s");
        assertThat(other.locator("yw-judge-view yw-empty")).isVisible();
        other.keyboard().press("d");
        var forbidden = other.locator("yw-difference-list li").filter(new Locator.FilterOptions().setHasText("禁用语"));
        assertThat(forbidden).containsText("两人意见不同");
        assertThat(forbidden).containsText(RUDE);
        browser.picture(other, "calibration-differences");
        other.setViewportSize(NARROW, HIGH);
        browser.picture(other, "calibration-differences-phone");
        other.setViewportSize(1280, HIGH);
        other.keyboard().press("n");
        assertThat(other.locator("yw-difference-list li.here")).containsText("禁用语");
        other.keyboard().press("1");
        assertThat(forbidden).containsText("裁定：做到了");
        other.keyboard().press("r");
        assertThat(other.locator("yw-reliability li[data-criterion=complaint]")).containsText("一致 100%");
        browser.picture(other, "calibration-results");
        other.setViewportSize(NARROW, HIGH);
        browser.picture(other, "calibration-results-phone");
    }

    private Page page(Staff supervisor) {
        var page = browser.staff(Screen.DESKTOP, supervisor.login(), People.PASSWORD);
        page.navigate("/calibration");
        assertThat(page.locator("yw-judge-view .ask [role=status]")).containsText("已评 0 件");
        return page;
    }

    /** A key, and waits until it is counted: whoever judges sees it too. */
    private static void says(Page page, String key, int done) {
        page.keyboard().press(key);
        assertThat(page.locator("yw-judge-view .ask [role=status]")).containsText("已评 " + done + " 件");
        assertThat(page.locator("yw-judge-view .verdicts button").first()).isEnabled();
    }

    private ConversationId ended(Staff agent) {
        var served = queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), agent.id())
                .await()
                .indefinitely();
        said(served.id(), agent, "您好，请问有什么可以帮您");
        scene.customerSaid(served.id(), "你们到底能不能解决，说了三遍都没用，气死我了");
        said(served.id(), agent, RUDE);
        scene.customerSaid(served.id(), "我要投诉你们");
        conversations.close(served.id(), served.epoch()).await().indefinitely();
        return served.id();
    }

    private void said(ConversationId id, Staff agent, String words) {
        conversations
                .appendFromAgent(id, agent.id(), UUID.randomUUID().toString(), words)
                .await()
                .indefinitely();
    }
}
