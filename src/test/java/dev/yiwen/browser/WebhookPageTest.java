package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.ticket.NewTicket;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.Tickets;
import dev.yiwen.webhook.GroupRobot;
import dev.yiwen.webhook.ListeningSystem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator has another system told, and sees what became of it. */
@QuarkusTest
class WebhookPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Tickets tickets;

    @Test
    void a_system_is_told_and_the_log_says_what_it_answered() throws IOException {
        try (var system = new ListeningSystem()) {
            var login = people.staff(Role.ADMIN);
            var admin = browser.staff(Screen.DESKTOP, login.login(), People.PASSWORD);
            admin.navigate("/integrations");
            button(admin, "新增 Webhook").click();
            button(admin, "新增").last().click();
            assertThat(admin.getByText("请填写以 http:// 或 https:// 开头的地址")).isVisible();
            admin.locator("input[name=url]").fill(system.url());
            browser.picture(admin, "webhook-new");
            button(admin, "新增").last().click();
            assertThat(admin.locator("yw-webhooks .secret")).containsText("whsec_");
            button(admin, "我已保存好").click();
            system.breakDown();
            tickets.open(new NewTicket(TicketKind.FAULT, "宽带断了", "三天了", null, null, null, login.id(), null))
                    .await()
                    .indefinitely();
            admin.waitForCondition(() -> !system.told().isEmpty());

            var hook = admin.locator("li[data-hook]", new Page.LocatorOptions().setHasText(system.url()));
            hook.getByText("发送记录").click();
            admin.waitForCondition(() -> {
                hook.getByText("刷新").click();
                return hook.getByText("HTTP 500").count() > 0;
            });
            browser.picture(admin, "webhooks");
            system.recover();
            hook.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("重新发送"))
                    .first()
                    .click();
            admin.waitForCondition(() -> {
                hook.getByText("刷新").click();
                return hook.getByText("已送达").count() > 0;
            });
            var phone = browser.staff(Screen.PHONE, login.login(), People.PASSWORD);
            phone.navigate("/integrations");
            phone.locator("li[data-hook] summary").last().click();
            phone.locator("li[data-delivery]").first().waitFor();
            browser.picture(phone, "webhooks-phone");

            hook.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("删除"))
                    .click();
            browser.picture(admin, "webhook-remove");
            admin.locator("yw-webhooks yw-confirm-dialog")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("删除"))
                    .click();
            assertThat(hook).hasCount(0);
        }
    }

    @Test
    void a_robot_of_a_group_is_added_and_tried_out() throws IOException {
        try (var robot = new GroupRobot("DINGTALK")) {
            var login = people.staff(Role.ADMIN);
            var phone = browser.staff(Screen.PHONE, login.login(), People.PASSWORD);
            phone.navigate("/integrations");
            button(phone, "新增 Webhook").click();
            phone.locator("select[name=format]").selectOption("DINGTALK");
            phone.locator("input[name=url]").fill(robot.url());
            browser.picture(phone, "webhook-robot-phone");
            button(phone, "新增").last().click();
            var hook = phone.locator("li[data-hook]", new Page.LocatorOptions().setHasText(robot.url()));
            hook.getByText("发测试消息").click();
            assertThat(phone.locator("yw-toasts")).containsText("没有发成：310000 sign not match");
            browser.picture(phone, "webhook-robot-refused-phone");
            hook.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("删除"))
                    .click();
            phone.locator("yw-webhooks yw-confirm-dialog")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("删除"))
                    .click();
            assertThat(hook).hasCount(0);

            button(phone, "新增 Webhook").click();
            phone.locator("select[name=format]").selectOption("DINGTALK");
            phone.locator("input[name=url]").fill(robot.url());
            phone.locator("input[name=robotSecret]").fill(GroupRobot.SECRET);
            button(phone, "新增").last().click();
            hook.getByText("发测试消息").click();
            phone.waitForCondition(() -> robot.said().size() == 1);
            var desktop = browser.staff(Screen.DESKTOP, login.login(), People.PASSWORD);
            desktop.navigate("/integrations");
            desktop.locator("li[data-hook]").first().waitFor();
            browser.picture(desktop, "webhook-robot");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
