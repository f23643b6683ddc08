package dev.yiwen.quality.alarm;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.quality.metric.FactKeeping;
import dev.yiwen.quality.metric.History;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlarmLooksTest {
    private static final int USUAL = 2;
    private static final int MANY = 59;

    @Inject
    AlarmLooks looks;

    @Inject
    AlarmStore store;

    @Inject
    FactKeeping facts;

    @Inject
    History history;

    @Inject
    People people;

    @Inject
    Pool database;

    // A matter of this run's own.
    private final String topic = "lamps-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_surge_rings_once_is_acknowledged_closed_opened_again_and_muted() {
        // Others write their conversations today; a second try of this has another day, or the sum of both would
        // explain each.
        var day = HomeZone.today().minusDays(30 + ThreadLocalRandom.current().nextInt(50));
        quietWeeks(day);
        for (int i = 0; i < MANY; i++) {
            history.chat(history.customer(), topic, at(day, i));
        }
        facts.anew().await().indefinitely();
        try {
            supervisor()
                    .get("/api/v1/alarms/rules/CONTACTS/trial")
                    .then()
                    .statusCode(200)
                    .body("rung.findAll { it.topic == '" + topic + "' }.day", equalTo(List.of(day.toString())));
            look(AlarmRule.CONTACTS, day);
            look(AlarmRule.CONTACTS, day);

            var id = supervisor()
                    .get("/api/v1/alarms/open")
                    .then()
                    .statusCode(200)
                    .body("findAll { it.topic == '" + topic + "' }.count", equalTo(List.of(MANY)))
                    .extract()
                    .<String>path("find { it.topic == '" + topic + "' }.id");
            supervisor()
                    .get("/api/v1/alarms/" + id + "/course")
                    .then()
                    .statusCode(200)
                    .body("find { it.day == '" + day + "' }.count", equalTo(MANY));
            post(id, "acknowledge").body("acknowledgedBy", not(equalTo(null)));
            post(id, "close").body("closedBy", not(equalTo(null)));
            post(id, "reopen").body("closedAt", equalTo(null));
            supervisor()
                    .contentType(ContentType.JSON)
                    .body(Map.of("until", Instant.now().plus(Duration.ofDays(2)).toString()))
                    .put("/api/v1/alarms/" + id + "/mute")
                    .then()
                    .statusCode(200);
            post(id, "close");
            look(AlarmRule.CONTACTS, day);

            supervisor().get("/api/v1/alarms/open").then().body("topic", not(hasItem(topic)));
        } finally {
            forget();
        }
    }

    @Test
    void a_threshold_rings_while_it_is_reached() {
        rule("OVERDUE_TICKETS", Map.of("active", true, "threshold", 100_000));
        looks.round().await().indefinitely();
        supervisor().get("/api/v1/alarms/open").then().body("rule", not(hasItem("OVERDUE_TICKETS")));

        database.preparedQuery("""
                        with t as (insert into ticket (id, kind, title, details) values ($1, 'OTHER', '灯', '') returning id)
                        insert into ticket_step (ticket_id, step, warn_at, due_at) select id, 'RESPOND', now() - interval '2 hours', now() - interval '1 hour' from t
                        """).execute(Tuple.of(UUID.randomUUID())).await().indefinitely();
        rule("OVERDUE_TICKETS", Map.of("active", true, "threshold", 1));
        looks.round().await().indefinitely();
        supervisor().get("/api/v1/alarms/open").then().body("rule", hasItem("OVERDUE_TICKETS"));

        rule("OVERDUE_TICKETS", Map.of("active", true, "threshold", 100_000));
        looks.round().await().indefinitely();
        supervisor().get("/api/v1/alarms/open").then().body("rule", not(hasItem("OVERDUE_TICKETS")));
        rule("OVERDUE_TICKETS", Map.of("active", false));
    }

    @Test
    void a_threshold_that_goes_up_and_down_rings_once_and_a_surge_that_nobody_closes_is_over_after_a_week() {
        var rule = AlarmRule.UNASSIGNED_TICKETS;
        var day = HomeZone.today();
        ring(Ringing.reached(rule, day, 3));
        store.over(rule).await().indefinitely();
        supervisor().get("/api/v1/alarms/open").then().body("rule", hasItem(rule.name()));
        run(
                "update alarm set reached_at = now() - interval '11 minutes' where rule = 'UNASSIGNED_TICKETS' and closed_at is null");
        store.over(rule).await().indefinitely();
        supervisor().get("/api/v1/alarms/open").then().body("rule", not(hasItem(rule.name())));

        var stream = new AlarmStream(AlarmRule.REPEATS, topic, "");
        ring(new Ringing(stream, Ringing.Kind.SURGE, day.minusDays(10), 30, 2.0, 1e-9, List.of()));
        look(AlarmRule.REPEATS, day.minusDays(1));
        try {
            supervisor().get("/api/v1/alarms/open").then().body("topic", not(hasItem(topic)));
        } finally {
            forget();
        }
    }

    @Test
    void a_rule_that_makes_no_sense_is_refused() {
        supervisor()
                .contentType(ContentType.JSON)
                .body(Map.of("active", true, "threshold", 0))
                .put("/api/v1/alarms/rules/QUEUE_LENGTH")
                .then()
                .statusCode(400);
        supervisor()
                .contentType(ContentType.JSON)
                .body(Map.of("active", true, "emails", List.of("nobody")))
                .put("/api/v1/alarms/rules/CONTACTS")
                .then()
                .statusCode(400);
        supervisor().get("/api/v1/alarms/rules/MOON/trial").then().statusCode(404);
    }

    private void quietWeeks(LocalDate day) {
        for (int back = Expected.DAYS; back >= 1; back--) {
            for (int i = 0; i < USUAL; i++) {
                history.chat(history.customer(), topic, at(day.minusDays(back), i));
            }
        }
    }

    private void look(AlarmRule rule, LocalDate day) {
        // A day is looked at once.
        database.preparedQuery("delete from alarm_look where day = $1")
                .execute(Tuple.of(day))
                .await()
                .indefinitely();
        looks.look(List.of(new AlarmStore.Setting(rule, true, null, null, List.of())), day)
                .await()
                .indefinitely();
    }

    private void forget() {
        for (var sql : List.of(
                "delete from alarm where topic = $1",
                "delete from alarm_mute where topic = $1",
                "delete from alarm_rise where topic = $1")) {
            database.preparedQuery(sql).execute(Tuple.of(topic)).await().indefinitely();
        }
        run("delete from alarm_look");
    }

    private void ring(Ringing what) {
        store.ring(database, what).await().indefinitely();
    }

    private void run(String sql) {
        database.query(sql).execute().await().indefinitely();
    }

    private void rule(String rule, Map<String, ?> wish) {
        supervisor()
                .contentType(ContentType.JSON)
                .body(wish)
                .put("/api/v1/alarms/rules/" + rule)
                .then()
                .statusCode(200);
    }

    private io.restassured.response.ValidatableResponse post(String id, String what) {
        return supervisor().post("/api/v1/alarms/" + id + "/" + what).then().statusCode(200);
    }

    private RequestSpecification supervisor() {
        return given().cookie("yiwen_session", people.token(people.staff(Role.SUPERVISOR)));
    }

    private static Instant at(LocalDate day, int minute) {
        return day.atTime(10, minute).atZone(HomeZone.id()).toInstant();
    }
}
