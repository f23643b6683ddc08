package dev.yiwen.channel.voice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.TestSocket;
import dev.yiwen.conversation.CallLine;
import dev.yiwen.conversation.CallLines;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.Participant;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What befalls the line of a call, over the socket and over HTTP: in any order, twice, and after the end. */
@QuarkusTest
class CallLineTest {
    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "yiwen.voice.token")
    String token;

    @Inject
    Conversations conversations;

    @Inject
    CallLines lines;

    @Inject
    Delivery delivery;

    @Inject
    Plans plans;

    @Inject
    People people;

    private PhoneLine line;

    @BeforeEach
    @SuppressWarnings("NullAway") // Quarkus fills the fields before it.
    void connect() {
        line = PhoneLine.open(base, token);
    }

    @AfterEach
    void hangUp() {
        line.end();
        line.close();
    }

    @Test
    void a_call_on_hold_is_so_for_whoever_watches_and_in_the_rows() throws InterruptedException {
        var call = conversation(line.ring());
        var seen = new LinkedBlockingQueue<Ephemeral>();
        try (var watch = delivery.watch(call.id(), 0, message -> {}, owner -> {}, seen::add)) {
            event("held", Map.of("at", 10_000));

            assertThat(seen.poll(5, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Ephemeral.Line.class,
                            it -> assertThat(it.line().heldSince()).isNotNull());
        }
        assertThat(lineOf(call).holds()).isEqualTo(1);

        event("resumed", Map.of("at", 35_000));

        assertThat(lineOf(call).heldSince()).isNull();
        assertThat(lineOf(call).heldSeconds()).isEqualTo(25);
    }

    @Test
    void events_count_in_the_order_in_which_they_happened_however_they_come() {
        var call = conversation(line.ring());

        event("resumed", Map.of("at", 35_000));
        event("held", Map.of("at", 10_000));
        event("held", Map.of("at", 10_000));
        event("unmuted", Map.of("at", 5_000, "speaker", "agent"));
        event("muted", Map.of("at", 7_000, "speaker", "agent"));

        assertThat(lineOf(call).heldSince()).isNull();
        assertThat(lineOf(call).heldSeconds()).isEqualTo(25);
        assertThat(lineOf(call).holds()).isEqualTo(1);
        assertThat(lineOf(call).muted()).containsExactly(Participant.agent);
    }

    @Test
    void a_call_that_is_put_through_to_an_agent_is_theirs() {
        var first = people.staff(Role.AGENT);
        var second = people.staff(Role.AGENT);
        line.ring();
        event("answered", Map.of("agent", first.login(), "at", 1_000));
        event("consulting", Map.of("with", second.login(), "at", 2_000));

        var ack = event("transferred", Map.of("to", second.login(), "at", 3_000));

        assertThat(ack.path("agent").asText()).isEqualTo(second.name());
        assertThat(conversation(ack).owner()).isEqualTo(agent(second));
        assertThat(lineOf(conversation(ack)).transferredTo()).isEqualTo(second.name());
        assertThat(notices(conversation(ack))).contains("电话已由" + second.name() + "接听。");
    }

    @Test
    void who_took_a_call_in_the_console_and_speaks_keeps_it_until_it_is_put_through() {
        var taker = people.staff(Role.AGENT);
        var other = people.staff(Role.AGENT);
        var call = conversation(line.ring());
        conversations.assign(call.id(), call.epoch(), taker.id()).await().indefinitely();
        line.say("a1", "agent", "您好，请问有什么可以帮您");

        var second = event("answered", Map.of("agent", other.login(), "at", 600_000));
        assertThat(conversation(second).owner()).isEqualTo(agent(taker));

        var through = event("transferred", Map.of("to", other.login(), "at", 700_000));
        assertThat(conversation(through).owner()).isEqualTo(agent(other));
    }

    @Test
    void who_took_a_call_in_the_console_and_was_never_heard_gives_way_to_whoever_answers() {
        var taker = people.staff(Role.AGENT);
        var other = people.staff(Role.AGENT);
        var call = conversation(line.ring());
        conversations.assign(call.id(), call.epoch(), taker.id()).await().indefinitely();

        var answered = event("answered", Map.of("agent", other.login()));

        assertThat(conversation(answered).owner()).isEqualTo(agent(other));
    }

    @Test
    void how_a_speaker_sounded_at_first_and_sounds_of_late_is_kept() {
        var call = conversation(line.ring());
        for (int second = 0; second < 70; second++) {
            tone(4, second < 65 ? -30 : -12, second * 1_000L);
        }

        var course = lines.toneCourses(Set.of(call.id()))
                .await()
                .indefinitely()
                .getOrDefault(call.id(), List.of())
                .getFirst();

        assertThat(course.first()).hasSize(60).allMatch(it -> it.loudness() == -30);
        assertThat(course.last()).hasSize(5).allMatch(it -> it.loudness() == -12);
        assertThat(course.readings()).isEqualTo(70);
        assertThat(course.heard()).isEqualTo(Duration.ofSeconds(69));
    }

    @Test
    void a_late_word_of_who_answered_before_moves_nobody() {
        var first = people.staff(Role.AGENT);
        var second = people.staff(Role.AGENT);
        line.ring();
        event("transferred", Map.of("to", second.login(), "at", 30_000));

        var late = event("answered", Map.of("agent", first.login(), "at", 1_000));

        assertThat(conversation(late).owner()).isEqualTo(agent(second));
    }

    @Test
    void a_call_that_goes_to_a_number_stays_until_a_colleague_answers_there() {
        var first = people.staff(Role.AGENT);
        var second = people.staff(Role.AGENT);
        line.ring();
        event("answered", Map.of("agent", first.login(), "at", 1_000));

        var away = event("transferred", Map.of("to", "8002", "at", 9_000));
        assertThat(conversation(away).owner()).isEqualTo(agent(first));
        assertThat(lineOf(conversation(away)).transferredTo()).isEqualTo("8002");

        var taken = event("answered", Map.of("agent", second.login(), "at", 12_000));
        assertThat(conversation(taken).owner()).isEqualTo(agent(second));
        assertThat(lineOf(conversation(taken)).transferredTo()).isNull();
        assertThat(lineOf(conversation(taken)).transfers()).isEqualTo(1);
    }

    @Test
    void a_call_that_is_put_through_to_a_group_waits_for_one_of_them() {
        var first = people.staff(Role.AGENT);
        var second = people.staff(Role.AGENT);
        hold(new Plan(
                Plan.standard().settings(), null, List.of(new Plan.Group("line-2", "二线", null)), List.of(), List.of()));
        try {
            line.ring();
            event("answered", Map.of("agent", first.login(), "at", 1_000));

            var waiting = event("transferred", Map.of("to", "二线", "at", 9_000));
            var again = event("transferred", Map.of("to", "二线", "at", 9_000));

            assertThat(conversation(waiting).owner()).isInstanceOf(Owner.Queue.class);
            assertThat(again.path("type").asText()).isEqualTo("ack");
            var taken = event("answered", Map.of("agent", second.login(), "at", 12_000));
            assertThat(conversation(taken).owner()).isEqualTo(agent(second));
            // Told again, it does not put them out of it.
            assertThat(conversation(event("transferred", Map.of("to", "二线", "at", 9_000)))
                            .owner())
                    .isEqualTo(agent(second));
        } finally {
            hold(Plan.standard());
        }
    }

    @Test
    void late_events_complete_the_record_of_a_call_that_is_over() {
        var agent = people.staff(Role.AGENT);
        line.ring();
        event("answered", Map.of("agent", agent.login(), "at", 1_000));
        event("ended", Map.of("at", 60_000));

        event("resumed", Map.of("at", 20_000));
        event("held", Map.of("at", 10_000));
        event("transferred", Map.of("to", people.staff(Role.AGENT).login(), "at", 90_000));
        var ack = event("ended", Map.of("at", 60_000, "eventId", "cdr", "by", "customer", "why", "normal clearing"));

        var call = conversation(ack);
        assertThat(call.owner()).isInstanceOf(Owner.Nobody.class);
        assertThat(lineOf(call).heldSeconds()).isEqualTo(10);
        assertThat(lineOf(call).transfers()).isZero();
        assertThat(lineOf(call).endedBy()).isEqualTo("customer");
        assertThat(lineOf(call).endedWhy()).isEqualTo("normal clearing");
    }

    @Test
    void a_higher_revision_replaces_the_words_and_a_lower_or_equal_one_does_not() {
        var call = conversation(line.ring());

        var first = revision("我要退订", 2);
        var lower = revision("我要推定", 1);
        var equal = revision("我要腿疼", 2);
        assertThat(lower.path("seq")).isEqualTo(first.path("seq"));
        assertThat(equal.path("type").asText()).isEqualTo("ack");
        assertThat(said(call)).containsExactly("我要退订");

        revision("我要退订流量包", 3);
        line.say("u1", "customer", "没有编号的话");
        assertThat(said(call)).containsExactly("我要退订流量包");
    }

    @Test
    void what_was_recognised_before_the_final_words_is_not_shown_after_them() throws InterruptedException {
        var call = conversation(line.ring());
        line.say("u1", "customer", "我的宽带断了");
        var seen = new LinkedBlockingQueue<Ephemeral>();
        try (var watch = delivery.watch(call.id(), 0, message -> {}, owner -> {}, seen::add)) {
            line.transcript(Map.of("speaker", "customer", "text", "我的宽", "final", false, "utteranceId", "u1"));
            line.transcript(Map.of("speaker", "customer", "text", "还有", "final", false, "utteranceId", "u2"));

            assertThat(seen.poll(5, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Ephemeral.PartialUtterance.class,
                            it -> assertThat(it.text()).isEqualTo("还有"));
        }
    }

    @Test
    void how_a_speaker_sounds_is_kept_in_order_with_what_is_usual() {
        var call = conversation(line.ring());
        tone(4, -30, 1_000);
        tone(6, -20, 3_000);
        tone(90, 0, 2_000);
        tone(6, -20, 3_000);

        var tones = lines.tones(Set.of(call.id())).await().indefinitely().getOrDefault(call.id(), List.of());

        assertThat(tones).hasSize(1);
        assertThat(tones.getFirst().rate()).isEqualTo(6);
        assertThat(tones.getFirst().readings()).isEqualTo(2);
        assertThat(tones.getFirst().usualRate()).isEqualTo(5);
        assertThat(tones.getFirst().usualLoudness()).isEqualTo(-25);
    }

    @Test
    void a_whole_call_comes_in_one_request_and_a_bad_event_costs_itself_only() {
        var agent = people.staff(Role.AGENT);

        var results = post(
                        line.callId,
                        List.of(
                                Map.of("type", "answered", "agent", agent.login(), "at", 1_000),
                                Map.of("type", "dance"),
                                Map.of("type", "ringing", "number", line.number),
                                Map.of(
                                        "type",
                                        "transcript",
                                        "speaker",
                                        "customer",
                                        "text",
                                        "我要查话费",
                                        "final",
                                        true,
                                        "utteranceId",
                                        "u1",
                                        "at",
                                        2_000),
                                "no object",
                                Map.of("type", "held", "callId", "another", "at", 3_000),
                                Map.of("type", "held", "at", 3_000)))
                .statusCode(200)
                .body("results.type", equalTo(List.of("ack", "error", "ack", "ack", "error", "error", "ack")))
                .body("results[0].event", equalTo("answered"))
                .body("results[1].code", equalTo("unknown-frame"))
                .body("results[3].utteranceId", equalTo("u1"))
                .extract();

        var call = conversations
                .load(ConversationId.of(UUID.fromString(results.path("results[2].conversationId"))))
                .await()
                .indefinitely();
        assertThat(call.owner()).isEqualTo(agent(agent));
        assertThat(said(call)).containsExactly("我要查话费");
        assertThat(lineOf(call).holds()).isEqualTo(1);
    }

    @Test
    void what_overtakes_the_ringing_on_its_way_waits_for_it() throws Exception {
        var agent = people.staff(Role.AGENT);
        var answered = CompletableFuture.supplyAsync(() -> post(
                        line.callId, List.of(Map.of("type", "answered", "agent", agent.login())))
                .extract()
                .<String>path("results[0].agent"));

        line.ring();

        assertThat(answered.get(10, TimeUnit.SECONDS)).isEqualTo(agent.name());
    }

    @Test
    void nobody_but_the_telephony_system_may_report_over_http() {
        var path = "/api/v1/calls/" + line.callId + "/events";
        var staff = people.token(people.staff(Role.ADMIN));
        for (var bearer : List.of("", "Bearer " + token + "x", "Bearer " + staff, token)) {
            given().header("Authorization", bearer)
                    .contentType("application/json")
                    .body("garbage")
                    .post(path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:yiwen:problem:unauthenticated"));
        }
        given().contentType("application/json")
                .body("[]")
                .post(path + "?token=" + token)
                .then()
                .statusCode(401);
    }

    @Test
    void garbage_is_refused_as_a_problem() {
        for (var body : List.of("", "not json", "{}", "null", "1", "[")) {
            raw(line.callId, body)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("detail", containsString("body"));
        }
        post(line.callId, Collections.nCopies(501, Map.of("type", "held"))).statusCode(413);
        post("x".repeat(200), List.of(Map.of("type", "held"))).statusCode(413);
        post(line.callId, List.of()).statusCode(200).body("results.size()", equalTo(0));
    }

    @Test
    void an_agents_page_is_told_how_the_line_stands_when_it_opens_the_call() {
        var agent = people.staff(Role.AGENT);
        var call = conversation(line.ring());
        event("answered", Map.of("agent", agent.login()));
        event("held", Map.of());
        try (var page = TestSocket.open(base, "/ws/v1/agent", people.token(agent))) {
            page.next("welcome");
            page.send(Map.of("type", "open", "conversationId", call.id().value().toString(), "afterSeq", 0));

            var told = page.next("line").path("line");

            assertThat(told.has("heldSince")).isTrue();
            event("muted", Map.of("speaker", "agent"));
            assertThat(page.next("line").path("line").path("muted").path(0).asText())
                    .isEqualTo("agent");
        }
    }

    private void tone(double rate, double loudness, long at) {
        event("tone", Map.of("speaker", "customer", "rate", rate, "loudness", loudness, "at", at));
    }

    private JsonNode revision(String text, int revision) {
        line.transcript(
                Map.of("speaker", "customer", "text", text, "final", true, "utteranceId", "u1", "revision", revision));
        return line.next();
    }

    private JsonNode event(String type, Map<String, ?> fields) {
        var frame = new HashMap<String, Object>(fields);
        frame.put("type", type);
        frame.put("callId", line.callId);
        line.send(frame);
        return line.next();
    }

    private ValidatableResponse post(String callId, List<?> events) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(events)
                .post("/api/v1/calls/" + callId + "/events")
                .then();
    }

    private ValidatableResponse raw(String callId, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/calls/" + callId + "/events")
                .then();
    }

    private void hold(Plan plan) {
        plans.change(
                        plans.current().version(),
                        plan,
                        people.staff(Role.SUPERVISOR).id(),
                        "测试")
                .await()
                .indefinitely();
    }

    private static Owner agent(Staff staff) {
        return new Owner.Agent(staff.id(), staff.name());
    }

    private CallLine lineOf(Conversation call) {
        return lines.of(Set.of(call.id())).await().indefinitely().getOrDefault(call.id(), LineHistory.line(List.of()));
    }

    private Conversation conversation(JsonNode ack) {
        assertThat(ack.path("type").asText()).as(ack.toString()).isEqualTo("ack");
        var id = ConversationId.of(UUID.fromString(ack.path("conversationId").asText()));
        return conversations.load(id).await().indefinitely();
    }

    private List<String> said(Conversation call) {
        return messages(call).stream()
                .filter(it -> it.clientMessageId() != null)
                .map(it -> it.body().text())
                .toList();
    }

    private List<String> notices(Conversation call) {
        return messages(call).stream().map(it -> it.body().text()).toList();
    }

    private List<Message> messages(Conversation call) {
        return conversations.messagesAfter(call.id(), 0, 100).await().indefinitely();
    }
}
