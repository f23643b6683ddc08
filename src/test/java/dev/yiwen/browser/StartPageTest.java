package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator of a new installation is led through what is left to do. */
@QuarkusTest
class StartPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Test
    void the_guide_comes_first_says_what_is_done_and_can_be_dismissed() {
        var login = people.staff(Role.ADMIN).login();
        var page = browser.staff(Screen.DESKTOP, login, People.PASSWORD);
        assertThat(page).hasURL(Pattern.compile("/start$"));
        assertThat(page.locator("[data-step=KNOWLEDGE] .mark.done")).isVisible();
        assertThat(page.locator("[data-step=EMBEDDING] .mark:not(.done)")).isVisible();
        assertThat(page.locator("yw-starter-card")).containsText("示例知识");
        browser.picture(page, "start");

        button(page, "不再显示").click();
        assertThat(button(page, "登录后继续显示")).isVisible();
        assertThat(browser.staff(Screen.DESKTOP, login, People.PASSWORD)).hasURL(Pattern.compile("/staff$"));

        button(page, "登录后继续显示").click();
        assertThat(button(page, "不再显示")).isVisible();
    }

    @Test
    void the_examples_go_and_come_back_with_one_press() {
        var page = browser.staff(Screen.PHONE, people.staff(Role.ADMIN).login(), People.PASSWORD);
        browser.picture(page, "start-phone");

        button(page, "移除全部示例知识").click();
        assertThat(page.locator("yw-starter-card")).containsText("示例知识已移除");
        button(page, "重新放回").click();

        // Each article is embedded again.
        assertThat(button(page, "移除全部示例知识")).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(180_000));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
