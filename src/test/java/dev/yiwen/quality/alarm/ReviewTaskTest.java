package dev.yiwen.quality.alarm;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.quality.metric.FactKeeping;
import dev.yiwen.quality.metric.History;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what a rule sees on three days to what its measures have changed. */
@QuarkusTest
class ReviewTaskTest {
    private static final int A_DAY = 8;

    @Inject
    AlarmLooks looks;

    @Inject
    FactKeeping facts;

    @Inject
    History history;

    @Inject
    People people;

    @Inject
    Pool database;

    // A matter of this run's own.
    private final String topic = "kettles-" + UUID.randomUUID().toString().substring(0, 8);
    private final LocalDate day =
            HomeZone.today().minusDays(40 + ThreadLocalRandom.current().nextInt(40));
    private Staff supervisor;

    @BeforeEach
    void somebody_supervises() {
        supervisor = people.staff(Role.SUPERVISOR);
    }

    @AfterEach
    void nothing_is_left() {
        run("delete from review_task where topic = $1", topic);
    }

    @Test
    void a_share_too_high_on_three_days_is_looked_into_until_somebody_says_what_helped() {
        for (int i = 0; i < 3; i++) {
            rated(day.minusDays(i), 1);
            rated(day.plusDays(2 + i), 5);
        }
        facts.anew().await().indefinitely();
        as().get("/api/v1/alarms/rules/DISSATISFIED_SHARE/trial?threshold=20&least=6")
                .then()
                .statusCode(200)
                .body("rung.findAll { it.topic == '" + topic + "' }.day", equalTo(List.of(day.toString())));

        look();
        look();

        var id = as().get("/api/v1/review-tasks")
                .then()
                .statusCode(200)
                .body("findAll { it.topic == '" + topic + "' }.state", equalTo(List.of("OPEN")))
                .extract()
                .<String>path("find { it.topic == '" + topic + "' }.id");
        var task = "/api/v1/review-tasks/" + id;
        as().get(task + "/conversations").then().statusCode(200).body("", hasSize(3 * A_DAY));
        to(task, "ANALYSED").statusCode(409);
        put(task + "/analysis", Map.of("cause", "PROCESS", "words", "水壶说明书写错了", "owner", UUID.randomUUID()))
                .statusCode(400);
        put(
                        task + "/analysis",
                        Map.of(
                                "cause",
                                "PROCESS",
                                "words",
                                "水壶说明书写错了",
                                "owner",
                                supervisor.id().value()))
                .statusCode(200)
                .body("task.owner", equalTo(supervisor.name()))
                .body("task.seen.share.hits", equalTo(List.of(A_DAY, A_DAY, A_DAY)));
        to(task, "ANALYSED").statusCode(200);
        to(task, "ACTING").statusCode(409);
        var measure = as().body(Map.of("words", "改说明书", "due", day.toString()))
                .post(task + "/measures")
                .then()
                .statusCode(200)
                .body("task.measures.overdue", equalTo(List.of(true)))
                .extract()
                .<String>path("task.measures[0].id");
        to(task, "ACTING").statusCode(200);
        to(task, "CHECKING").statusCode(409);
        put(
                        task + "/measures/" + measure,
                        Map.of(
                                "words",
                                "改说明书",
                                "due",
                                day.toString(),
                                "done",
                                true,
                                "doneOn",
                                day.plusDays(1).toString()))
                .statusCode(200);
        to(task, "CHECKING")
                .statusCode(200)
                .body("effect.days", equalTo(28))
                .body("effect.before.hits", equalTo(3 * A_DAY))
                .body("effect.after.n", equalTo(3 * A_DAY))
                .body("effect.after.hits", equalTo(0));
        to(task, "CLOSED").statusCode(409);
        put(task + "/verdict", Map.of("verdict", "HELPED", "words", "没人再投诉说明书")).statusCode(200);
        to(task, "CLOSED")
                .statusCode(200)
                .body("effect.before.hits", equalTo(3 * A_DAY))
                .body(
                        "history.kind",
                        hasItems("OPENED", "ANALYSED", "MEASURE_ADDED", "MEASURE_DONE", "JUDGED", "MOVED"));

        to(task, "CHECKING").statusCode(200);
        to(task, "CANCELLED").statusCode(400);
        put(task + "/state", Map.of("state", "CANCELLED", "reason", "另开一个"))
                .statusCode(200)
                .body("history[-1].words", equalTo("另开一个"))
                .body("history[-1].by", equalTo(supervisor.name()));
        look();

        as().get("/api/v1/review-tasks")
                .then()
                .body("findAll { it.topic == '" + topic + "' }.state", equalTo(List.of("CANCELLED")));
    }

    private void rated(LocalDate on, int score) {
        for (int i = 0; i < A_DAY; i++) {
            var at = on.atTime(11, i).atZone(HomeZone.id()).toInstant();
            history.rated(history.chat(history.customer(), topic, at), score);
        }
    }

    private void look() {
        // A day is looked at once.
        run("delete from alarm_look where day = $1", day);
        looks.look(List.of(new AlarmStore.Setting(AlarmRule.DISSATISFIED_SHARE, true, 20, 6, List.of())), day)
                .await()
                .indefinitely();
        run("delete from alarm_look where day = $1", day);
    }

    private void run(String sql, Object parameter) {
        database.preparedQuery(sql).execute(Tuple.of(parameter)).await().indefinitely();
    }

    private ValidatableResponse to(String task, String state) {
        return put(task + "/state", Map.of("state", state));
    }

    private ValidatableResponse put(String address, Map<String, ?> body) {
        return as().body(body).put(address).then();
    }

    private RequestSpecification as() {
        return given().contentType(ContentType.JSON).cookie("yiwen_session", people.token(supervisor));
    }
}
