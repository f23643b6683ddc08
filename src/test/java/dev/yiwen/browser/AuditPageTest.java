package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Administrators look into the audit log, and do what customers ask about their data. */
@QuarkusTest
class AuditPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Conversations conversations;

    @Test
    void an_administrator_filters_the_log_and_checks_it() {
        var admin = people.staff(Role.ADMIN);
        var page = open(admin, Screen.DESKTOP, "/audit");
        browser.picture(page, "audit");

        page.locator("select[name=kind]").selectOption("staff.password.changed");
        page.locator("input[name=subject]").fill("staff:" + admin.id().value());
        page.keyboard().press("Enter");
        assertThat(page.locator("li[data-number]")).hasCount(1);
        assertThat(page.locator("li[data-number]")).containsText("修改密码");
        page.locator("input[name=subject]").fill("nobody");
        page.keyboard().press("Enter");
        assertThat(page.getByText("没有符合条件的记录")).isVisible();
        browser.picture(page, "audit-none");
        button(page, "清除筛选").click();
        assertThat(page.locator("li[data-number]").first()).isVisible();
        button(page, "校验完整性").click();

        assertThat(page.locator(".verdict")).containsText("完整");
        browser.picture(page, "audit-verified");
    }

    @Test
    void a_customer_is_found_held_released_and_erased() {
        var customer = people.member("王小明" + System.nanoTime(), 1);
        var id = customer.value().toString();
        conversations
                .openOrResume(customer, Channel.WEB)
                .chain(it -> conversations.appendForPeople(it.id(), "a", "我的话费怎么多了"))
                .await()
                .indefinitely();
        var page = open(people.staff(Role.ADMIN), Screen.DESKTOP, "/privacy");
        page.locator("input[name=q]").fill(id);
        page.keyboard().press("Enter");
        var card = page.locator("[data-customer='" + id + "']");
        assertThat(card).containsText("消息 1");
        browser.picture(page, "privacy");

        button(page, "法律保留…").click();
        page.locator("input[name=text]").fill("诉讼");
        page.keyboard().press("Enter");
        assertThat(card).containsText("法律保留中");
        browser.picture(page, "privacy-held");
        button(page, "解除法律保留").click();
        button(page, "永久删除…").click();
        browser.picture(page, "privacy-erase");
        page.locator("input[name=text]").fill(id.substring(0, 8));
        page.keyboard().press("Enter");

        assertThat(card).hasCount(0);
        assertThat(page.locator("main")).containsText(id);
    }

    @Test
    void both_pages_fit_a_phone() {
        var admin = people.staff(Role.ADMIN);
        browser.picture(open(admin, Screen.PHONE, "/audit"), "audit-phone");
        var customer = people.member("李小红" + System.nanoTime(), 0);
        var page = open(admin, Screen.PHONE, "/privacy");
        page.locator("input[name=q]").fill(customer.value().toString());
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-customer]")).isVisible();
        browser.picture(page, "privacy-phone");

        for (var path : new String[] {"/audit", "/privacy"}) {
            page.navigate(path);
            page.locator("h1").waitFor();
            assertThat(page.locator("html")).hasJSProperty("scrollWidth", 390);
        }
    }

    private static Page open(Staff staff, Screen screen, String path) {
        var page = browser.staff(screen, staff.login(), People.PASSWORD);
        page.navigate(path);
        page.locator("h1").waitFor();
        return page;
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
