package dev.yiwen.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.BehindTls;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Behind a proxy that ends TLS, which may keep the Host or put its own. */
@QuarkusTest
@TestProfile(BehindTls.class)
class BehindProxyTest {

    @Inject
    People people;

    @Test
    void the_cookie_is_for_this_host_and_tls_alone() {
        var cookies = signIn("old").headers().getValues("Set-Cookie");

        assertThat(cookies)
                .anySatisfy(it -> assertThat(it)
                        .startsWith("__Host-yiwen_session=")
                        .contains("Secure", "HttpOnly", "Path=/", "SameSite=Strict")
                        .doesNotContain("Domain"))
                .as("the one from before TLS ends")
                .anySatisfy(it -> assertThat(it).startsWith("yiwen_session=").contains("Max-Age=0"));
    }

    @Test
    void the_plain_cookie_counts_no_more() {
        var token = people.token(people.staff(Role.AGENT));

        given().cookie("yiwen_session", token).get("/api/v1/session").then().statusCode(401);
        given().cookie("__Host-yiwen_session", token)
                .get("/api/v1/session")
                .then()
                .statusCode(200);
    }

    @Test
    void pages_of_the_public_address_are_believed_whatever_the_host_is_called() {
        for (var host : new String[] {"help.example.com", "app:8080"}) {
            given().cookie("__Host-yiwen_session", people.token(people.staff(Role.AGENT)))
                    .header("Host", host)
                    .header("Origin", "https://help.example.com")
                    .delete("/api/v1/session")
                    .then()
                    .statusCode(204);
        }
    }

    @Test
    void the_host_alone_makes_no_page_ours() {
        given().cookie("__Host-yiwen_session", people.token(people.staff(Role.AGENT)))
                .header("Host", "evil.example")
                .header("Origin", "https://evil.example")
                .delete("/api/v1/session")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:yiwen:problem:foreign-origin"));
    }

    @Test
    void browsers_come_back_over_tls_alone() {
        given().get("/login").then().header("Strict-Transport-Security", "max-age=31536000");
    }

    private Response signIn(String oldCookie) {
        var staff = people.staff(Role.AGENT);
        return given().cookie("yiwen_session", oldCookie)
                .header("Origin", "https://help.example.com")
                .contentType("application/json")
                .body(Map.of("login", staff.login(), "password", People.PASSWORD))
                .post("/api/v1/session");
    }
}
