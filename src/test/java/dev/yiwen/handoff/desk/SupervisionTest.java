package dev.yiwen.handoff.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.queue.TakeOver;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Supervisors step into conversations that agents have. */
@QuarkusTest
class SupervisionTest {
    private static final String IN_HAND = "/api/v1/supervision/conversations";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    AgentQueue queue;

    @Inject
    TakeOver takeOver;

    @Inject
    Conversations conversations;

    private Staff agent;
    private Conversation served;

    @BeforeEach
    void an_agent_has_a_customer() {
        scene.startsEmpty();
        agent = people.staff(Role.AGENT);
        var waiting = scene.waiting(Code.WISH_FOR_HUMAN).id();
        scene.customerSaid(waiting, "你们就是骗子！！太气人了，垃圾公司！！");
        served = queue.pick(waiting, agent.id()).await().indefinitely();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void a_supervisor_sees_who_has_whom_since_when_and_how_angry_they_are() {
        var line = "find { it.conversationId == '" + served.id().value() + "' }.";

        as(people.staff(Role.SUPERVISOR))
                .get(IN_HAND)
                .then()
                .statusCode(200)
                .body(line + "agent", equalTo(agent.name()))
                .body(line + "epoch", equalTo(served.epoch()))
                .body(line + "anger", greaterThan(0.5f));
    }

    @Test
    void the_wall_is_told_what_changes_and_of_a_customer_who_goes_round_in_circles() {
        try (var wall = wall(people.staff(Role.SUPERVISOR));
                var other = wall(people.staff(Role.SUPERVISOR))) {
            assertThat(wall.frame("wall", it -> it.path("whole").asBoolean() && !row(it).isMissingNode()))
                    .isNotNull();
            for (int i = 0; i < 3; i++) {
                conversations
                        .appendFromCustomer(served.id(), "again" + i, "我家的蜂鸟专线到底什么时候能修好")
                        .await()
                        .indefinitely();
            }

            var alerted = row(wall.frame("wall", it -> !stuck(it).isMissingNode()));

            assertThat(alerted.path("urgency").asInt()).isEqualTo(4);
            assertThat(alerted.path("firstText").asText()).isNotBlank();
            assertThat(alerted.path("moods").size()).isPositive();
            as(people.staff(Role.SUPERVISOR))
                    .post("/api/v1/supervision/warnings/"
                            + stuck(wall.frame("wall", it -> !stuck(it).isMissingNode()))
                                    .path("id")
                                    .asText() + "/acknowledge")
                    .then()
                    .statusCode(204);
            other.frame("wall", it -> !stuck(it).isMissingNode() && stuck(it).has("acknowledgedBy"));

            conversations.backToBot(served.id(), served.epoch()).await().indefinitely();

            wall.frame(
                    "wall",
                    it -> it.path("gone")
                            .toString()
                            .contains(served.id().value().toString()));
        }
    }

    @Test
    void an_agent_opens_no_wall() {
        try (var page = AgentPage.open(server, people.token(agent))) {
            page.send(Map.of("type", "wall", "on", true));

            assertThat(page.frame("error").path("code").asText()).isEqualTo("forbidden");
            assertThat(page.frames("wall")).isEmpty();
        }
    }

    private AgentPage wall(Staff supervisor) {
        var page = AgentPage.open(server, people.token(supervisor));
        page.send(Map.of("type", "wall", "on", true));
        return page;
    }

    private JsonNode row(JsonNode frame) {
        for (var row : frame.path("held")) {
            if (row.path("conversationId").asText().equals(served.id().value().toString())) {
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    private JsonNode stuck(JsonNode frame) {
        for (var alert : row(frame).path("alerts")) {
            if ("stuck".equals(alert.path("kind").asText())) {
                return alert;
            }
        }
        return MissingNode.getInstance();
    }

    @Test
    void who_takes_over_answers_from_then_on_and_the_agent_no_more() {
        var supervisor = people.staff(Role.SUPERVISOR);

        take(supervisor, served.epoch()).then().statusCode(200).body("owner.name", equalTo(supervisor.name()));
        as(supervisor)
                .get("/api/v1/handoff/health")
                .then()
                .body(
                        "find { it.name == 'served-twice' }.examples",
                        not(hasItem(served.id().value().toString())));

        try (var page = AgentPage.open(server, people.token(supervisor));
                var before = AgentPage.open(server, people.token(agent))) {
            page.send(Map.of(
                    "type", "send", "conversationId", served.id().value(), "clientMessageId", "s1", "text", "我来处理"));
            page.frame("ack");
            before.send(Map.of(
                    "type", "send", "conversationId", served.id().value(), "clientMessageId", "a1", "text", "我还在"));
            assertThat(before.frame("error").path("code").asText()).isEqualTo("forbidden");
        }
    }

    @Test
    void of_many_supervisors_at_once_one_takes_over_and_the_others_are_told() {
        var supervisors = IntStream.range(0, 6)
                .mapToObj(i -> people.staff(Role.SUPERVISOR))
                .toList();

        var outcomes = Uni.join()
                .all(supervisors.stream()
                        .map(it -> takeOver.by(it.id(), served.id(), served.epoch())
                                .map(done -> "got it")
                                .onFailure(Problem.class)
                                .recoverWithItem(e -> ((Problem) e).kind().name()))
                        .toList())
                .andCollectFailures()
                .await()
                .indefinitely();

        assertThat(outcomes)
                .containsOnlyOnce("got it")
                .filteredOn("CONFLICT"::equals)
                .hasSize(5);
    }

    @Test
    void what_changed_hands_since_it_was_seen_is_not_taken() {
        conversations.backToBot(served.id(), served.epoch()).await().indefinitely();

        take(people.staff(Role.SUPERVISOR), served.epoch()).then().statusCode(409);

        assertThat(scene.now(served.id()).owner()).isInstanceOf(Owner.Bot.class);
    }

    @Test
    void agents_neither_see_nor_take_what_colleagues_have() {
        as(people.staff(Role.AGENT)).get(IN_HAND).then().statusCode(403);
        take(people.staff(Role.AGENT), served.epoch()).then().statusCode(403);
    }

    private io.restassured.response.Response take(Staff by, int epoch) {
        return as(by).body(Map.of("epoch", epoch))
                .post(IN_HAND + "/" + served.id().value() + "/take-over");
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }
}
