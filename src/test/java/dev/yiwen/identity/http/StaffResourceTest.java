package dev.yiwen.identity.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StaffResourceTest {
    @Inject
    People people;

    @Test
    void an_admin_adds_someone_who_then_signs_in_with_the_one_time_password() {
        var login = "new-" + UUID.randomUUID();

        var created = as(Role.ADMIN)
                .body(Map.of("login", login, "name", "小林", "roles", List.of("AGENT")))
                .post("/api/v1/staff");

        created.then().statusCode(200).body("staff.mustChangePassword", equalTo(true));
        given().contentType(ContentType.JSON)
                .body(Map.of("login", login, "password", created.jsonPath().getString("oneTimePassword")))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .body("staff.roles", hasItem("AGENT"));
    }

    @Test
    void nobody_gets_a_login_that_is_taken() {
        var staff = people.staff(Role.AGENT);

        var response = as(Role.ADMIN)
                .body(Map.of("login", staff.login(), "name", "小林", "roles", List.of("AGENT")))
                .post("/api/v1/staff");

        response.then().statusCode(409).body("type", equalTo("urn:yiwen:problem:conflict"));
    }

    @Test
    void an_agent_is_no_admin() {
        as(Role.AGENT).get("/api/v1/staff").then().statusCode(403).contentType("application/problem+json");
    }

    @Test
    void a_supervisor_reads_the_list_but_adds_nobody() {
        as(Role.SUPERVISOR).get("/api/v1/staff").then().statusCode(200);
        as(Role.SUPERVISOR)
                .body(Map.of("login", "new-" + UUID.randomUUID(), "name", "小林", "roles", List.of("ADMIN")))
                .post("/api/v1/staff")
                .then()
                .statusCode(403);
    }

    @Test
    void deactivation_ends_sessions_and_sign_in() {
        var staff = people.staff(Role.AGENT);
        var token = people.token(staff);

        as(Role.ADMIN)
                .body(Map.of("active", false))
                .patch("/api/v1/staff/" + staff.id().value())
                .then()
                .statusCode(200);

        given().cookie("yiwen_session", token).get("/api/v1/session").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("login", staff.login(), "password", People.PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(401);
    }

    @Test
    void that_sessions_ended_is_written_down_with_how_many_there_were() {
        var admin = people.staff(Role.ADMIN);
        var staff = people.staff(Role.AGENT);
        people.token(staff);
        people.token(staff);

        given().cookie("yiwen_session", people.token(admin))
                .contentType(ContentType.JSON)
                .body(Map.of("active", false))
                .patch("/api/v1/staff/" + staff.id().value())
                .then()
                .statusCode(200);
        as(Role.ADMIN)
                .post("/api/v1/staff/" + staff.id().value() + "/password")
                .then()
                .statusCode(200);

        as(Role.ADMIN)
                .queryParams(
                        "kind",
                        "sessions.ended",
                        "subject",
                        "staff:" + staff.id().value())
                .get("/api/v1/audit")
                .then()
                .body("entries.size()", equalTo(1))
                .body("entries[0].actor", equalTo(admin.id().value().toString()))
                .body("entries[0].details.sessions", equalTo("2"));
    }

    @Test
    void a_new_one_time_password_replaces_the_old_one() {
        var staff = people.staff(Role.AGENT);
        var token = people.token(staff);

        var reset = as(Role.ADMIN).post("/api/v1/staff/" + staff.id().value() + "/password");

        reset.then().statusCode(200);
        given().cookie("yiwen_session", token).get("/api/v1/session").then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "login", staff.login(), "password", reset.jsonPath().getString("oneTimePassword")))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .body("staff.mustChangePassword", equalTo(true));
    }

    @Test
    void a_file_makes_all_of_its_people_or_nobody() {
        var a = "a-" + UUID.randomUUID();
        var b = "b-" + UUID.randomUUID();
        var file = "账号,姓名,角色\n" + a + ",李强,坐席\n" + b + ",赵敏,主管\n";
        csv(appointing(), file + "x,王芳,坐席\n")
                .post("/api/v1/staff/import")
                .then()
                .statusCode(400);
        csv(new Role[] {Role.SUPERVISOR}, file)
                .post("/api/v1/staff/import")
                .then()
                .statusCode(403);
        csv(appointing(), file)
                .post("/api/v1/staff/import/preview")
                .then()
                .statusCode(200)
                .body("people.login", equalTo(List.of(a, b)))
                .body("faults.size()", equalTo(0));
        as(Role.ADMIN).get("/api/v1/staff").then().body("login", not(hasItem(a)));

        var made = csv(appointing(), file).post("/api/v1/staff/import");

        made.then().statusCode(200).body("created.login", equalTo(List.of(a, b)));
        given().contentType(ContentType.JSON)
                .body(Map.of("login", b, "password", made.jsonPath().getString("created[1].oneTimePassword")))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .body("staff.mustChangePassword", equalTo(true))
                .body("staff.roles", hasItem("SUPERVISOR"));
        csv(appointing(), file)
                .post("/api/v1/staff/import/preview")
                .then()
                .body("faults.what", equalTo(List.of("LOGIN_TAKEN", "LOGIN_TAKEN")));
        as(Role.ADMIN)
                .queryParams("kind", "staff.created")
                .get("/api/v1/audit")
                .then()
                .body("entries.details.login", hasItem(a));
    }

    @Test
    void unknown_members_are_not_found_and_nonsense_is_invalid() {
        as(Role.ADMIN)
                .body(Map.of("active", false))
                .patch("/api/v1/staff/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        as(Role.ADMIN)
                .body(Map.of("login", "Not A Login", "name", "", "roles", List.of("AGENT")))
                .post("/api/v1/staff")
                .then()
                .statusCode(400);
    }

    /** Who may give a supervisor's rights, because they hold them. */
    private static Role[] appointing() {
        return new Role[] {Role.ADMIN, Role.SUPERVISOR};
    }

    private RequestSpecification csv(Role[] roles, String file) {
        return given().cookie("yiwen_session", people.token(people.staff(roles)))
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    private RequestSpecification as(Role role) {
        return given().cookie("yiwen_session", people.token(people.staff(role))).contentType(ContentType.JSON);
    }
}
