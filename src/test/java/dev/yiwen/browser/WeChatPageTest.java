package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Dialog;
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

/** An administrator adds an account of WeChat, sees what is missing, and removes it again. */
@QuarkusTest
class WeChatPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Test
    void an_account_is_added_changed_disabled_removed_and_had_back() {
        var name = "服务号" + Ids.next().toString().substring(24);
        var admin = page(Screen.DESKTOP, Role.ADMIN);
        button(admin, "添加账号").click();
        button(admin, "保存").click();
        assertThat(admin.getByText("请填写名称")).isVisible();
        browser.picture(admin, "wechat-faults");
        fill(admin, "name", name);
        fill(admin, "appId", "wx" + Ids.next().toString().replace("-", "").substring(16));
        fill(admin, "secret", "0123456789abcdef0123456789abcdef");
        fill(admin, "token", "yiwentoken");
        button(admin, "保存").click();

        var card = admin.locator("[data-account]", new Page.LocatorOptions().setHasText(name));
        assertThat(card).containsText("/wechat/");
        assertThat(card).containsText("微信还没有推送过");
        assertThat(card).containsText("明文模式");
        assertThat(admin.locator("yw-wechat-accounts")).not().containsText("0123456789abcdef0123");
        browser.picture(admin, "wechat");

        of(card, "修改").click();
        fill(admin, "aesKey", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
        browser.picture(admin, "wechat-edit");
        button(admin, "保存").click();
        assertThat(card).not().containsText("明文模式");
        of(card, "修改").click();
        fill(admin, "aesKey", "GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba");
        button(admin, "保存").click();
        assertThat(card).containsText("旧的 EncodingAESKey 仍然接受");
        admin.onceDialog(Dialog::accept);
        of(card, "不再接受旧密钥").click();
        assertThat(card).not().containsText("旧的 EncodingAESKey 仍然接受");

        card.locator("summary").click();
        button(admin, "添加模板 " + name).click();
        browser.picture(admin, "wechat-template");
        admin.locator("yw-template-dialog dialog[open] input[name=templateId]").fill("tmplOfAnAnswerThatWaits");
        admin.locator("yw-template-dialog dialog[open] input[name=name]").fill("客服回复提醒");
        admin.locator("yw-template-dialog dialog[open] button.primary").click();
        assertThat(card).containsText("thing1：客服已回复您，点击查看；time2：回复时间");
        browser.picture(admin, "wechat-templates");
        button(admin, "删除 客服回复提醒").click();
        assertThat(card).containsText("还没有模板");
        button(admin, "撤销").click();
        assertThat(card).containsText("客服回复提醒");

        of(card, "停用").click();
        assertThat(card).containsText("已停用");
        of(card, "启用").click();
        assertThat(card).containsText("已启用");

        of(card, "删除 " + name).click();
        assertThat(card).hasCount(0);
        button(admin, "撤销").click();
        assertThat(card).hasCount(1);

        var phone = page(Screen.PHONE, Role.ADMIN);
        phone.locator("[data-account]").first().waitFor();
        var onPhone = phone.locator("[data-account]", new Page.LocatorOptions().setHasText(name));
        onPhone.locator("summary").click();
        assertThat(onPhone).containsText("客服回复提醒");
        phone.setViewportSize(360, 800);
        browser.picture(phone, "wechat-phone");
        of(card, "删除 " + name).click();
        assertThat(card).hasCount(0);
    }

    @Test
    void who_is_no_administrator_is_told_so() {
        assertThat(page(Screen.DESKTOP, Role.SUPERVISOR).getByText("您没有管理微信账号的权限"))
                .isVisible();
    }

    private Page page(Screen screen, Role role) {
        var page = browser.staff(screen, people.staff(role).login(), People.PASSWORD);
        page.navigate("/wechat");
        return page;
    }

    private static void fill(Page page, String field, String value) {
        page.locator("yw-account-dialog input[name=" + field + "]").fill(value);
    }

    private static Locator of(Locator card, String name) {
        return card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
