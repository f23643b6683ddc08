package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.factor.PhoneApp;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody protects their account with their phone, signs in with it, and loses it. */
@QuarkusTest
class SecondFactorJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Test
    void a_phone_is_set_up_asked_for_and_replaced_by_a_recovery_code() {
        var login = people.staff(Role.AGENT).login();
        var page = browser.staff(Screen.PHONE, login, People.PASSWORD);
        page.navigate("/account");
        button(page, "开启两步验证").click();
        page.locator("input[name=password]").fill(People.PASSWORD);
        button(page, "下一步").click();
        var secret = page.locator(".secret").textContent();
        assertThat(page.getByLabel("设置两步验证的二维码")).isVisible();
        browser.picture(page, "second-factor-setup-phone");
        page.locator("input[name=code]").fill("000000");
        button(page, "确认并开启").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("验证码不对");
        page.locator("input[name=code]").fill(PhoneApp.code(secret));
        button(page, "确认并开启").click();
        assertThat(page.locator(".codes li")).hasCount(10);
        var recovery = page.locator(".codes li").first().textContent();
        browser.picture(page, "second-factor-codes-phone");
        button(page, "我已保存，继续").click();
        assertThat(page.locator("yw-factor-card")).containsText("恢复码还剩 10 个");
        browser.picture(page, "second-factor-on-phone");

        var elsewhere = signIn(login);
        assertThat(elsewhere.locator("h1")).hasText("输入验证码");
        browser.picture(elsewhere, "login-code");
        code(elsewhere, "123456");
        assertThat(elsewhere.getByRole(AriaRole.ALERT)).containsText("验证码不对");
        code(elsewhere, PhoneApp.nextCode(secret));
        elsewhere.waitForURL(url -> url.contains("/agent"));

        var lost = signIn(login);
        code(lost, recovery);
        lost.waitForURL(url -> url.contains("/agent"));
        lost.navigate("/account");
        assertThat(lost.locator("yw-factor-card")).containsText("恢复码还剩 9 个");
        browser.picture(lost, "account");
    }

    @Test
    void an_administrator_helps_somebody_who_lost_everything() {
        var staff = people.staff(Role.AGENT);
        var page = browser.staff(Screen.DESKTOP, staff.login(), People.PASSWORD);
        page.navigate("/account");
        button(page, "开启两步验证").click();
        page.locator("input[name=password]").fill(People.PASSWORD);
        button(page, "下一步").click();
        page.locator("input[name=code]")
                .fill(PhoneApp.code(page.locator(".secret").textContent()));
        browser.picture(page, "second-factor-setup");
        button(page, "确认并开启").click();
        assertThat(page.locator(".codes li")).hasCount(10);
        var admin = browser.staff(Screen.DESKTOP, people.staff(Role.ADMIN).login(), People.PASSWORD);
        admin.navigate("/staff");
        var row = admin.locator("tr[data-login='" + staff.login() + "']");
        assertThat(row).containsText("两步验证");
        admin.onDialog(Dialog::accept);

        row.getByText("重置两步验证").click();

        assertThat(admin.getByText(staff.name() + " 的两步验证已重置")).isVisible();
        var again = signIn(staff.login());
        again.waitForURL(url -> url.contains("/agent"));
    }

    private static Page signIn(String login) {
        var page = browser.person(Screen.DESKTOP);
        page.navigate("/login");
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(People.PASSWORD);
        page.keyboard().press("Enter");
        return page;
    }

    private static void code(Page page, String code) {
        page.locator("input[name=code]").fill(code);
        page.keyboard().press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
