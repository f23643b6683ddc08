package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everybody of staff sees where they are signed in, and ends it there. */
@QuarkusTest
class AccountPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Test
    void a_forgotten_device_is_signed_out_and_led_to_the_login() {
        var login = people.staff(Role.AGENT).login();
        var forgotten = browser.staff(Screen.DESKTOP, login, People.PASSWORD);
        assertThat(forgotten.locator("yw-inbox")).isVisible();
        var page = browser.staff(Screen.PHONE, login, People.PASSWORD);
        page.locator("yw-top-bar .who button").first().click();
        page.getByText("账号与安全").click();
        assertThat(devices(page)).hasCount(2);
        assertThat(devices(page).first()).containsText("本机");
        assertThat(devices(page).first()).containsText("Chrome");
        browser.picture(page, "account-phone");

        devices(page).last().getByRole(AriaRole.BUTTON).click();

        forgotten.waitForURL(url -> url.contains("/login"));
        assertThat(devices(page)).hasCount(1);
        assertThat(page.getByText("只有本机登录着")).isVisible();
    }

    @Test
    void all_other_devices_are_signed_out_in_one_step() {
        var staff = people.staff(Role.EDITOR);
        people.token(staff);
        people.token(staff);
        var page = browser.staff(Screen.DESKTOP, staff.login(), People.PASSWORD);
        page.navigate("/account");
        assertThat(devices(page)).hasCount(3);
        browser.picture(page, "account-devices");
        page.onDialog(Dialog::accept);

        page.getByText("退出其他所有设备").click();

        assertThat(page.getByText("已退出其他 2 台设备")).isVisible();
        assertThat(devices(page)).hasCount(1);
    }

    private static Locator devices(Page page) {
        return page.locator("yw-device-list li");
    }
}
