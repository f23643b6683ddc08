package dev.yiwen.handoff.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.queue.Health;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffMembers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentSocketTest {
    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Conversations conversations;

    @Inject
    StaffMembers members;

    @Inject
    Health health;

    @BeforeEach
    void nobodyElseIsThere() {
        scene.startsEmpty();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void an_offered_customer_is_accepted_answered_and_heard() {
        try (var page = page(people.staff(Role.AGENT))) {
            online(page);
            var waiting = scene.waiting(Code.CALL).id();

            page.frame("offer", about(waiting));
            page.send(Map.of("type", "accept", "conversationId", waiting.value()));
            page.frame("mine", it -> it.toString().contains(waiting.value().toString()));
            page.frame("offer-ended", about(waiting));
            page.send(Map.of("type", "open", "conversationId", waiting.value(), "afterSeq", 0));
            page.send(Map.of("type", "send", "conversationId", waiting.value(), "clientMessageId", "a1", "text", "您好"));

            assertThat(page.frame("ack", about(waiting)).path("seq").asLong()).isPositive();
            var said = page.frame(
                    "message", it -> it.at("/message/body/text").asText().equals("您好"));
            assertThat(said.at("/message/author/kind").asText()).isEqualTo("agent");
            conversations.appendFromCustomer(waiting, "c1", "谢谢您").await().indefinitely();
            page.frame("message", it -> it.at("/message/body/text").asText().equals("谢谢您"));
        }
    }

    @Test
    void of_two_who_accept_at_once_one_wins_and_the_other_is_told() {
        try (var one = page(people.staff(Role.AGENT));
                var other = page(people.staff(Role.AGENT))) {
            var waiting = scene.waiting(Code.CALL).id();

            one.send(Map.of("type", "accept", "conversationId", waiting.value()));
            other.send(Map.of("type", "accept", "conversationId", waiting.value()));

            Awaitility.await()
                    .until(() ->
                            one.frames("error").size() + other.frames("error").size() == 1);
            assertThat(scene.now(waiting).owner()).isInstanceOf(Owner.Agent.class);
        }
    }

    @Test
    void what_comes_twice_is_done_once() throws Exception {
        var staff = people.staff(Role.AGENT);
        try (var page = page(staff)) {
            var waiting = scene.waiting(Code.WISH_FOR_HUMAN);
            var id = waiting.id();
            twice(() -> page.send(Map.of("type", "accept", "conversationId", id.value())));
            page.frame("mine", it -> it.toString().contains(id.value().toString()));
            twice(() -> page.send(
                    Map.of("type", "send", "conversationId", id.value(), "clientMessageId", "once", "text", "您好")));
            Awaitility.await().until(() -> page.frames("ack").size() == 2);
            assertThat(scene.now(id).epoch()).isEqualTo(waiting.epoch() + 1);

            assertThat(answers(staff, id, "transfer", "{\"note\":\"请接着处理\"}"))
                    .contains(200)
                    .doesNotContain(500);
            assertThat(scene.now(id).epoch()).isEqualTo(waiting.epoch() + 2);

            page.send(Map.of("type", "accept", "conversationId", id.value()));
            Awaitility.await().until(() -> scene.now(id).owner() instanceof Owner.Agent);
            assertThat(answers(staff, id, "close", "{}")).contains(200).doesNotContain(500);
            assertThat(scene.now(id).epoch()).isEqualTo(waiting.epoch() + 4);
            assertThat(saidIn(id, "您好")).isEqualTo(1);
            assertThat(health.check().await().indefinitely())
                    .filteredOn(it -> it.examples().contains(id.value()))
                    .isEmpty();
        }
    }

    private static void twice(Runnable frame) {
        frame.run();
        frame.run();
    }

    /** What the same request gets when it is sent twice at once. */
    private List<Integer> answers(Staff staff, ConversationId id, String what, String body) throws Exception {
        var token = people.token(staff);
        Callable<Integer> request = () -> RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/conversations/" + id.value() + "/" + what)
                .statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = threads.submit(request);
            var two = threads.submit(request);
            return List.of(one.get(), two.get());
        }
    }

    private long saidIn(ConversationId id, String text) {
        return conversations.messagesAfter(id, 0, 50).await().indefinitely().stream()
                .filter(it -> it.body().text().equals(text))
                .count();
    }

    @Test
    void everybody_sees_who_waits_in_order_and_when_that_changes() {
        try (var page = page(people.staff(Role.AGENT))) {
            var calm = scene.waiting(Code.UNANSWERED).id();
            var urgent = scene.waiting(Code.LEGAL_OR_COMPLAINT).id();

            var queue = page.frame("queue", it -> placeOf(urgent, it) >= 0 && placeOf(calm, it) >= 0);
            assertThat(placeOf(urgent, queue)).isLessThan(placeOf(calm, queue));

            scene.clear();
            page.frame("queue", it -> placeOf(urgent, it) < 0 && placeOf(calm, it) < 0 && after(page, queue, it));
        }
    }

    @Test
    void nobody_writes_into_a_colleagues_conversation() {
        var waiting = scene.waiting(Code.CALL).id();
        try (var owner = page(people.staff(Role.AGENT));
                var other = page(people.staff(Role.AGENT))) {
            owner.send(Map.of("type", "accept", "conversationId", waiting.value()));
            owner.frame("mine", it -> it.toString().contains(waiting.value().toString()));

            other.send(Map.of("type", "send", "conversationId", waiting.value(), "clientMessageId", "x", "text", "我来"));
            var refused = other.frame("error", about(waiting));
            assertThat(refused.path("code").asText()).isEqualTo("forbidden");
            assertThat(refused.path("clientMessageId").asText()).isEqualTo("x");

            other.send(Map.of("type", "open", "conversationId", waiting.value(), "afterSeq", 0));
            Awaitility.await().until(() -> other.frames("error").size() == 2);
            assertThat(other.frames("message")).isEmpty();
        }
    }

    @Test
    void nonsense_is_refused_and_the_socket_stays_open() {
        try (var page = page(people.staff(Role.AGENT))) {
            page.sendText("nonsense");
            page.sendText("[]");
            page.sendText("{\"type\":\"dance\"}");
            page.sendText("{\"type\":\"open\"}");
            page.sendText("{\"type\":\"open\",\"conversationId\":\"" + UUID.randomUUID() + "\",\"afterSeq\":0}");
            page.sendBinary();

            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> page.frames("error").size() == 6);
            assertThat(page.frames("error"))
                    .extracting(it -> it.path("code").asText())
                    .containsExactlyInAnyOrder(
                            "invalid", "invalid", "unknown-frame", "invalid", "not-found", "invalid");
            online(page);
        }
    }

    @Test
    void all_pages_of_an_agent_know_whether_the_agent_is_online() {
        var staff = people.staff(Role.AGENT);
        try (var one = page(staff);
                var other = page(staff)) {
            other.frame("welcome");

            one.send(Map.of("type", "presence", "online", true));

            assertThat(other.frame("presence").path("online").asBoolean()).isTrue();
        }
    }

    @Test
    void a_deactivated_agents_socket_closes() {
        var staff = people.staff(Role.AGENT);
        try (var page = page(staff)) {
            page.frame("welcome");

            members.change(staff.id(), new StaffMembers.Change(null, null, false), null)
                    .await()
                    .indefinitely();

            assertThat(page.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void upgrades_are_refused_without_a_session_without_the_role_and_for_foreign_pages() {
        var agent = people.token(people.staff(Role.AGENT));

        assertThat(refused(Map.of())).isEqualTo(401);
        assertThat(refused(Map.of("Authorization", "Bearer nonsense"))).isEqualTo(401);
        assertThat(refused(Map.of("Authorization", "Bearer " + people.token(people.visitor()))))
                .isEqualTo(403);
        assertThat(refused(Map.of("Cookie", "yiwen_session=" + people.token(people.staff(Role.EDITOR)))))
                .isEqualTo(403);
        assertThat(refused(Map.of("Cookie", "yiwen_session=" + people.token(people.newcomer(Role.AGENT)))))
                .isEqualTo(403);
        assertThat(refused(Map.of("Cookie", "yiwen_session=" + agent, "Origin", "https://evil.example")))
                .isEqualTo(403);
    }

    @Test
    void a_page_of_this_host_is_let_in() {
        var agent = people.token(people.staff(Role.AGENT));

        try (var page = AgentPage.open(
                server, Map.of("Cookie", "yiwen_session=" + agent, "Origin", "http://" + server.getAuthority()))) {
            page.frame("welcome");
        }
    }

    private AgentPage page(Staff staff) {
        return AgentPage.open(server, people.token(staff));
    }

    private static void online(AgentPage page) {
        page.frame("welcome");
        page.send(Map.of("type", "presence", "online", true));
    }

    private int refused(Map<String, String> headers) {
        var refused = catchThrowableOfType(CompletionException.class, () -> AgentPage.open(server, headers));
        return refused.getCause() instanceof WebSocketHandshakeException handshake
                ? handshake.getResponse().statusCode()
                : 0;
    }

    private static Predicate<JsonNode> about(ConversationId id) {
        return it -> it.path("conversationId").asText().equals(id.value().toString());
    }

    private static int placeOf(ConversationId id, JsonNode queue) {
        for (int place = 0; place < queue.path("waiting").size(); place++) {
            if (about(id).test(queue.path("waiting").get(place))) {
                return place;
            }
        }
        return -1;
    }

    private static boolean after(AgentPage page, JsonNode earlier, JsonNode later) {
        return page.frames("queue").indexOf(later) > page.frames("queue").indexOf(earlier);
    }
}
