package dev.yiwen.handoff.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConversationResourceTest {
    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Presence presence;

    @BeforeEach
    void nobodyElseIsThere() {
        scene.startsEmpty();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void an_agent_picks_reads_and_closes_a_conversation() {
        var agent = people.staff(Role.AGENT);
        var id = scene.waiting(Code.CALL).id();
        scene.customerSaid(id, "宽带断了");

        as(agent).post(path(id, "/pick")).then().statusCode(200).body("owner.name", equalTo(agent.name()));
        as(agent).get(path(id, "")).then().statusCode(200).body("messages.body.text", hasItem("宽带断了"));
        as(agent).get(path(id, "/packet")).then().statusCode(200).body("summary.size()", equalTo(0));
        as(agent)
                .get("/api/v1/conversations?state=mine")
                .then()
                .statusCode(200)
                .body("conversationId", hasItem(id.value().toString()));
        as(agent)
                .body(Map.of("disposition", "resolved", "notes", "已重启光猫"))
                .post(path(id, "/close"))
                .then()
                .statusCode(200)
                .body("owner.kind", equalTo("nobody"));
        as(agent)
                .get("/api/v1/conversations?state=closed")
                .then()
                .statusCode(200)
                .body("find { it.conversationId == '" + id.value() + "' }.disposition", equalTo("resolved"));
    }

    @Test
    void a_conversation_does_not_end_over_what_its_agent_has_not_read() {
        var agent = people.staff(Role.AGENT);
        var id = scene.waiting(Code.WISH_FOR_HUMAN).id();
        as(agent).post(path(id, "/pick")).then().statusCode(200);
        var read = scene.now(id).lastSeq();
        scene.customerSaid(id, "等一下，还有一件事");

        as(agent)
                .body(Map.of("disposition", "resolved", "lastSeq", read))
                .post(path(id, "/close"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:yiwen:problem:unseen-messages"));
        as(agent).get(path(id, "")).then().body("conversation.owner.kind", equalTo("agent"));

        as(agent)
                .body(Map.of("disposition", "resolved", "lastSeq", read + 1))
                .post(path(id, "/close"))
                .then()
                .statusCode(200)
                .body("owner.kind", equalTo("nobody"));
    }

    @Test
    void an_agent_hands_a_conversation_on_to_a_colleague_who_is_there() {
        var agent = people.staff(Role.AGENT);
        var colleague = people.staff(Role.AGENT);
        presence.say(colleague.id(), true).await().indefinitely();
        var id = scene.waiting(Code.WISH_FOR_HUMAN).id();
        as(agent).post(path(id, "/pick")).then().statusCode(200);

        as(agent)
                .get("/api/v1/handoff/colleagues")
                .then()
                .statusCode(200)
                .body("agents.id", hasItem(colleague.id().value().toString()));
        as(agent)
                .body(Map.of("agent", colleague.id().value().toString(), "note", "请接着处理"))
                .post(path(id, "/transfer"))
                .then()
                .statusCode(200)
                .body("owner.kind", equalTo("queue"));
    }

    @Test
    void the_second_who_picks_is_told_that_it_is_gone() {
        var id = scene.waiting(Code.CALL).id();
        as(people.staff(Role.AGENT)).post(path(id, "/pick")).then().statusCode(200);

        as(people.staff(Role.AGENT))
                .post(path(id, "/pick"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json");
    }

    @Test
    void a_colleagues_conversation_is_shut_to_agents_but_not_to_supervisors() {
        var id = scene.waiting(Code.CALL).id();
        as(people.staff(Role.AGENT)).post(path(id, "/pick")).then().statusCode(200);
        var other = as(people.staff(Role.AGENT));

        other.get(path(id, "")).then().statusCode(403);
        other.get(path(id, "/packet")).then().statusCode(403);
        other.body(Map.of()).post(path(id, "/close")).then().statusCode(403);
        other.post(path(id, "/back-to-bot")).then().statusCode(403);
        as(people.staff(Role.SUPERVISOR)).get(path(id, "")).then().statusCode(200);
        as(people.staff(Role.SUPERVISOR)).post(path(id, "/pick")).then().statusCode(403);
    }

    @Test
    void a_conversation_with_the_bot_concerns_no_agent() {
        var id = scene.withBot(people.visitor()).id();

        as(people.staff(Role.AGENT)).get(path(id, "")).then().statusCode(403);
    }

    @Test
    void the_bot_gets_a_conversation_back() {
        var agent = people.staff(Role.AGENT);
        var id = scene.waiting(Code.CALL).id();
        as(agent).post(path(id, "/pick")).then().statusCode(200);

        as(agent).post(path(id, "/back-to-bot")).then().statusCode(200).body("owner.kind", equalTo("bot"));
        as(agent).post(path(id, "/back-to-bot")).then().statusCode(403);
    }

    @Test
    void the_next_is_taken_until_nobody_waits() {
        var agent = people.staff(Role.AGENT);
        var id = scene.waiting(Code.CALL).id();

        as(agent)
                .post("/api/v1/handoff/next")
                .then()
                .statusCode(200)
                .body("id", equalTo(id.value().toString()));
        as(agent).post("/api/v1/handoff/next").then().statusCode(204);
    }

    @Test
    void who_waits_stands_in_the_queue() {
        var id = scene.waiting(Code.CALL).id();

        as(people.staff(Role.AGENT))
                .get("/api/v1/conversations?state=queue")
                .then()
                .statusCode(200)
                .body("conversationId", hasItem(id.value().toString()))
                .body("offeredTo", not(hasItem("x")));
    }

    @Test
    void customers_and_editors_are_kept_out() {
        var id = scene.waiting(Code.CALL).id();

        given().header("Authorization", "Bearer " + people.token(people.visitor()))
                .get(path(id, ""))
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        as(people.staff(Role.EDITOR)).get(path(id, "")).then().statusCode(403);
        given().get(path(id, "")).then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void nonsense_is_not_found_or_invalid() {
        var agent = people.staff(Role.AGENT);

        as(agent).get("/api/v1/conversations/" + UUID.randomUUID()).then().statusCode(404);
        as(agent).get("/api/v1/conversations/nonsense").then().statusCode(404);
        as(agent).get("/api/v1/conversations?state=nonsense").then().statusCode(400);
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }

    private static String path(ConversationId id, String rest) {
        return "/api/v1/conversations/" + id.value() + rest;
    }
}
