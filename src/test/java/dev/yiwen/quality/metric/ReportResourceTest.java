package dev.yiwen.quality.metric;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The days are of years that are nobody else's, others in each run. */
@QuarkusTest
class ReportResourceTest {
    private static final LocalDate DAY =
            LocalDate.of(1901, 6, 1).plusDays(ThreadLocalRandom.current().nextInt(14_000));

    @Inject
    People people;

    @Inject
    History history;

    @Inject
    FactKeeping facts;

    @Test
    void the_registry_says_of_every_figure_in_words_what_it_is() {
        for (var language : List.of("zh-CN", "en")) {
            supervisor()
                    .queryParam("language", language)
                    .get("/api/v1/reports/metrics")
                    .then()
                    .statusCode(200)
                    .body("", hasSize(Metric.values().length))
                    .body("formula", everyItem(not(startsWith("quality."))))
                    .body("leftOut", everyItem(not(startsWith("quality."))));
        }
    }

    @Test
    void a_table_has_the_whole_and_its_parts() {
        var at = DAY.atTime(9, 0).atZone(HomeZone.id()).toInstant();
        history.rated(history.chat(history.customer(), "billing", at), 5);
        history.rated(history.chat(history.customer(), "network", at), 1);
        facts.round().await().indefinitely();

        var bytes = asked("SATISFACTION")
                .queryParam("by", "TOPIC")
                .queryParam("language", "en")
                .get("/api/v1/reports/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(new String(bytes, StandardCharsets.UTF_8).lines().skip(1))
                .hasSize(3)
                .anySatisfy(it -> assertThat(it).contains("\"Satisfaction\",\"1\"", "\"2\",\"0.5000\""))
                .anySatisfy(it -> assertThat(it).contains("\"billing\",\"1\",\"1.0000\""));
        asked("SATISFACTION")
                .queryParam("which", "MISS")
                .get("/api/v1/reports/conversations")
                .then()
                .statusCode(200)
                .body("conversations.topic", equalTo(List.of("network")));
    }

    @Test
    void a_way_of_the_journey_opens_those_that_went_it() {
        var day = DAY.plusDays(40);
        var at = day.atTime(9, 0).atZone(HomeZone.id()).toInstant();
        var customer = history.customer();
        var served = history.chat(customer, "billing", at);
        history.handoff(
                served, 1, at.plusSeconds(30), people.staff(Role.AGENT), at.plusSeconds(40), at.plusSeconds(500));
        history.chat(customer, "billing", at.plusSeconds(86_400));
        facts.round().await().indefinitely();

        during(day)
                .get("/api/v1/reports/journey")
                .then()
                .statusCode(200)
                .body("links.find { it.from == 'WEB' && it.to == 'BOT' }.n", equalTo(2))
                .body("links.find { it.from == 'QUEUE' && it.to == 'AGENT' }.n", equalTo(1))
                .body("links.find { it.from == 'SETTLED' && it.to == 'BACK' }.n", equalTo(1))
                .body("stays.find { it.station == 'QUEUE' }.medianMs", equalTo(10_000));
        during(day)
                .queryParams("metric", "CONTACTS", "way", "BOT>QUEUE")
                .get("/api/v1/reports/conversations")
                .then()
                .statusCode(200)
                .body("conversations.conversationId", equalTo(List.of(served.toString())));
        assertThat(during(day)
                        .queryParams("metric", "CONTACTS", "way", "BOT>QUEUE")
                        .get("/api/v1/reports/conversations/export")
                        .asString()
                        .lines())
                .as("a head, and what the page shows")
                .hasSize(2);
        // The bot and an agent in the first contact, the bot again in the second: one case.
        during(day)
                .queryParams("metric", "NODES_PER_CASE")
                .get("/api/v1/reports")
                .then()
                .statusCode(200)
                .body("all.n", equalTo(1))
                .body("all.value", equalTo(3.0f));
    }

    @Test
    void what_is_no_figure_and_what_are_no_days_is_refused() {
        asked("HAPPINESS").get("/api/v1/reports").then().statusCode(400);
        supervisor()
                .queryParam("metric", "CONTACTS")
                .queryParam("from", "1999-05-04")
                .queryParam("to", "1999-05-03")
                .get("/api/v1/reports")
                .then()
                .statusCode(400);
    }

    @Test
    void weights_are_a_whole() {
        supervisor()
                .contentType(ContentType.JSON)
                .body(Map.of("efficiency", 50, "attitude", 50, "process", 50))
                .put("/api/v1/reports/index/weights")
                .then()
                .statusCode(400);
        supervisor()
                .contentType(ContentType.JSON)
                .body(Map.of("efficiency", 20, "attitude", 30, "process", 50))
                .put("/api/v1/reports/index/weights")
                .then()
                .statusCode(200);
        supervisor().get("/api/v1/reports/index").then().statusCode(200).body("weights.process", equalTo(50));
        supervisor()
                .contentType(ContentType.JSON)
                .body(Map.of("efficiency", 30, "attitude", 25, "process", 45))
                .put("/api/v1/reports/index/weights")
                .then()
                .statusCode(200);
    }

    @Test
    void a_topic_gathers_the_words_that_lead_to_it() {
        var day = DAY.plusDays(10);
        var at = day.atTime(9, 0).atZone(HomeZone.id()).toInstant();
        var customer = history.customer();
        history.chat(customer, "zithers", at);
        history.chat(customer, "lutes", at.plusSeconds(86_400));
        topics(List.of(
                Map.of("id", "strings", "parent", "music", "name", "弦乐", "words", List.of("zithers", "lutes")),
                Map.of("id", "music", "name", "音乐", "words", List.of())));
        facts.round().await().indefinitely();

        supervisor()
                .queryParam("metric", "REPEAT_CONTACTS")
                .queryParam("from", day.toString())
                .queryParam("to", day.plusDays(1).toString())
                .queryParam("by", "TOPIC")
                .get("/api/v1/reports")
                .then()
                .statusCode(200)
                .body("parts.name", hasItem("弦乐"))
                .body("all.value", equalTo(0.5f));
        // All that stands below a topic is of it.
        during(day)
                .queryParams("metric", "CONTACTS", "by", "MAIN_TOPIC")
                .get("/api/v1/reports")
                .then()
                .statusCode(200)
                .body("parts.name", hasItem("音乐"));
        during(day)
                .queryParams("metric", "CONTACTS", "topic", "music")
                .get("/api/v1/reports")
                .then()
                .statusCode(200)
                .body("all.n", equalTo(2));
        during(day)
                .queryParams("metric", "CONTACTS", "topic", "music")
                .get("/api/v1/reports/conversations")
                .then()
                .statusCode(200)
                .body("conversations", hasSize(2));
        as(Role.EDITOR)
                .contentType(ContentType.JSON)
                .body(List.of(Map.of("id", "ring", "parent", "ring", "name", "环", "words", List.of())))
                .put("/api/v1/topics")
                .then()
                .statusCode(400);
        topics(List.of());
    }

    private void topics(List<?> tree) {
        as(Role.EDITOR)
                .contentType(ContentType.JSON)
                .body(tree)
                .put("/api/v1/topics")
                .then()
                .statusCode(200)
                .body("", hasSize(tree.size()));
    }

    private RequestSpecification asked(String metric) {
        return supervisor()
                .queryParam("metric", metric)
                .queryParam("from", DAY.toString())
                .queryParam("to", DAY.toString());
    }

    /** And the day after. */
    private RequestSpecification during(LocalDate day) {
        return supervisor()
                .queryParam("from", day.toString())
                .queryParam("to", day.plusDays(1).toString());
    }

    private RequestSpecification supervisor() {
        return as(Role.SUPERVISOR);
    }

    private RequestSpecification as(Role role) {
        return given().cookie("yiwen_session", people.token(people.staff(role)));
    }
}
