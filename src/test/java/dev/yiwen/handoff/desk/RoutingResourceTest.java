package dev.yiwen.handoff.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RoutingResourceTest {
    private static final String STANDARD = """
            {"settings":{"secondsPerPoint":20,"pointsPerTier":10,"widenSeconds":180},"groups":[],"agents":[],"rules":[
            {"name":"重要客户","enabled":true,"then":{"level":"SENIOR","points":30},
             "when":{"reasons":[],"channels":[],"minTier":0,"words":[],"marks":["VIP"]}}]}
            """;

    @Inject
    People people;

    @Test
    void a_trial_says_which_mark_a_rule_saw_and_why() {
        trial("{\"plan\":" + STANDARD + ",\"situation\":{\"reason\":\"UNANSWERED\",\"channel\":\"WEB\",\"tier\":0,"
                        + "\"words\":\"我眼睛看不见\",\"tags\":[\"贵宾\"]}}")
                .statusCode(200)
                .body("wanted.rules", contains("重要客户"))
                .body("wanted.level", equalTo("SENIOR"))
                .body("wanted.marks.mark", contains("VIP", "CARE"))
                .body("wanted.marks.why", contains(equalTo("客服标签：贵宾"), containsString("眼睛看不见")));
    }

    @Test
    void a_trial_is_of_any_hour_and_of_anybody() {
        var one = people.staff(Role.AGENT);
        var other = people.staff(Role.AGENT);
        var plan =
                "{\"settings\":{\"secondsPerPoint\":20,\"pointsPerTier\":10,\"widenSeconds\":180},\"groups\":[],\"agents\":[],\"rules\":[],"
                        + "\"hours\":{\"week\":[{\"days\":[\"MONDAY\"],\"from\":\"09:00\",\"to\":\"18:00\"}],\"closed\":[],\"workdays\":[]}}";
        var situation = "\"situation\":{\"reason\":\"WISH_FOR_HUMAN\",\"channel\":\"WEB\",\"tier\":0,\"words\":\"\"}";
        var online = "\"online\":[\"" + other.id().value() + "\",\"" + one.id().value() + "\"]";

        // A Monday and a Sunday in Shanghai.
        trial("{\"plan\":" + plan + "," + situation + "," + online + ",\"at\":\"2026-11-30T02:00:00Z\"}")
                .statusCode(200)
                .body("open", equalTo(true))
                .body("first", equalTo(other.id().value().toString()))
                .body("agents.name", contains(other.name(), one.name()));
        trial("{\"plan\":" + plan + "," + situation + "," + online + ",\"at\":\"2026-11-29T02:00:00Z\"}")
                .statusCode(200)
                .body("open", equalTo(false))
                .body("opensAt", equalTo("2026-11-30T01:00:00Z"))
                .body("first", nullValue());
    }

    @Test
    void a_rule_to_a_group_without_anybody_is_warned_of() {
        var plan = "{\"settings\":{\"secondsPerPoint\":20,\"pointsPerTier\":10,\"widenSeconds\":180},"
                + "\"groups\":[{\"id\":\"north\",\"name\":\"北区组\"}],\"agents\":[],\"rules\":["
                + "{\"name\":\"北区\",\"enabled\":true,\"when\":{\"reasons\":[],\"channels\":[],\"minTier\":0,\"words\":[],\"tags\":[\"北区\"]},"
                + "\"then\":{\"group\":\"north\",\"points\":0}}]}";

        as(people.staff(Role.SUPERVISOR))
                .body(plan)
                .post("/api/v1/routing/check")
                .then()
                .statusCode(200)
                .body("faults", hasSize(0))
                .body("warnings", contains(containsString("北区组")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"situation\":{}}",
                "{\"situation\":{\"channel\":\"WEB\",\"tier\":0,\"words\":\"x\"}}",
                "{\"situation\":{\"reason\":\"URGENT\",\"channel\":\"WEB\",\"tier\":0,\"words\":\"x\",\"tags\":[null]}}"
            })
    void a_trial_of_half_a_situation_is_refused(String body) {
        trial(body).statusCode(400);
    }

    @Test
    void a_saved_plan_is_read_back_as_it_was_written_with_who_wrote_it() {
        var supervisor = people.staff(Role.SUPERVISOR);
        var held = as(supervisor).get("/api/v1/routing").then().extract().jsonPath();
        var change = Map.of("known", held.getInt("version"), "plan", held.getMap("plan"), "note", "照旧");

        as(supervisor).body(change).put("/api/v1/routing").then().statusCode(200);

        as(supervisor)
                .get("/api/v1/routing/history")
                .then()
                .statusCode(200)
                .body("[0].version", equalTo(held.getInt("version") + 1))
                .body("[0].by", equalTo(supervisor.name()))
                .body("[0].note", equalTo("照旧"))
                .body("[0].plan", equalTo(held.getMap("plan")))
                .body("[-1].version", equalTo(0))
                .body("[-1].by", nullValue())
                .body("[-1].plan.rules", not(empty()));
        as(supervisor).body(change).put("/api/v1/routing").then().statusCode(409);
    }

    private RequestSpecification as(Staff staff) {
        return given().header("Authorization", "Bearer " + people.token(staff)).contentType(ContentType.JSON);
    }

    private ValidatableResponse trial(String body) {
        return as(people.staff(Role.SUPERVISOR))
                .body(body)
                .post("/api/v1/routing/trial")
                .then();
    }
}
