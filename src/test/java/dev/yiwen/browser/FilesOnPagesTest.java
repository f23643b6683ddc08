package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.file.picture.Bombs;
import dev.yiwen.file.picture.Snapshots;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What both sides see of files: refused ones leave with their reason, huge ones are shown small, damaged ones say so. */
@QuarkusTest
class FilesOnPagesTest {
    private static final byte[] PAGE = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    private Page customer;
    private Page agent;

    @BeforeEach
    void an_agent_serves_a_customer() {
        var name = "孟图" + Ids.next().toString().substring(32);
        customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 2)) + "')");
        customer.navigate("/chat");
        agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待").first().click();
        button(customer, "转人工").click();
        agent.locator("yw-inbox .queue .item", new Page.LocatorOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接入 " + name))
                .click();
        assertThat(agent.locator("yw-composer textarea")).isVisible();
    }

    @Test
    void refused_files_leave_the_composer_with_their_reason_and_are_gone() {
        for (var page : new Page[] {customer, agent}) {
            send(page, "账单.hta", PAGE);
            var refused = page.locator(".upload.refused");
            assertThat(refused).hasText("账单.hta 没有发送：能在电脑或手机上运行的文件不能发送 知道了");
            assertThat(page.locator(".upload")).hasCount(1);
            assertThat(button(page, "重试")).hasCount(0);
            browser.picture(page, page == customer ? "upload-refused-phone" : "upload-refused-console");

            send(page, "平面图.png", Bombs.pngOfSize(29_000, 29_000));
            assertThat(refused).containsText("平面图.png 没有发送：图片像素太大");

            button(page, "知道了").click();
            assertThat(page.locator(".upload")).hasCount(0);
            send(page, "说明.md", "# 先断电".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator(".file").last()).containsText("说明.md");
            assertThat(page.locator(".upload")).hasCount(0);
        }
    }

    @Test
    void a_huge_picture_is_shown_small_and_opened_as_it_is() {
        send(customer, "平面图.jpg", Snapshots.photo(6_000, 4_000));

        var picture = agent.locator("yw-conversation .picture");
        assertThat(picture.locator("img")).isVisible();
        org.assertj.core.api.Assertions.assertThat(sizeOf(picture.locator("img")))
                .isEqualTo("1959x1306");
        org.assertj.core.api.Assertions.assertThat(picture.getAttribute("href"))
                .as("opened as it is")
                .doesNotContain("size=");
        org.assertj.core.api.Assertions.assertThat(
                        sizeOf(customer.locator(".picture img").last()))
                .isEqualTo("1959x1306");
        browser.picture(agent, "picture-console");
        browser.picture(customer, "picture-phone");
        agent.setViewportSize(390, 844);
        browser.picture(agent, "picture-console-phone");
    }

    @Test
    void a_damaged_picture_says_so_and_can_be_opened() {
        send(customer, "光猫.png", Bombs.pngOfSize(2_000, 1_500));

        for (var page : new Page[] {agent, customer}) {
            assertThat(page.locator(".picture .no-preview").last()).containsText("这张图片无法预览，点按打开原图");
            assertThat(page.locator(".picture .no-preview").last()).isVisible();
        }
        browser.picture(agent, "picture-damaged-console");
        browser.picture(customer, "picture-damaged-phone");
    }

    private static void send(Page page, String name, byte[] content) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        assertThat(page.locator(".staged li")).containsText(name);
        button(page, "发送").click();
        assertThat(page.locator(".staged li")).hasCount(0);
    }

    private static Object sizeOf(Locator image) {
        return image.evaluate("async (it) => { await it.decode(); return it.naturalWidth + 'x' + it.naturalHeight; }");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
