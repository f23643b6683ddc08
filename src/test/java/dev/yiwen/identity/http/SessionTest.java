package dev.yiwen.identity.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {
    private static final String NEW_PASSWORD = "another long password";

    @Inject
    People people;

    @Test
    void signs_in_with_a_cookie_that_scripts_and_foreign_sites_cannot_use() {
        var staff = people.staff(Role.AGENT);

        var response = signIn(staff.login(), People.PASSWORD);

        response.then().statusCode(200).body("staff.login", equalTo(staff.login()));
        assertThat(response.getHeader("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
        with(response.getCookie("yiwen_session")).then().statusCode(200).body("roles", hasItem("AGENT"));
    }

    @Test
    void answers_a_wrong_password_and_an_unknown_login_alike() {
        var staff = people.staff(Role.AGENT);

        var wrong = signIn(staff.login(), "wrong password");
        var unknown = signIn("nobody-" + UUID.randomUUID(), "wrong password");

        wrong.then().statusCode(401).contentType("application/problem+json");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.asString()).isEqualTo(wrong.asString());
    }

    @Test
    void allows_nothing_but_the_session_before_a_one_time_password_is_changed() {
        var token = people.token(people.newcomer(Role.ADMIN));

        var response = given().cookie("yiwen_session", token).get("/api/v1/staff");

        response.then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:yiwen:problem:password-change-required"));
        with(token).then().statusCode(200).body("mustChangePassword", equalTo(true));
    }

    @Test
    void ends_all_other_sessions_when_the_password_changes() {
        var staff = people.newcomer(Role.AGENT);
        var other = people.token(staff);
        var own = people.token(staff);

        var changed = change(own, People.PASSWORD, NEW_PASSWORD);

        changed.then().statusCode(200).body("staff.mustChangePassword", equalTo(false));
        with(changed.getCookie("yiwen_session")).then().statusCode(200);
        with(other).then().statusCode(401);
        with(own).then().statusCode(401);
        signIn(staff.login(), NEW_PASSWORD).then().statusCode(200);
    }

    @Test
    void takes_no_password_of_which_a_part_would_not_count() {
        var staff = people.newcomer(Role.AGENT);
        var token = people.token(staff);
        var longest = "three purple teapots sing ".repeat(3).substring(0, 72);

        change(token, People.PASSWORD, longest + "x")
                .then()
                .statusCode(400)
                .body("detail", containsString("at most 72 bytes"));
        change(token, People.PASSWORD, longest).then().statusCode(200);

        signIn(staff.login(), longest + "x").then().statusCode(401);
        signIn(staff.login(), longest).then().statusCode(200);
    }

    @Test
    void refuses_a_short_new_password() {
        var token = people.token(people.newcomer(Role.AGENT));

        var response = change(token, People.PASSWORD, "short");

        response.then().statusCode(400).body("detail", containsString("10"));
    }

    @Test
    void refuses_a_new_password_that_is_easy_to_guess() {
        var staff = people.newcomer(Role.AGENT);
        var token = people.token(staff);

        change(token, People.PASSWORD, "yiwen-yiwen-2026").then().statusCode(400);
        given().cookie("yiwen_session", token)
                .contentType(ContentType.JSON)
                .body(Map.of("password", staff.login()))
                .post("/api/v1/session/password/strength")
                .then()
                .statusCode(200)
                .body("enough", equalTo(false));
    }

    @Test
    void takes_the_cookie_away_at_sign_out() {
        var response = given().cookie("yiwen_session", people.token(people.staff(Role.AGENT)))
                .delete("/api/v1/session");

        response.then().statusCode(204);
        assertThat(response.getHeader("Set-Cookie")).contains("yiwen_session=", "Max-Age=0");
    }

    @Test
    void lets_people_sign_in_who_still_send_an_old_cookie() {
        Staff staff = people.staff(Role.AGENT);

        var response = given().cookie("yiwen_session", "expired")
                .contentType(ContentType.JSON)
                .body(Map.of("login", staff.login(), "password", People.PASSWORD))
                .post("/api/v1/session");

        response.then().statusCode(200);
    }

    @Test
    void refuses_a_cookie_that_a_foreign_page_sends() {
        var token = people.token(people.staff(Role.ADMIN));

        var response = given().cookie("yiwen_session", token)
                .header("Origin", "https://evil.example")
                .contentType(ContentType.JSON)
                .body(Map.of("login", "x" + UUID.randomUUID(), "name", "x", "roles", new String[] {"ADMIN"}))
                .post("/api/v1/staff");

        response.then().statusCode(403);
    }

    private static Response signIn(String login, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("login", login, "password", password))
                .post("/api/v1/session");
    }

    private static Response change(String token, String old, String fresh) {
        return given().cookie("yiwen_session", token)
                .contentType(ContentType.JSON)
                .body(Map.of("old", old, "new", fresh))
                .put("/api/v1/session/password");
    }

    private static Response with(String token) {
        return given().cookie("yiwen_session", token).get("/api/v1/session");
    }
}
