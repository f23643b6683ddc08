package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.yiwen.browser.Served.button;

import com.microsoft.playwright.Page;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
class EmojiPickerTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Test
    void an_emoji_is_found_by_its_name_and_put_where_the_caret_is() {
        var both = Served.by(browser, people);
        for (var page : List.of(both.customer(), both.agent())) {
            var area = page.locator("yw-composer textarea");
            area.fill("您好！请稍等");
            area.evaluate("(area) => area.setSelectionRange(2, 2)");
            button(page, "表情").click();
            browser.picture(page, page == both.customer() ? "emoji-phone" : "emoji-console");

            page.locator("yw-emoji-picker input").fill("谢谢");
            assertThat(page.locator("yw-emoji-picker .grid button")).hasText(new String[] {"🙏"});
            page.keyboard().press("Enter");

            assertThat(area).hasValue("您好🙏！请稍等");
            page.keyboard().press("Escape");
            assertThat(page.locator("yw-emoji-picker")).hasCount(0);
            assertThat(button(page, "表情")).isFocused();
            button(page, "发送").click();
            assertThat(page.locator(".bubble", new Page.LocatorOptions().setHasText("您好🙏！请稍等"))
                            .last())
                    .isVisible();
        }
    }

    @Test
    void the_keyboard_reaches_every_emoji() {
        var page = chatting();
        button(page, "表情").click();
        assertThat(page.locator("yw-emoji-picker input")).isFocused();

        page.keyboard().press("ArrowDown");
        assertThat(named(page, "笑脸")).isFocused();
        page.keyboard().press("ArrowRight");
        assertThat(named(page, "开心大笑")).isFocused();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        assertThat(named(page, "开心大笑")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("End");
        page.keyboard().press("Enter");

        assertThat(page.locator("textarea")).hasValue("😃🈶");
        page.locator("textarea").click();
        assertThat(page.locator("yw-emoji-picker")).hasCount(0);
    }

    @Test
    void the_picker_is_loaded_when_it_is_opened_and_from_here_alone() {
        var page = browser.person(Screen.DESKTOP);
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate("/chat");
        page.locator(".asks button").first().waitFor();
        var before = asked.stream().filter(it -> it.endsWith(".js")).count();

        button(page, "表情").click();
        page.locator("yw-emoji-picker").waitFor();

        Assertions.assertThat(asked.stream().filter(it -> it.endsWith(".js")).count())
                .isGreaterThan(before);
        var origin = page.evaluate("() => location.origin").toString();
        Assertions.assertThat(asked).allMatch(it -> it.startsWith(origin) || it.startsWith("data:"));
    }

    private static Page chatting() {
        var page = browser.person(Screen.DESKTOP);
        page.navigate("/chat");
        page.locator(".asks button").first().waitFor();
        return page;
    }

    private static com.microsoft.playwright.Locator named(Page page, String name) {
        return page.locator("yw-emoji-picker .grid")
                .getByLabel(name, new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true));
    }
}
