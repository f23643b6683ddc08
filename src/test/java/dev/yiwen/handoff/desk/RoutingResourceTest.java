package dev.yiwen.handoff.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RoutingResourceTest {
    private static final String STANDARD =
            """
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

    private ValidatableResponse trial(String body) {
        return given().header("Authorization", "Bearer " + people.token(people.staff(Role.SUPERVISOR)))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/routing/trial")
                .then();
    }
}
