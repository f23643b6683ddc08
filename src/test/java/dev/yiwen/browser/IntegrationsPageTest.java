package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator lets another system ask, and stops it again. */
@QuarkusTest
class IntegrationsPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Test
    void a_key_is_made_used_and_revoked() {
        var admin = page(Screen.DESKTOP, Role.ADMIN);
        button(admin, "新建密钥").click();
        button(admin, "创建密钥").click();
        assertThat(admin.getByText("请填写名称")).isVisible();
        admin.locator("input[name=name]").fill("官网搜索");
        browser.picture(admin, "integrations-new-key");
        button(admin, "创建密钥").click();
        assertThat(admin.locator("yw-api-keys .secret")).containsText("yw_");
        var secret = admin.locator("yw-api-keys .secret").textContent();
        browser.picture(admin, "integrations-secret");
        admin.keyboard().press("Escape");
        assertThat(admin.locator("yw-api-keys .secret")).isVisible();
        button(admin, "我已保存好").click();
        org.assertj.core.api.Assertions.assertThat(status(secret)).isEqualTo(200);
        admin.reload();
        var line = admin.locator("li[data-key]", new Page.LocatorOptions().setHasText("官网搜索"))
                .first();
        assertThat(line).containsText("最近使用");
        assertThat(admin.locator("yw-api-keys")).not().containsText(secret);
        browser.picture(admin, "integrations");

        var phone = page(Screen.PHONE, Role.ADMIN);
        phone.locator("li[data-key]").first().waitFor();
        browser.picture(phone, "integrations-phone");

        line.getByRole(AriaRole.BUTTON).click();
        assertThat(admin.getByText("吊销不能撤销")).isVisible();
        browser.picture(admin, "integrations-revoke");
        admin.locator("yw-api-keys yw-confirm-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("吊销"))
                .click();
        assertThat(admin.getByText("已吊销“官网搜索”")).isVisible();
        org.assertj.core.api.Assertions.assertThat(status(secret)).isEqualTo(401);
    }

    @Test
    void who_is_no_administrator_is_told_so() {
        assertThat(page(Screen.DESKTOP, Role.SUPERVISOR).getByText("您没有管理集成的权限"))
                .isVisible();
    }

    private Page page(Screen screen, Role role) {
        var page = browser.staff(screen, people.staff(role).login(), People.PASSWORD);
        page.navigate("/integrations");
        return page;
    }

    private static int status(String secret) {
        return given().auth()
                .oauth2(secret)
                .contentType(ContentType.JSON)
                .body(Map.of("question", "谢谢"))
                .post("/api/v1/ask")
                .statusCode();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
