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

/** Editors say by which words their customers ask for a human, and which ask nothing. */
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
        assertThat(list(page, "wish-words").locator(".verdict")).containsText("不算要求人工");

        list(page, "wish-words").locator("input[name=words]").focus();
        page.keyboard().type(words);
        page.keyboard().press("Enter");
        var line = page.locator("li").filter(new Locator.FilterOptions().setHasText(words));
        assertThat(line).isVisible();
        tryOut(page);
        assertThat(list(page, "wish-words").locator(".verdict")).containsText("会立刻转人工");
        browser.picture(page, "wishes");

        line.locator("button").focus();
        page.keyboard().press("Enter");

        assertThat(line).hasCount(0);
    }

    @Test
    void words_that_customers_use_are_added_only_after_a_look_at_what_they_would_have_done() {
        var customer = browser.person(Screen.PHONE);
        customer.navigate("/chat");
        customer.locator("textarea").fill("请问" + words + "在吗");
        customer.keyboard().press("Enter");
        assertThat(customer.locator(".mine .bubble").last()).hasText("请问" + words + "在吗");
        var page = wishes(Screen.DESKTOP, Role.EDITOR);
        var own = list(page, "wish-words");
        own.locator("input[name=words]").fill(words);
        page.keyboard().press("Enter");
        assertThat(own.locator(".effect")).containsText("请问" + words + "在吗");
        browser.picture(page, "wishes-effect");

        own.locator(".effect button").first().click();

        assertThat(own.locator("li b", new Locator.LocatorOptions().setHasText(words)))
                .isVisible();
        assertThat(own.locator(".effect")).hasCount(0);
    }

    @Test
    void too_short_words_are_explained_on_a_phone() {
        var page = wishes(Screen.PHONE, Role.EDITOR);

        list(page, "wish-words").locator("input[name=words]").fill("人");
        page.keyboard().press("Enter");

        assertThat(list(page, "wish-words").getByRole(AriaRole.ALERT)).containsText("至少写两个字");
        browser.picture(page, "wishes-phone");
    }

    @Test
    void an_editor_adds_words_that_ask_nothing() {
        var page = wishes(Screen.DESKTOP, Role.EDITOR);
        var acts = list(page, "speech-acts");
        acts.locator("input[name=text]").fill(words);
        acts.locator("input[name=text]").press("Enter");
        assertThat(acts.locator(".verdict")).containsText("当作提问");

        acts.locator("select").selectOption("SOLVED");
        acts.locator("input[name=words]").fill(words);
        acts.locator("input[name=words]").press("Enter");
        var line = acts.locator("li").filter(new Locator.FilterOptions().setHasText(words));
        assertThat(line).containsText("已经解决");
        acts.locator("input[name=text]").press("Enter");
        assertThat(acts.locator(".verdict")).containsText("已经解决");
        browser.picture(page, "wishes-acts");

        line.locator("button").click();

        assertThat(line).hasCount(0);
    }

    private Page wishes(Screen screen, Role role) {
        var staff = people.staff(role);
        var page = browser.staff(screen, staff.login(), People.PASSWORD);
        page.navigate("/wishes");
        assertThat(list(page, "wish-words").locator("input[name=words]")).isVisible();
        return page;
    }

    private static Locator list(Page page, String name) {
        return page.locator("yw-editor-words[list=" + name + "]");
    }

    private void tryOut(Page page) {
        list(page, "wish-words").locator("input[name=text]").fill("我想" + words + "聊聊");
        list(page, "wish-words").locator("input[name=text]").press("Enter");
    }
}
