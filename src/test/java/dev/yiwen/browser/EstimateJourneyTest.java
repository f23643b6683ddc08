package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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
import dev.yiwen.quality.Satisfaction;
import dev.yiwen.quality.estimate.EstimatesNow;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent's customers leave without a rating, one of them unhappy. */
@QuarkusTest
@SuppressWarnings("NullAway.Init")
class EstimateJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String ANGRY = "你们到底能不能解决，说了三遍都没用，那算了我不要了";

    @Inject
    EstimatesNow estimates;

    @Inject
    Satisfaction satisfaction;

    @Inject
    Conversations conversations;

    @Inject
    AgentQueue queue;

    @Inject
    Scene scene;

    @Inject
    People people;

    @Test
    void a_supervisor_reads_who_probably_left_unhappy_and_why() {
        scene.startsEmpty();
        var agent = people.staff(Role.AGENT);
        ended(agent.id(), ANGRY);
        for (int i = 0; i < 3; i++) {
            ended(agent.id(), "好的，谢谢您，已经可以了");
        }
        satisfaction.rate(ended(agent.id(), "好，谢谢"), 5, "很快").await().indefinitely();
        estimates.round();

        for (var screen : new Screen[] {Screen.DESKTOP, Screen.PHONE}) {
            var page = browser.staff(screen, agent.login(), People.PASSWORD);
            page.navigate("/ratings");
            var view = page.locator("yw-estimates");
            assertThat(view).containsText("按原话估计 4 个");
            assertThat(view).containsText("有评价 1 个会话");
            assertThat(view.locator("li")).hasCount(1);
            assertThat(view.locator("li blockquote")).containsText(ANGRY);
            view.scrollIntoViewIfNeeded();
            browser.picture(page, "ratings-estimated-" + screen.name().toLowerCase(Locale.ROOT));
            view.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("查看会话"))
                    .click();
            assertThat(page.locator("yw-conversation")).containsText(ANGRY);
        }
    }

    private ConversationId ended(StaffId agent, String words) {
        var served = queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), agent)
                .await()
                .indefinitely();
        scene.customerSaid(served.id(), words);
        conversations.close(served.id(), served.epoch()).await().indefinitely();
        return served.id();
    }
}
