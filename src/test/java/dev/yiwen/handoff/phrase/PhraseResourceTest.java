package dev.yiwen.handoff.phrase;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PhraseResourceTest {
    @Inject
    People people;

    private final String shortcut = "t" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void an_agents_own_phrase_is_the_agents_alone() {
        var agent = people.staff(Role.AGENT);
        add(agent, false).then().statusCode(200).body("shared", equalTo(false));

        as(agent).get("/api/v1/phrases").then().body("shortcut", hasItem(shortcut));
        as(people.staff(Role.AGENT)).get("/api/v1/phrases").then().body("shortcut", not(hasItem(shortcut)));
    }

    @Test
    void the_teams_phrases_are_everybodys_and_edited_by_supervisors() {
        var agent = people.staff(Role.AGENT);
        add(agent, true).then().statusCode(403);
        var supervisor = people.staff(Role.SUPERVISOR);
        var id = add(supervisor, true).then().statusCode(200).extract().<String>path("id");

        as(agent).get("/api/v1/phrases").then().body("shortcut", hasItem(shortcut));
        as(agent).delete("/api/v1/phrases/" + id).then().statusCode(404);
        as(supervisor)
                .body(Map.of("shortcut", shortcut, "text", "改过的", "shared", true))
                .put("/api/v1/phrases/" + id)
                .then()
                .statusCode(200)
                .body("text", equalTo("改过的"));
        as(supervisor).delete("/api/v1/phrases/" + id).then().statusCode(204);
    }

    @Test
    void a_shortcut_is_taken_once_whatever_its_case() {
        var agent = people.staff(Role.AGENT);
        add(agent, false).then().statusCode(200);

        as(agent)
                .body(Map.of("shortcut", shortcut.toUpperCase(java.util.Locale.ROOT), "text", "又一条", "shared", false))
                .post("/api/v1/phrases")
                .then()
                .statusCode(409);
    }

    @Test
    void what_is_no_shortcut_is_refused() {
        as(people.staff(Role.AGENT))
                .body(Map.of("shortcut", "a b/c", "text", "文字", "shared", false))
                .post("/api/v1/phrases")
                .then()
                .statusCode(400);
    }

    @Test
    void customers_and_editors_have_none() {
        given().header("Authorization", "Bearer " + people.token(people.visitor()))
                .get("/api/v1/phrases")
                .then()
                .statusCode(403);
        as(people.staff(Role.EDITOR)).get("/api/v1/phrases").then().statusCode(403);
    }

    private io.restassured.response.Response add(Staff by, boolean shared) {
        return as(by).body(Map.of("shortcut", shortcut, "text", "测试短语", "shared", shared))
                .post("/api/v1/phrases");
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }
}
