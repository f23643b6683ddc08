package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.yiwen.browser.Served.button;

import com.microsoft.playwright.options.FilePayload;
import dev.yiwen.file.picture.Snapshots;
import dev.yiwen.file.store.InS3;
import dev.yiwen.file.store.S3Stub;
import dev.yiwen.file.store.S3Stub.Fault;
import dev.yiwen.identity.People;
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
        var both = Served.by(browser, people);
        var customer = both.customer();
        var agent = both.agent();
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
}
