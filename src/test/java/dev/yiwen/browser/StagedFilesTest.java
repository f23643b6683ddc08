package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.yiwen.browser.Served.button;

import com.microsoft.playwright.Page;
import dev.yiwen.file.picture.Snapshots;
import dev.yiwen.identity.People;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is pasted and dropped is seen before it is sent, on both pages, and pictures are looked at one after the other. */
@QuarkusTest
class StagedFilesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    /** Files on their way from the clipboard or the desktop; the arguments are their name and content, and the event. */
    private static final String CARRY = """
            (target, [event, files]) => {
              const data = new DataTransfer();
              for (const [name, type, content] of files)
                data.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name, { type }));
              const how = { bubbles: true, composed: true, cancelable: true };
              return target.dispatchEvent(event === 'paste'
                ? new ClipboardEvent(event, { clipboardData: data, ...how })
                : new DragEvent(event, { dataTransfer: data, ...how }));
            }
            """;

    @Inject
    People people;

    private Page customer;
    private Page agent;

    @BeforeEach
    void an_agent_serves_a_customer() {
        var both = Served.by(browser, people);
        customer = both.customer();
        agent = both.agent();
    }

    @Test
    void a_pasted_picture_is_seen_and_can_be_taken_away_before_it_is_sent() {
        for (var page : List.of(customer, agent)) {
            paste(page, "截图.png");
            paste(page, "光猫.png");
            assertThat(page.locator(".staged li")).hasCount(2);
            assertThat(page.locator(".staged img")).hasCount(2);
            assertThat(page.locator(".picture")).hasCount(page == customer ? 0 : 1);
            browser.picture(page, page == customer ? "staged-phone" : "staged-console");

            button(page, "移除 截图.png").click();
            page.locator("yw-composer textarea").fill("请看照片");
            button(page, "发送").click();

            assertThat(page.locator(".staged li")).hasCount(0);
            assertThat(page.locator(".bubble", new Page.LocatorOptions().setHasText("请看照片"))
                            .last())
                    .isVisible();
            assertThat(page.locator(".picture img").last()).hasAttribute("alt", "图片 光猫.png");
        }
        assertThat(customer.locator(".picture")).hasCount(2);
        assertThat(agent.locator(".picture")).hasCount(2);
    }

    @Test
    void several_files_are_dropped_on_a_zone_that_shows_itself() {
        for (var page : List.of(customer, agent)) {
            var where = page == customer ? "yiwen-chat" : "yw-conversation";
            carry(page, where, "dragenter", "一.png");
            assertThat(page.locator(".drop")).containsText("添加到这里");
            browser.picture(page, page == customer ? "drop-phone" : "drop-console");
            carry(page, where, "dragleave", "一.png");
            assertThat(page.locator(".drop")).hasCount(0);

            carry(page, where, "dragenter", "一.png");
            carry(page, where, "drop", "一.png", "二.png");

            assertThat(page.locator(".drop")).hasCount(0);
            assertThat(page.locator(".staged li")).hasText(new String[] {"一.png1 KB", "二.png1 KB"});
            button(page, "发送").click();
            assertThat(page.locator(".staged li")).hasCount(0);
        }
        assertThat(customer.locator(".picture")).hasCount(4);
    }

    @Test
    void a_file_that_misses_its_place_does_not_take_the_place_of_the_page() {
        for (var event : List.of("dragover", "drop")) {
            org.assertj.core.api.Assertions.assertThat(carry(agent, "yw-inbox", event, "一.png"))
                    .as(event + " is left to the browser")
                    .isEqualTo(false);
        }
        assertThat(agent.locator(".drop")).hasCount(0);
        assertThat(agent.locator(".staged")).hasCount(0);
    }

    @Test
    void the_bot_takes_pictures_which_it_reads() {
        var alone = browser.person(Browser.Screen.PHONE);
        alone.navigate("/chat");
        assertThat(alone.locator(".asks button").first()).isVisible();

        paste(alone, "截图.png");

        assertThat(alone.locator(".staged li")).hasCount(1);
        assertThat(alone.locator(".banner")).hasCount(0);
    }

    @Test
    void pictures_are_looked_at_one_after_the_other_by_keys_and_buttons() {
        for (var name : List.of("一.png", "二.png", "三.png")) {
            paste(customer, name);
        }
        button(customer, "发送").click();
        assertThat(agent.locator("yw-conversation .picture img")).hasCount(3);
        assertThat(customer.locator(".picture img")).hasCount(3);

        for (var page : List.of(agent, customer)) {
            page.locator(".picture img").nth(1).click();
            var viewer = page.locator("yw-picture-viewer dialog");
            assertThat(viewer.locator("img")).hasAttribute("alt", "图片 二.png");
            assertThat(viewer).containsText("第 2 张，共 3 张");
            browser.picture(page, page == customer ? "viewer-phone" : "viewer-console");
            page.keyboard().press("ArrowRight");
            assertThat(viewer.locator("img")).hasAttribute("alt", "图片 三.png");
            assertThat(button(page, "下一张")).isDisabled();
            button(page, "上一张").click();
            assertThat(viewer.locator("img")).hasAttribute("alt", "图片 二.png");
            button(page, "放大").click();
            assertThat(viewer.locator("img.zoomed")).isVisible();
            button(page, "缩小").click();
            assertThat(viewer.locator("img.zoomed")).hasCount(0);
            var saved = page.waitForDownload(() -> viewer.locator("a[download]").click());
            org.assertj.core.api.Assertions.assertThat(saved.suggestedFilename())
                    .isEqualTo("二.png");

            page.keyboard().press("Escape");

            assertThat(page.locator("yw-picture-viewer")).hasCount(0);
            assertThat(page.locator(".picture").nth(1)).isFocused();
        }
    }

    private static void paste(Page page, String name) {
        carry(page, "yw-composer textarea", "paste", name);
    }

    private static Object carry(Page page, String target, String event, String... names) {
        var content = Base64.getEncoder().encodeToString(Snapshots.png());
        var files = java.util.Arrays.stream(names)
                .map(name -> List.of(name, "image/png", content))
                .toList();
        return page.locator(target).evaluate(CARRY, List.of(event, files));
    }
}
