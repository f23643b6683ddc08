package dev.yiwen.quality.rating;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.quality.Satisfaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RatingResourceTest {
    @Inject
    Satisfaction satisfaction;

    @Inject
    Conversations conversations;

    @Inject
    AgentQueue queue;

    @Inject
    Scene scene;

    @Inject
    People people;

    @Inject
    Pool database;

    private Staff agent;

    @BeforeEach
    void an_agent_is_there() {
        scene.startsEmpty();
        agent = people.staff(Role.AGENT);
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void an_agent_sees_their_own_whomever_they_ask_for() {
        var other = people.staff(Role.AGENT);
        rated(other, 1, "别人的");
        var mine = rated(agent, 5, "耐心，回电13812345678");

        as(agent)
                .queryParam("agent", other.id().value().toString())
                .get("/api/v1/ratings")
                .then()
                .statusCode(200)
                .body("ratings.conversationId", contains(mine.toString()))
                .body("ratings[0].comment", equalTo("耐心，回电[手机号]"))
                .body("overview.ratings", equalTo(1));
    }

    @Test
    void a_supervisor_sees_average_and_distribution_of_the_agent_whom_they_choose() {
        rated(agent, 5, null);
        rated(agent, 4, null);
        rated(agent, 1, "等太久");

        seenBySupervisor("agent", agent.id().value().toString())
                .body("overview.average", equalTo(10 / 3f))
                .body("overview.scores", contains(1, 0, 0, 1, 1))
                .body("ratings.agent.name", everyItem(equalTo(agent.name())));
    }

    @Test
    void a_score_narrows_the_list_and_leaves_the_distribution() {
        rated(agent, 5, null);
        var bad = rated(agent, 1, null);

        seenBySupervisor("agent", agent.id().value().toString(), "score", "1")
                .body("ratings.conversationId", contains(bad.toString()))
                .body("overview.ratings", equalTo(2));
    }

    @Test
    void days_are_those_of_shanghai_and_the_last_one_counts_to_its_end() {
        var lateOnTheFirst = rated(agent, 3, null);
        var earlyOnTheSecond = rated(agent, 4, null);
        at(lateOnTheFirst, "2026-03-01T23:59:59+08:00");
        at(earlyOnTheSecond, "2026-03-02T00:00:01+08:00");

        seenBySupervisor("agent", agent.id().value().toString(), "from", "2026-03-01", "to", "2026-03-01")
                .body("ratings.conversationId", contains(lateOnTheFirst.toString()));
        seenBySupervisor("agent", agent.id().value().toString(), "from", "2026-03-02", "to", "2026-03-02")
                .body("ratings.conversationId", contains(earlyOnTheSecond.toString()));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        var all = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var rated = rated(agent, 3, null);
            // At one moment, as after an import.
            at(rated, "2026-03-01T12:00:00+08:00");
            all.add(rated.toString());
        }

        var seen = new ArrayList<String>();
        var page = seenBySupervisor("agent", agent.id().value().toString(), "size", "2");
        for (var next = collect(page, seen); next != null; next = collect(page, seen)) {
            page = seenBySupervisor("agent", agent.id().value().toString(), "size", "2", "after", next);
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void the_table_opens_in_a_spreadsheet_and_runs_no_formula() {
        rated(agent, 2, "=HYPERLINK(\"http://x\"),\n第二行");

        var table = as(agent)
                .get("/api/v1/ratings/export")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asByteArray();

        assertThat(new String(table, StandardCharsets.UTF_8))
                .startsWith("\uFEFF\"时间\",\"坐席\",\"客户\",\"评分\",\"评价\",\"会话\"\r\n")
                .contains("\"2\",\"'=HYPERLINK(\"\"http://x\"\"),\n第二行\"");
    }

    @Test
    void what_nobody_but_the_bot_had_is_found_apart() {
        var withBot = scene.withBot(people.visitor());
        conversations.close(withBot.id(), withBot.epoch()).await().indefinitely();
        satisfaction.rate(withBot.id(), 2, null).await().indefinitely();

        seenBySupervisor("agent", "bot")
                .body("ratings.conversationId", hasItem(withBot.id().value().toString()))
                .body("ratings.agent", everyItem(equalTo(null)));
    }

    @Test
    void nonsense_is_refused_and_customers_and_editors_are_kept_out() {
        as(agent).queryParam("from", "gestern").get("/api/v1/ratings").then().statusCode(400);
        as(agent).queryParam("after", "x").get("/api/v1/ratings").then().statusCode(400);
        as(people.staff(Role.EDITOR)).get("/api/v1/ratings").then().statusCode(403);
        as(agent).get("/api/v1/ratings/agents").then().statusCode(403);
        given().header("Authorization", "Bearer " + people.token(people.visitor()))
                .get("/api/v1/ratings/export")
                .then()
                .statusCode(403);
    }

    private static @Nullable String collect(ValidatableResponse page, List<String> seen) {
        seen.addAll(page.extract().path("ratings.conversationId"));
        return page.extract().path("next");
    }

    private UUID rated(Staff by, int score, @Nullable String words) {
        var served = queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), by.id())
                .await()
                .indefinitely();
        conversations.close(served.id(), served.epoch()).await().indefinitely();
        satisfaction.rate(served.id(), score, words).await().indefinitely();
        return served.id().value();
    }

    private void at(UUID conversation, String time) {
        database.preparedQuery("update satisfaction set at = $2::text::timestamptz where conversation_id = $1")
                .execute(Tuple.of(conversation, time))
                .await()
                .indefinitely();
    }

    private ValidatableResponse seenBySupervisor(String... query) {
        var asked = as(people.staff(Role.SUPERVISOR));
        for (int i = 0; i < query.length; i += 2) {
            asked = asked.queryParam(query[i], query[i + 1]);
        }
        return asked.get("/api/v1/ratings").then().statusCode(200);
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff));
    }
}
