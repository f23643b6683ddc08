package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@QuarkusTest
class MissingPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Test
    void who_is_lost_is_told_so_and_finds_a_way_on() {
        var page = browser.person(Screen.PHONE);

        var answer = page.navigate("/nirgends/hier");

        Assertions.assertThat(answer.status()).isEqualTo(404);
        assertThat(page.locator("h1")).hasText("没有这个页面");
        assertThat(page).hasTitle("没有这个页面");
        browser.picture(page, "missing-phone");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("在线客服"))
                .click();
        assertThat(page).hasURL(Pattern.compile("/chat$"));
    }

    @Test
    void a_program_gets_problem_json() {
        given().accept("application/json")
                .get("/nirgends")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
        // Who is not signed in isn't told which addresses of the interface there are.
        given().accept("text/html,application/json")
                .get("/api/v1/nirgends")
                .then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void every_page_has_its_sign_in_the_tab() {
        given().get("/favicon.svg").then().statusCode(200).contentType(equalTo("image/svg+xml"));
        given().get("/favicon.ico").then().statusCode(200);
        for (var path : new String[] {"/", "/chat", "/login", "/agent"}) {
            Assertions.assertThat(given().get(path).asString()).contains("rel=\"icon\"");
        }
    }
}
