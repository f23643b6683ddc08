package dev.yiwen.handoff.desk;

import static dev.yiwen.handoff.Scene.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.note.Note;
import dev.yiwen.handoff.note.Notes;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor acts on who waits. */
@QuarkusTest
class SupervisedQueueTest {
    @Inject
    AgentQueue queue;

    @Inject
    Handoffs handoffs;

    @Inject
    Presence presence;

    @Inject
    Notes notes;

    @Inject
    People people;

    @Inject
    Scene scene;

    private Staff supervisor;
    private Conversation first;
    private Conversation second;

    @BeforeEach
    void two_wait() {
        scene.startsEmpty();
        supervisor = people.staff(Role.SUPERVISOR);
        first = scene.waiting(Code.LEGAL_OR_COMPLAINT);
        second = scene.waiting(Code.WISH_FOR_HUMAN);
    }

    @AfterEach
    void clear() {
        scene.startsEmpty();
    }

    @Test
    void whoever_is_put_first_is_served_first_but_after_danger() {
        var danger = scene.waiting(Code.URGENT);

        first(second, "老客户，已经等过一次").statusCode(204);
        await(handoffs.placeAnew(scene.now(second.id()).customer()));
        await(handoffs.follow(second.id()));

        assertThat(List.of(taken(), taken(), taken())).containsExactly(danger.id(), second.id(), first.id());
        assertThat(await(notes.of(second.id()))).extracting(Note::text).containsExactly("老客户，已经等过一次");
    }

    @Test
    void the_rules_place_again_whom_they_get_back() {
        first(second, "试一下").statusCode(204);

        as(supervisor).delete(path(second, "first")).then().statusCode(204);

        assertThat(List.of(taken(), taken())).containsExactly(first.id(), second.id());
    }

    @Test
    void whoever_is_assigned_is_the_agents_at_once_with_the_reason_as_a_note() {
        var agent = people.staff(Role.AGENT).id();
        await(presence.say(agent, true));

        assign(second, agent, "会粤语").statusCode(200);

        assertThat(scene.now(second.id()).owner())
                .isInstanceOfSatisfying(
                        Owner.Agent.class, it -> assertThat(it.id()).isEqualTo(agent));
        assertThat(await(notes.of(second.id()))).extracting(Note::text).containsExactly("会粤语");
        assign(second, agent, "再来一次").statusCode(200);
        first(second, "已经不在排队").statusCode(409);
    }

    @Test
    void nobody_is_assigned_to_an_agent_who_is_not_there_or_without_a_reason_or_by_an_agent() {
        var absent = people.staff(Role.AGENT);

        assign(second, absent.id(), "他熟悉").statusCode(404);
        await(presence.say(absent.id(), true));
        assign(second, absent.id(), " ").statusCode(400);
        as(absent)
                .body(Map.of("reason", "我要先"))
                .post(path(second, "first"))
                .then()
                .statusCode(403);

        assertThat(scene.now(second.id()).owner()).isInstanceOf(Owner.Queue.class);
    }

    @Test
    void the_check_of_the_job_names_who_waits_while_nobody_is_there() {
        as(supervisor)
                .get("/api/v1/handoff/health/service")
                .then()
                .statusCode(200)
                .body("find { it.name == 'nobody-online' }.count", equalTo(2))
                .body("find { it.name == 'waits-while-free' }.count", equalTo(0));
        await(presence.say(people.staff(Role.AGENT).id(), true));

        as(supervisor)
                .get("/api/v1/handoff/health/service")
                .then()
                .body("find { it.name == 'nobody-online' }.count", equalTo(0));
    }

    private ConversationId taken() {
        return await(queue.next(people.staff(Role.AGENT).id())).orElseThrow().id();
    }

    private ValidatableResponse first(Conversation it, String reason) {
        return as(supervisor)
                .body(Map.of("reason", reason))
                .post(path(it, "first"))
                .then();
    }

    private ValidatableResponse assign(Conversation it, StaffId agent, String reason) {
        return as(supervisor)
                .body(Map.of("agent", agent.value(), "reason", reason))
                .post(path(it, "assign"))
                .then();
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }

    private static String path(Conversation it, String what) {
        return "/api/v1/supervision/queue/" + it.id().value() + "/" + what;
    }
}
