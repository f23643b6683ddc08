package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Editors say by which words their customers ask for a human. */
@QuarkusTest
class WishesPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    /** Words that no other test and no earlier run has added. */
    private final String words = "找小云" + Ids.next().toString().substring(28);

    @Test
    void an_editor_tries_adds_and_takes_away_words_by_keyboard_alone() {
        var page = wishes(Screen.DESKTOP, Role.EDITOR);
        tryOut(page);
        assertThat(page.locator("yiwen-wishes .verdict")).containsText("不算要求人工");

        page.locator("input[name=words]").focus();
        page.keyboard().type(words);
        page.keyboard().press("Enter");
        var line = page.locator("li").filter(new Locator.FilterOptions().setHasText(words));
        assertThat(line).isVisible();
        tryOut(page);
        assertThat(page.locator("yiwen-wishes .verdict")).containsText("会立刻转人工");
        browser.picture(page, "wishes");

        line.locator("button").focus();
        page.keyboard().press("Enter");

        assertThat(line).hasCount(0);
    }

    @Test
    void too_short_words_are_explained_on_a_phone() {
        var page = wishes(Screen.PHONE, Role.EDITOR);

        page.locator("input[name=words]").fill("人");
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("至少写两个字");
        browser.picture(page, "wishes-phone");
    }

    @Test
    void an_editor_adds_words_that_ask_nothing() {
        var page = wishes(Screen.DESKTOP, Role.EDITOR);
        page.locator("input[name=said]").fill(words);
        page.locator("input[name=said]").press("Enter");
        assertThat(page.locator("yw-speech-acts .heard")).containsText("当作提问");

        page.locator("yw-speech-acts select").selectOption("SOLVED");
        page.locator("input[name=phrase]").fill(words);
        page.locator("input[name=phrase]").press("Enter");
        var line = page.locator("yw-speech-acts li").filter(new Locator.FilterOptions().setHasText(words));
        assertThat(line).containsText("已经解决");
        page.locator("input[name=said]").press("Enter");
        assertThat(page.locator("yw-speech-acts .heard")).containsText("已经解决");
        browser.picture(page, "wishes-acts");

        line.locator("button").click();

        assertThat(line).hasCount(0);
    }

    private Page wishes(Screen screen, Role role) {
        var staff = people.staff(role);
        var page = browser.staff(screen, staff.login(), People.PASSWORD);
        page.navigate("/wishes");
        assertThat(page.locator("yiwen-wishes input[name=words]")).isVisible();
        return page;
    }

    private void tryOut(Page page) {
        page.locator("input[name=text]").fill("我想" + words + "聊聊");
        page.locator("input[name=text]").press("Enter");
    }
}
