package dev.yiwen.quality.score;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class ScoringTest {
    private static final String RUDE = "这个不归我管，电话13812345678你自己看";

    @Inject
    ScoresNow scores;

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
    private Staff supervisor;

    @BeforeEach
    void an_agent_is_there() {
        scene.startsEmpty();
        agent = people.staff(Role.AGENT);
        supervisor = people.staff(Role.SUPERVISOR);
    }

    @AfterEach
    void clear() {
        database.query("delete from criteria_version").execute().await().indefinitely();
        scene.clear();
    }

    @Test
    void a_conversation_is_scored_at_its_end_and_again_when_something_comes_after() {
        var served = ended(agent, RUDE);
        scores.round();
        var id = served.id().value();

        long seq = seqOf(id, RUDE);
        seen(agent, id)
                .body("scores.who", contains(agent.id().value().toString()))
                .body("findings.findAll { it.outcome == 'BROKEN' }.criterion", hasItem("forbidden"))
                .body("findings.find { it.criterion == 'forbidden' }.seqs", contains((int) seq))
                .body("findings.findAll { it.outcome == 'BROKEN' }.seqs", everyItem(not(empty())))
                .body("transcript.text", hasItem(RUDE.replace("13812345678", "[手机号]")));
        as(people.staff(Role.AGENT)).get("/api/v1/scores/" + id).then().statusCode(404);
        seen(supervisor, id).body("scores.who", hasItem("all"));

        scene.customerSaid(served.id(), "我要投诉你们");
        scores.round();
        seen(supervisor, id)
                .body("findings.find { it.criterion == 'complaint' }.outcome", equalTo("BROKEN"))
                .body("findings.find { it.criterion == 'repeat-contact' }.outcome", equalTo("KEPT"));

        satisfaction.rate(served.id(), 1, null).await().indefinitely();
        scores.round();
        seen(supervisor, id).body("findings.find { it.criterion == 'satisfaction' }.outcome", equalTo("BROKEN"));

        var again = conversations
                .openOrResume(served.customer(), Channel.WEB)
                .await()
                .indefinitely();
        scene.customerSaid(again.id(), "还是没好");
        scene.close(again.id());
        scores.round();
        scores.round();
        seen(supervisor, id).body("findings.find { it.criterion == 'repeat-contact' }.outcome", equalTo("BROKEN"));
    }

    @Test
    void an_appeal_is_decided_by_somebody_else_and_the_score_worked_out_anew() {
        var both = people.staff(Role.AGENT, Role.SUPERVISOR);
        var served = ended(both, RUDE);
        scores.round();
        var id = served.id().value();
        int before = compliance(id);

        as(both).body(Map.of("conversationId", id, "criterion", "forbidden", "word", "客户问的是别家的业务"))
                .post("/api/v1/score-appeals")
                .then()
                .statusCode(204);
        as(both).body(Map.of("conversationId", id, "criterion", "forbidden", "word", "再说一遍"))
                .post("/api/v1/score-appeals")
                .then()
                .statusCode(409);
        as(agent)
                .body(Map.of("conversationId", id, "criterion", "forbidden", "word", "不是我的"))
                .post("/api/v1/score-appeals")
                .then()
                .statusCode(409);
        String appeal = as(supervisor)
                .get("/api/v1/score-appeals?open=true")
                .then()
                .extract()
                .path("find { it.conversationId == '" + id + "' }.id");
        var overturned = Map.of("overturned", true, "note", "说得有理");
        as(both).body(overturned)
                .put("/api/v1/score-appeals/" + appeal)
                .then()
                .statusCode(403)
                .body("type", containsString("own-work"));
        as(agent).body(overturned).put("/api/v1/score-appeals/" + appeal).then().statusCode(403);
        as(supervisor)
                .body(overturned)
                .put("/api/v1/score-appeals/" + appeal)
                .then()
                .statusCode(204);
        as(supervisor)
                .body(overturned)
                .put("/api/v1/score-appeals/" + appeal)
                .then()
                .statusCode(409);

        seen(both, id)
                .body("findings.find { it.criterion == 'forbidden' }.outcome", equalTo("OVERTURNED"))
                .body("findings.find { it.criterion == 'forbidden' }.appeal.note", equalTo("说得有理"));
        org.assertj.core.api.Assertions.assertThat(compliance(id)).isEqualTo(before + 20);
        // What was decided outlives the next look.
        scene.customerSaid(served.id(), "好吧");
        scores.round();
        seen(supervisor, id).body("findings.find { it.criterion == 'forbidden' }.outcome", equalTo("OVERTURNED"));
        as(supervisor)
                .get("/api/v1/score-appeals/rates")
                .then()
                .body("find { it.criterion == 'forbidden' }.overturned", greaterThan(0));
    }

    @Test
    void other_criteria_are_previewed_saved_as_a_version_and_used_when_somebody_wants_it() {
        var served = ended(agent, "您好，请看那个什么天书说明");
        scores.round();
        var id = served.id().value();
        String criteria = """
                {"version": 0, "criteria": [{"key": "book", "name": "天书", "english": "Book", "score": "COMPLIANCE", "points": 50,
                "attitude": 0, "of": ["AGENT"], "medium": "ANY", "enabled": true, "rule": {"kind": "words",
                "cue": {"side": "AGENT", "words": ["天书"]}, "where": "ANY", "demanded": false}}]}
                """;
        as(supervisor)
                .body(criteria)
                .post("/api/v1/score-criteria/preview")
                .then()
                .statusCode(200)
                .body("looked", greaterThan(0))
                .body("changed", greaterThan(0));
        as(agent).body(criteria).put("/api/v1/score-criteria").then().statusCode(403);
        as(supervisor)
                .body(criteria)
                .put("/api/v1/score-criteria")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        as(supervisor).body(criteria).put("/api/v1/score-criteria").then().statusCode(409);
        as(supervisor)
                .body(criteria.replace("50", "101"))
                .put("/api/v1/score-criteria")
                .then()
                .statusCode(400);
        scores.round();
        seen(supervisor, id).body("scores.version", everyItem(equalTo(0)));

        as(supervisor)
                .post("/api/v1/score-criteria/rescoring")
                .then()
                .statusCode(200)
                .body("conversations", greaterThan(0));
        scores.round();
        seen(supervisor, id)
                .body("scores.version", everyItem(equalTo(1)))
                .body("findings.criterion", contains("book"))
                .body("scores.find { it.who == 'all' }.compliance", equalTo(50));
        as(agent)
                .get("/api/v1/scores?criterion=book")
                .then()
                .statusCode(200)
                .body("scores.conversationId", contains(id.toString()));
        as(supervisor).get("/api/v1/scores?score=warmth").then().statusCode(400);
        as(supervisor).get("/api/v1/scores?who=somebody").then().statusCode(400);
        as(people.staff(Role.EDITOR)).get("/api/v1/scores").then().statusCode(403);
    }

    private Conversation taken(Staff by) {
        return queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), by.id())
                .await()
                .indefinitely();
    }

    private Conversation ended(Staff by, String words) {
        var served = taken(by);
        said(served, by, words);
        conversations.close(served.id(), served.epoch()).await().indefinitely();
        return served;
    }

    private void said(Conversation in, Staff by, String words) {
        conversations
                .appendFromAgent(in.id(), by.id(), UUID.randomUUID().toString(), words)
                .await()
                .indefinitely();
    }

    private long seqOf(UUID conversation, String words) {
        return database.preparedQuery("select seq from message where conversation_id = $1 and body ->> 'text' = $2")
                .execute(Tuple.of(conversation, words))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private int compliance(UUID conversation) {
        return seen(supervisor, conversation).extract().path("scores.find { it.who == 'all' }.compliance");
    }

    private ValidatableResponse seen(Staff staff, UUID conversation) {
        return as(staff)
                .get("/api/v1/scores/" + conversation)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/json"));
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType("application/json");
    }
}
