package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An offer comes while the agent is at something else. */
@QuarkusTest
class OfferJourneyTest {
    /** Counts the notes that a page plays. */
    private static final String COUNT_NOTES = """
            window.notes = 0;
            const play = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...when) { window.notes++; return play.apply(this, when); };
            """;

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Scene scene;

    private Staff staff;

    @BeforeEach
    void nobody_waits() {
        scene.startsEmpty();
        staff = people.staff(Role.AGENT);
    }

    @AfterEach
    void clear() {
        scene.startsEmpty();
    }

    @Test
    void whoever_types_goes_on_typing_when_an_offer_comes() {
        var agent = atWork(Screen.DESKTOP);
        var field = writing(agent);
        var before = field.boundingBox();

        var offered = scene.waiting(Code.UNANSWERED).id();

        assertThat(agent.locator("yw-attention .offer")).isVisible();
        assertThat(agent).hasTitle(Pattern.compile("新会话等待接入"));
        assertThat(field).isFocused();
        var after = field.boundingBox();
        assertThat(after.x).isEqualTo(before.x);
        assertThat(after.y).isEqualTo(before.y);
        browser.picture(agent, "offer-over-console");
        agent.keyboard().type("，马上");
        assertThat(field).hasValue("正在查，马上");
        button(agent, "接受").click();
        assertThat(agent.locator("yw-inbox .item[data-conversation='" + offered.value() + "']"))
                .isVisible();
    }

    @Test
    void on_a_phone_an_offer_leaves_the_composer_where_it_is() {
        var agent = atWork(Screen.PHONE);
        var field = writing(agent);
        var before = field.boundingBox();

        scene.waiting(Code.UNANSWERED);

        assertThat(agent.locator("yw-attention .offer")).isVisible();
        browser.picture(agent, "offer-over-console-phone");
        var offer = agent.locator("yw-attention .offer").boundingBox();
        assertThat(offer.x + offer.width).as("right edge").isLessThanOrEqualTo(agent.viewportSize().width);
        assertThat(field.boundingBox().y).isEqualTo(before.y);
        button(agent, "拒绝").click();
        assertThat(agent.locator("yw-attention .offer")).hasCount(0);
    }

    @Test
    void an_offer_rings_again_until_it_is_answered() {
        var agent = atWork(Screen.DESKTOP);
        scene.waiting(Code.UNANSWERED);
        assertThat(agent.locator("yw-attention .offer")).isVisible();

        agent.waitForFunction("() => window.notes >= 4");

        button(agent, "拒绝").click();
        assertThat(agent.locator("yw-attention .offer")).hasCount(0);
    }

    @Test
    void the_sound_is_on_after_the_first_click_and_its_choice_is_kept_for_every_page() {
        var agent = browser.staff(Screen.DESKTOP, staff.login(), People.PASSWORD);
        var bell = agent.locator("yw-sound-choice.in-bar button");
        assertThat(bell).isVisible();
        agent.locator("yw-inbox h2").first().click();
        assertThat(bell).hasText("提示音：开");

        bell.click();
        agent.getByLabel("铃声").check();
        agent.getByLabel("大", new Page.GetByLabelOptions().setExact(true)).check();
        browser.picture(agent, "sound-choice");
        agent.navigate("/tickets");

        agent.locator("yw-staff-shell yw-sound-choice button").click();
        assertThat(agent.locator("yw-staff-shell").getByLabel("铃声")).isChecked();
        browser.picture(agent, "sound-choice-shell");
        agent.locator("yw-staff-shell").getByLabel("有新会话").uncheck();
        assertThat(agent.locator("yw-staff-shell yw-sound-choice button")).hasText("提示音：关");
        agent.navigate("/agent");
        assertThat(bell).hasText("提示音：关");
        agent.keyboard().press("Alt+L");
        assertThat(bell).hasText("提示音：开");
    }

    private Page atWork(Screen screen) {
        var agent = browser.staff(screen, staff.login(), People.PASSWORD);
        agent.addInitScript(COUNT_NOTES);
        agent.reload();
        button(agent, "开始接待").first().click();
        assertThat(button(agent, "小休")).isVisible();
        return agent;
    }

    private Locator writing(Page agent) {
        var name = "周文" + Ids.next().toString().substring(28);
        var asking = scene.withBot(people.member(name, 1));
        scene.customerSaid(asking.id(), "光猫红灯怎么办");
        scene.askForHuman(asking, Code.UNANSWERED);
        button(agent, "接受").click();
        var field = agent.locator("yw-conversation[data-shown] yw-composer textarea");
        assertThat(field).isVisible();
        assertThat(agent.locator("yw-conversation")).containsText("光猫红灯怎么办");
        field.fill("正在查");
        return field;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
