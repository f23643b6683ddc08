package dev.yiwen.identity.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssistTokenTest {
    /** Of a conversation that does not exist: who is let in gets 404. */
    private static final String PANEL = "/api/v1/assist/" + UUID.randomUUID();

    @Inject
    People people;

    @Test
    void a_signed_in_agent_gets_a_pass_that_opens_the_panel_and_nothing_else() {
        var pass = pass(people.staff(Role.AGENT));

        with(pass, PANEL, 404);
        with(pass, "/api/v1/conversations", 401);
        with(pass, "/api/v1/session", 401);
    }

    @Test
    void a_pass_does_not_renew_itself() {
        var pass = pass(people.staff(Role.AGENT));

        asking().header("Authorization", "Bearer " + pass)
                .post("/api/v1/assist/token")
                .then()
                .statusCode(401);
    }

    @Test
    void a_pass_ends_within_minutes() {
        var until = asking().cookie("yiwen_session", people.token(people.staff(Role.AGENT)))
                .post("/api/v1/assist/token")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("expiresAt");

        assertThat(Instant.parse(until)).isBefore(Instant.now().plus(Duration.ofMinutes(11)));
    }

    @Test
    void editors_and_customers_get_none() {
        asking().cookie("yiwen_session", people.token(people.staff(Role.EDITOR)))
                .post("/api/v1/assist/token")
                .then()
                .statusCode(403);
        asking().header("Authorization", "Bearer " + people.token(people.visitor()))
                .post("/api/v1/assist/token")
                .then()
                .statusCode(401);
        asking().post("/api/v1/assist/token").then().statusCode(401);
    }

    private String pass(Staff staff) {
        return asking().cookie("yiwen_session", people.token(staff))
                .post("/api/v1/assist/token")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    private static RequestSpecification asking() {
        return given().contentType(ContentType.JSON).body(Map.of());
    }

    private static void with(String pass, String path, int status) {
        given().header("Authorization", "Bearer " + pass).get(path).then().statusCode(status);
    }
}
