package dev.yiwen.handoff.presence;

import static dev.yiwen.handoff.Scene.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.matching.Agents;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an agent when a call has ended. */
@QuarkusTest
class AfterCallsTest {
    @Inject
    AfterCalls afterCalls;

    @Inject
    Agents agents;

    @Inject
    AgentQueue queue;

    @Inject
    Conversations conversations;

    @Inject
    Plans plans;

    @Inject
    Presence presence;

    @Inject
    People people;

    @Inject
    Pool database;

    @Inject
    Scene scene;

    private Staff agent;
    private ConversationId call;

    @BeforeEach
    void an_agent_is_on_a_call() {
        scene.startsEmpty();
        agent = people.staff(Role.AGENT);
        await(presence.say(agent.id(), true));
        call = await(conversations.openCall(people.visitor(), "13900002222")).id();
        await(queue.pick(call, agent.id()));
    }

    @AfterEach
    void clear() {
        scene.startsEmpty();
    }

    @Test
    void after_a_call_nothing_is_offered_until_the_agent_ends_that_time() {
        hangUp();

        assertThat(isOffered()).isFalse();
        asAgent().post("/api/v1/after-call/end").then().statusCode(204);
        assertThat(isOffered()).isTrue();
        assertThat(afterCall()).isEmpty();
    }

    @Test
    void the_time_can_be_prolonged() {
        hangUp();
        var until = afterCall().orElseThrow().until();

        asAgent().post("/api/v1/after-call/prolong").then().statusCode(204);

        assertThat(afterCall().orElseThrow().until()).isEqualTo(until.plusSeconds(60));
    }

    @Test
    void without_a_call_there_is_nothing_to_prolong() {
        asAgent().post("/api/v1/after-call/prolong").then().statusCode(204);

        assertThat(afterCall()).isEmpty();
        assertThat(isOffered()).isTrue();
    }

    @Test
    void whoever_says_how_the_call_ended_is_free_again() {
        hangUp();
        asAgent()
                .get("/api/v1/conversations?state=unfinished")
                .then()
                .body("conversationId", contains(call.value().toString()));

        asAgent()
                .contentType("application/json")
                .body(Map.of("disposition", "resolved", "notes", "已处理"))
                .post("/api/v1/conversations/" + call.value() + "/close")
                .then()
                .statusCode(200);

        assertThat(afterCall()).isEmpty();
        assertThat(isOffered()).isTrue();
        asAgent().get("/api/v1/conversations?state=unfinished").then().body("", empty());
    }

    @Test
    void supervisors_see_who_writes_up_a_call_and_who_forgot_to() {
        hangUp();
        var mine = "agents.find { it.id == '" + agent.id().value() + "' }";
        floor().body(mine + ".afterCallUntil", notNullValue()).body(mine + ".forgotten", equalTo(0));

        asAgent().post("/api/v1/after-call/end").then().statusCode(204);

        floor().body(mine + ".afterCallUntil", equalTo(null)).body(mine + ".forgotten", equalTo(1));
    }

    @Test
    void a_caller_goes_before_whoever_writes_but_not_before_danger() {
        hangUp();
        var chat = scene.waiting(Code.LEGAL_OR_COMPLAINT).id();
        var caller =
                await(conversations.openCall(people.visitor(), "13900003333")).id();
        var danger = scene.waiting(Code.URGENT).id();
        var other = people.staff(Role.AGENT).id();

        assertThat(await(queue.next(other)).orElseThrow().id()).isEqualTo(danger);
        assertThat(await(queue.next(other)).orElseThrow().id()).isEqualTo(caller);
        assertThat(await(queue.next(other)).orElseThrow().id()).isEqualTo(chat);
    }

    private void hangUp() {
        scene.close(call);
        Awaitility.await().until(() -> afterCall().isPresent());
    }

    private Optional<AfterCalls.AfterCall> afterCall() {
        return Optional.ofNullable(await(afterCalls.of(Set.of(agent.id()))).get(agent.id()));
    }

    private boolean isOffered() {
        return await(agents.there(database, plans.current().plan())).stream()
                .anyMatch(it -> it.agent().equals(agent.id()));
    }

    private io.restassured.response.ValidatableResponse floor() {
        return given().cookie("yiwen_session", people.token(people.staff(Role.SUPERVISOR)))
                .get("/api/v1/supervision/floor")
                .then()
                .statusCode(200);
    }

    private RequestSpecification asAgent() {
        return given().cookie("yiwen_session", people.token(agent));
    }
}
