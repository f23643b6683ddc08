package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.command.pictures.DrawnPicture;
import dev.yiwen.command.pictures.DrawnPicture.Scene;
import dev.yiwen.command.pictures.Wear;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer shows the bot a bill; it says what it saw; the agent who takes over sees the words beside the picture. */
@QuarkusTest
class PictureJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    dev.yiwen.handoff.Scene scene;

    @BeforeEach
    void nobodyWaits() {
        scene.startsEmpty();
    }

    @Test
    void a_bill_is_read_answered_and_shown_with_its_words() throws IOException {
        var name = "孟图" + Ids.next().toString().substring(28);
        var customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 2)) + "')");
        customer.navigate("/chat");
        var bill = Wear.PHOTO.on(
                DrawnPicture.of(Scene.BILL, DrawnPicture.font().orElseThrow(), 4)
                        .picture(),
                4);
        assertThat(Served.button(customer, "语音")).hasCount(0);

        customer.locator("input[type=file]").setInputFiles(new FilePayload("账单.jpg", "image/jpeg", bill));
        Served.button(customer, "发送").click();

        assertThat(customer.locator(".message").last()).containsText("我看到图片上写着「话费账单");
        browser.picture(customer, "picture-read-phone");

        var agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        Served.button(agent, "开始接待").first().click();
        customer.locator("textarea").last().fill("转人工");
        customer.keyboard().press("Enter");
        agent.locator("yw-inbox .queue .item", new com.microsoft.playwright.Page.LocatorOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接入 " + name))
                .click();

        var seen = agent.locator("yw-conversation .seen");
        assertThat(seen).containsText("机器识别，可能有误");
        assertThat(agent.locator("yw-conversation .picture img")).isVisible();
        seen.locator("summary").click();
        assertThat(seen).containsText("费用合计");
        assertThat(agent.locator("yw-context")).containsText("图片中的文字");
        browser.picture(agent, "picture-read-console");
        agent.setViewportSize(390, 844);
        browser.picture(agent, "picture-read-console-phone");
    }
}
