package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.file.picture.Snapshots;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator makes the installation the company's own; each test puts back what all others begin with. */
@QuarkusTest
class BrandPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Test
    void a_changed_brand_is_what_the_next_customer_sees_and_one_press_takes_it_back() {
        var admin = brandPage(Screen.DESKTOP);
        var name = field(admin, "chinese-assistant").inputValue();
        browser.picture(admin, "brand");

        field(admin, "chinese-operator").fill("青禾电力");
        field(admin, "chinese-assistant").fill("小禾");
        field(admin, "chinese-greeting").fill("电费、报修、过户的事都可以问我。");
        field(admin, "chinese-questions").fill("电费怎么算？\n停电了找谁？");
        field(admin, "avatar").setInputFiles(new FilePayload("头像.jpg", "image/jpeg", Snapshots.photo(900, 900)));
        assertThat(admin.locator("img.face")).isVisible();
        admin.locator("input[name=own-accent]").check();
        admin.locator("input[name=accent]").fill("#ffb300");
        admin.locator("input[name=accent]").press("Tab");
        assertThat(admin.locator(".warned").last()).containsText("对比度只有 1.7:1");
        var preview = admin.locator("yw-brand-preview yiwen-chat");
        assertThat(preview.locator(".welcome h2")).containsText("您好，我是小禾");
        assertThat(preview.locator(".asks button")).hasText(new String[] {"电费怎么算？", "停电了找谁？"});
        browser.picture(admin, "brand-changed");
        button(admin, "保存").click();
        assertThat(admin.getByText("已保存，几秒内对所有客户生效")).isVisible();

        var customer = browser.person(Screen.PHONE);
        customer.navigate("/chat");
        assertThat(customer.locator(".welcome h2")).containsText("您好，我是小禾");
        assertThat(customer.locator(".welcome > p")).hasText("电费、报修、过户的事都可以问我。");
        assertThat(customer.locator(".head .badge")).hasText("AI 助手");
        assertThat(customer.locator(".head img.avatar")).isVisible();
        Assertions.assertThat(colour(customer.locator(".asks button").first())).isNotEqualTo("rgb(8, 106, 78)");
        browser.picture(customer, "brand-chat-phone");
        customer.navigate("/");
        assertThat(customer.locator("yiwen-home .phone .brand b")).hasText("青禾电力");
        assertThat(customer.locator("yiwen-home .about h1")).hasText("青禾电力");
        assertThat(customer.locator("yiwen-home .about")).not().containsText("光猫");
        browser.picture(customer, "brand-home");
        browser.picture(customer, "brand-home-phone");

        admin.locator("yw-brand-history li button").first().click();
        assertThat(field(admin, "chinese-assistant")).hasValue(name);
        customer.navigate("/chat");
        assertThat(customer.locator(".welcome h2")).containsText(name);
    }

    @Test
    void a_label_that_hides_the_machine_is_refused_in_words() {
        var admin = brandPage(Screen.PHONE);

        field(admin, "chinese-label").fill("贴心管家");
        button(admin, "保存").click();

        assertThat(admin.getByRole(AriaRole.ALERT)).containsText("AI 标签要写明是 AI");
        browser.picture(admin, "brand-phone");
        field(admin, "chinese-label").fill("");
        field(admin, "zone").fill("Mars/Olympus");
        assertThat(admin.locator("section[aria-labelledby=zone]")).containsText("没有这个时区");
        field(admin, "zone").fill("America/New_York");
        assertThat(admin.locator("section[aria-labelledby=zone]")).containsText("北美东部");
        field(admin, "zone").scrollIntoViewIfNeeded();
        browser.picture(admin, "brand-zone-phone");
    }

    @Test
    void who_is_no_administrator_is_told_so() {
        var page = browser.staff(Screen.DESKTOP, people.staff(Role.EDITOR).login(), People.PASSWORD);

        page.navigate("/brand");

        assertThat(page.locator("yw-empty")).containsText("您没有查看这一页的权限");
    }

    private Page brandPage(Screen screen) {
        var page = browser.staff(screen, people.staff(Role.ADMIN).login(), People.PASSWORD);
        page.navigate("/brand");
        assertThat(field(page, "chinese-operator")).isVisible();
        return page;
    }

    private static Object colour(Locator element) {
        return element.evaluate("it => getComputedStyle(it).color");
    }

    private static Locator field(Page page, String name) {
        return page.locator("[name=" + name + "]");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
