package dev.yiwen.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.TestSocket;
import dev.yiwen.browser.Browser;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.factor.PhoneApp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where everybody must have a second factor, nobody does anything before they have. */
@QuarkusTest
@TestProfile(SecondFactorRequiredTest.Required.class)
class SecondFactorRequiredTest {

    public static class Required implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("yiwen.identity.second-factor", "required");
        }
    }

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource("/")
    URI base;

    @Test
    void a_password_alone_opens_neither_interface_nor_socket_nor_panel() {
        var token = people.token(people.staff(Role.ADMIN));

        for (var path : new String[] {"/api/v1/staff", "/api/v1/tickets", "/api/v1/sessions"}) {
            given().cookie("yiwen_session", token)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("title", equalTo("second-factor-setup-required"));
        }
        given().cookie("yiwen_session", token)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/assist/token")
                .then()
                .statusCode(403);
        assertThatThrownBy(() -> TestSocket.open(base, "/ws/v1/agent", token));
        given().cookie("yiwen_session", token)
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("mustSetUpSecondFactor", equalTo(true));
    }

    @Test
    void who_has_none_sets_one_up_at_the_next_sign_in_and_goes_on() {
        var page = browser.person(Screen.PHONE);
        page.navigate("/login?to=/tickets");
        page.locator("input[name=login]").fill(people.staff(Role.AGENT).login());
        page.locator("input[name=password]").fill(People.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("请先开启两步验证");
        browser.picture(page, "login-second-factor-phone");
        page.navigate("/tickets");
        page.waitForURL(url -> url.contains("/login"));
        page.locator("input[name=password]").fill(People.PASSWORD);
        page.keyboard().press("Enter");
        page.locator("input[name=code]")
                .fill(PhoneApp.code(page.locator(".secret").textContent()));
        page.keyboard().press("Enter");
        assertThat(page.locator(".codes li")).hasCount(10);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("我已保存，继续"))
                .click();

        page.waitForURL(url -> url.contains("/tickets") && !url.contains("/login"));
        assertThat(page.locator("yw-ticket-list")).isVisible();
    }
}
