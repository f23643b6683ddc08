package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.file.picture.Snapshots;
import dev.yiwen.file.store.InS3;
import dev.yiwen.file.store.S3Stub;
import dev.yiwen.file.store.S3Stub.Fault;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer photographs a fault while the object store of files is out of order. */
@QuarkusTest
@TestProfile(InS3.class)
class FileJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @SuppressWarnings("NullAway.Init")
    S3Stub stub;

    @AfterEach
    void mend() {
        stub.fails(Fault.NONE);
    }

    @Test
    void the_customer_reads_that_it_failed_tries_again_and_the_agent_sees_the_picture_upright() {
        var name = "孟图" + Ids.next().toString().substring(32);
        var customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 2)) + "')");
        customer.navigate("/chat");
        var agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待").first().click();
        button(customer, "转人工").click();
        agent.locator("yw-inbox .queue .item", new Page.LocatorOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接入 " + name))
                .click();
        assertThat(agent.locator("yw-composer textarea")).isVisible();
        stub.fails(Fault.BROKEN);
        customer.locator("input[type=file]").setInputFiles(new FilePayload("光猫.jpg", "image/jpeg", Snapshots.jpeg()));
        button(customer, "发送").click();
        assertThat(customer.locator(".upload")).containsText("现在存不了文件");
        browser.picture(customer, "upload-failed-phone");
        customer.locator("textarea").last().fill("图片发不出去，光猫亮红灯");
        customer.keyboard().press("Enter");
        assertThat(agent.locator("yw-conversation .message.customer .bubble").last())
                .hasText("图片发不出去，光猫亮红灯");

        stub.fails(Fault.NONE);
        button(customer, "重试").click();

        assertThat(agent.locator("yw-conversation .picture img")).isVisible();
        assertThat(agent.locator("yw-conversation .picture img")).hasCount(1);
        var size = agent.locator("yw-conversation .picture img")
                .evaluate("async (it) => { await it.decode(); return it.naturalWidth + 'x' + it.naturalHeight; }");
        org.assertj.core.api.Assertions.assertThat(size)
                .as("sixty by forty, turned")
                .isEqualTo("40x60");
        browser.picture(agent, "upload-again-console");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
