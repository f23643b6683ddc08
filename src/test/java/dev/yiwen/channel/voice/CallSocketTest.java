package dev.yiwen.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.TestSocket;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.SpokenOrder;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CallSocketTest {
    private static final String PATH = "/ws/v1/calls";

    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "yiwen.voice.token")
    String token;

    @Inject
    Conversations conversations;

    @Inject
    Delivery delivery;

    @Inject
    Customers customers;

    @Inject
    People people;

    private final String callId = "call-" + UUID.randomUUID();
    private final String number =
            "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    private TestSocket line;

    @BeforeEach
    @SuppressWarnings("NullAway") // Quarkus fills the fields before it.
    void connect() {
        line = TestSocket.open(base, PATH, token);
    }

    @AfterEach
    void hangUp() {
        line.close();
    }

    @Test
    void refuses_a_wrong_token_before_the_socket_opens() {
        assertThatThrownBy(() -> TestSocket.open(base, PATH, token + "x"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void refuses_who_shows_no_token() {
        assertThatThrownBy(() -> TestSocket.open(base, PATH, null))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void takes_the_token_from_the_address() {
        try (var other = TestSocket.open(base, PATH + "?token=" + token, null)) {
            other.send(Map.of("type", "ended", "callId", callId));

            assertThat(other.next().path("code").asText()).isEqualTo("not-found");
        }
    }

    @Test
    void a_ringing_phone_opens_a_call_that_waits_for_an_agent() {
        var ack = ring();

        var call = conversation(ack);
        assertThat(call.channel()).isEqualTo(Channel.VOICE);
        assertThat(call.owner()).isInstanceOf(Owner.Queue.class);
        assertThat(call.subject()).isEqualTo(number);
    }

    @Test
    void the_same_number_is_the_same_customer_however_it_is_written() {
        var first = conversation(ring());
        line.send(Map.of("type", "ringing", "callId", callId + "-b", "number", "+86 " + number));
        var second = conversation(line.next());

        assertThat(second.customer()).isEqualTo(first.customer());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(customers.find(first.customer()).await().indefinitely().externalId())
                .isEqualTo("tel:+86" + number);
    }

    @Test
    void a_withheld_number_gets_through() {
        line.send(Map.of("type", "ringing", "callId", callId, "number", "anonymous"));
        var call = conversation(line.next());

        assertThat(customers.find(call.customer()).await().indefinitely().externalId())
                .isNull();
    }

    @Test
    void ringing_twice_opens_one_call() {
        var first = ring();
        try (var other = TestSocket.open(base, PATH, token)) {
            other.send(Map.of("type", "ringing", "callId", callId, "number", number));

            assertThat(other.next().path("conversationId")).isEqualTo(first.path("conversationId"));
        }
    }

    @Test
    void two_instances_that_hear_it_ring_at_once_open_one_call() {
        try (var other = TestSocket.open(base, PATH, token)) {
            var ringing = Map.of("type", "ringing", "callId", callId, "number", number);
            line.send(ringing);
            other.send(ringing);

            assertThat(other.next().path("conversationId"))
                    .isEqualTo(line.next().path("conversationId"));
        }
    }

    @Test
    void the_agent_whose_phone_rings_has_the_call_at_once() {
        var agent = people.staff(Role.AGENT);

        line.send(Map.of("type", "ringing", "callId", callId, "number", number, "agent", agent.login()));

        assertThat(conversation(line.next()).owner()).isEqualTo(new Owner.Agent(agent.id(), agent.name()));
    }

    @Test
    void who_answers_has_the_call() {
        var agent = people.staff(Role.AGENT);
        ring();

        line.send(Map.of("type", "answered", "callId", callId, "agent", agent.login()));

        var ack = line.next();
        assertThat(ack.path("agent").asText()).isEqualTo(agent.name());
        assertThat(conversation(ack).owner()).isEqualTo(new Owner.Agent(agent.id(), agent.name()));
    }

    @Test
    void an_unknown_agent_leaves_the_call_in_the_queue() {
        line.send(Map.of("type", "ringing", "callId", callId, "number", number, "agent", "nobody-here"));

        assertThat(conversation(line.next()).owner()).isInstanceOf(Owner.Queue.class);
    }

    @Test
    void final_words_become_messages_of_their_speakers() {
        var call = conversation(ring());
        say("u1", "customer", "我的宽带断了");
        say("u2", "agent", "我帮您看看");

        assertThat(messages(call))
                .extracting(it ->
                        it.author().getClass().getSimpleName() + " " + it.body().text())
                .containsExactly("Customer 我的宽带断了", "Agent 我帮您看看");
    }

    @Test
    void an_utterance_that_is_sent_twice_is_stored_once() {
        var call = conversation(ring());
        var first = say("u1", "customer", "我的宽带断了");
        var second = say("u1", "customer", "我的宽带断了");

        assertThat(second.path("seq")).isEqualTo(first.path("seq"));
        assertThat(messages(call)).hasSize(1);
    }

    @Test
    void without_an_id_the_time_and_the_speaker_tell_utterances_apart() {
        var call = conversation(ring());
        for (var times = 0; times < 2; times++) {
            line.send(Map.of(
                    "type",
                    "transcript",
                    "callId",
                    callId,
                    "speaker",
                    "customer",
                    "text",
                    "在吗",
                    "final",
                    true,
                    "at",
                    "2026-11-22 10:00:00"));
            line.next();
        }
        line.send(Map.of(
                "type", "transcript", "callId", callId, "speaker", "customer", "text", "在吗", "final", true, "at", 1));
        line.next();

        assertThat(messages(call)).hasSize(2);
    }

    @Test
    void partial_words_are_shown_and_not_stored() throws InterruptedException {
        var call = conversation(ring());
        var seen = new LinkedBlockingQueue<Ephemeral>();
        try (var watch = delivery.watch(call.id(), 0, message -> {}, owner -> {}, seen::add)) {
            line.send(Map.of(
                    "type",
                    "transcript",
                    "callId",
                    callId,
                    "speaker",
                    "customer",
                    "text",
                    "我的宽",
                    "final",
                    false,
                    "utteranceId",
                    "u1"));

            assertThat(seen.poll(5, TimeUnit.SECONDS))
                    .isEqualTo(new Ephemeral.PartialUtterance(new Author.Customer(), "CUSTOMER:u1", "我的宽"));
            assertThat(messages(call)).isEmpty();
        }
    }

    @Test
    void the_end_closes_the_conversation() {
        ring();

        line.send(Map.of("type", "ended", "callId", callId));

        assertThat(conversation(line.next()).owner()).isInstanceOf(Owner.Nobody.class);
    }

    @Test
    void words_that_are_recognised_after_the_end_are_kept() {
        var call = conversation(ring());
        line.send(Map.of("type", "ended", "callId", callId));
        line.next();

        assertThat(say("u9", "customer", "那我等师傅电话").path("type").asText()).isEqualTo("ack");

        assertThat(messages(call)).extracting(it -> it.body().text()).containsExactly("那我等师傅电话");
        assertThat(conversation(ring()).owner()).isInstanceOf(Owner.Nobody.class);
    }

    @Test
    void both_sides_may_number_their_utterances_alike() {
        var call = conversation(ring());
        say("u1", "customer", "我的宽带断了");
        say("u1", "agent", "我帮您看看");

        assertThat(messages(call)).extracting(it -> it.body().text()).containsExactly("我的宽带断了", "我帮您看看");
    }

    @Test
    void corrected_words_replace_the_first_and_watchers_are_told() throws InterruptedException {
        var call = conversation(ring());
        var first = say("u1", "customer", "我的宽带坏了");
        var seen = new LinkedBlockingQueue<Ephemeral>();
        try (var watch = delivery.watch(call.id(), 0, message -> {}, owner -> {}, seen::add)) {
            var second = say("u1", "customer", "我的宽带断了三天");

            assertThat(second.path("seq")).isEqualTo(first.path("seq"));
            assertThat(seen.poll(5, TimeUnit.SECONDS))
                    .isEqualTo(new Ephemeral.Corrected(first.path("seq").asLong(), "我的宽带断了三天"));
        }
        assertThat(messages(call)).extracting(it -> it.body().text()).containsExactly("我的宽带断了三天");
        assertThat(conversations.upTo(messages(call).getLast(), 10).await().indefinitely())
                .extracting(it -> it.body().text())
                .contains("我的宽带断了三天");
    }

    @Test
    void late_words_are_read_where_they_were_said() {
        var call = conversation(ring());
        say("u1", "customer", "第一句", 1500);
        say("u3", "customer", "第三句", 5000);
        say("u1", "agent", "坐席的话", 1600);
        say("u2", "customer", "第二句", 3000);
        line.send(Map.of("type", "ended", "callId", callId));
        line.next();
        say("u4", "customer", "第四句", 9500);

        assertThat(SpokenOrder.of(
                        conversations.messagesAfter(call.id(), 0, 100).await().indefinitely()))
                .filteredOn(it -> !(it.author() instanceof Author.System))
                .extracting(it -> it.body().text())
                .containsExactly("第一句", "坐席的话", "第二句", "第三句", "第四句");
    }

    @Test
    void words_of_one_moment_without_ids_are_both_kept() {
        var call = conversation(ring());
        for (var text : List.of("同一时刻甲", "同一时刻乙", "同一时刻乙")) {
            line.send(Map.of(
                    "type",
                    "transcript",
                    "callId",
                    callId,
                    "speaker",
                    "customer",
                    "text",
                    text,
                    "final",
                    true,
                    "at",
                    9));
            line.next();
        }

        assertThat(messages(call)).extracting(it -> it.body().text()).containsExactly("同一时刻甲", "同一时刻乙");
    }

    @Test
    void an_id_that_rings_again_for_another_number_is_another_call() {
        var first = conversation(ring());
        line.send(Map.of("type", "ended", "callId", callId));
        line.next();

        line.send(Map.of("type", "ringing", "callId", callId, "number", "13900002222"));
        var second = conversation(line.next());
        say("u1", "customer", "我要查话费");

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(messages(first)).isEmpty();
        assertThat(messages(second)).hasSize(1);
        line.send(Map.of("type", "ended", "callId", callId));
        line.next();
    }

    @Test
    void a_call_goes_on_after_a_reconnect() {
        var call = conversation(ring());
        say("u1", "customer", "我的宽带断了");
        line.close();
        line = TestSocket.open(base, PATH, token);

        var ack = say("u2", "customer", "光猫亮红灯");

        assertThat(ack.path("conversationId").asText())
                .isEqualTo(call.id().value().toString());
        assertThat(messages(call)).hasSize(2);
    }

    @Test
    void bad_frames_cost_an_error_each_and_not_the_call() {
        var call = conversation(ring());
        var bad = List.of(
                "not json",
                "[]",
                "null",
                "{}",
                "{\"type\":\"dance\",\"callId\":\"x\"}",
                "{\"type\":\"transcript\",\"callId\":\"" + callId
                        + "\",\"speaker\":\"dog\",\"text\":\"a\",\"final\":true,\"at\":1}",
                "{\"type\":\"transcript\",\"callId\":\"" + callId
                        + "\",\"speaker\":\"agent\",\"text\":\" \",\"final\":true,\"at\":1}",
                "{\"type\":\"transcript\",\"callId\":\"" + callId
                        + "\",\"speaker\":\"agent\",\"text\":\"a\",\"final\":true}",
                "{\"type\":\"transcript\",\"callId\":\"never-rang\",\"speaker\":\"agent\",\"text\":\"a\",\"final\":true,\"at\":1}",
                "{\"type\":\"ringing\",\"callId\":\"" + "x".repeat(200) + "\",\"number\":\"1\"}");
        for (var frame : bad) {
            line.sendText(frame);
            assertThat(line.next().path("type").asText()).as(frame).isEqualTo("error");
        }
        line.sendBinary(new byte[] {1, 2, 3});
        assertThat(line.next().path("code").asText()).isEqualTo("invalid");

        assertThat(say("u1", "customer", "我的宽带断了").path("type").asText()).isEqualTo("ack");
        assertThat(messages(call)).hasSize(1);
    }

    @Test
    void words_without_end_are_too_large() {
        ring();

        assertThat(say("u1", "customer", "长".repeat(2001)).path("code").asText())
                .isEqualTo("too-large");
    }

    private JsonNode ring() {
        line.send(Map.of("type", "ringing", "callId", callId, "number", number));
        var ack = line.next();
        assertThat(ack.path("type").asText()).as(ack.toString()).isEqualTo("ack");
        return ack;
    }

    private JsonNode say(String utteranceId, String speaker, String text, long at) {
        line.send(Map.of(
                "type",
                "transcript",
                "callId",
                callId,
                "speaker",
                speaker,
                "text",
                text,
                "final",
                true,
                "utteranceId",
                utteranceId,
                "at",
                at));
        return line.next();
    }

    private JsonNode say(String utteranceId, String speaker, String text) {
        line.send(Map.of(
                "type",
                "transcript",
                "callId",
                callId,
                "speaker",
                speaker,
                "text",
                text,
                "final",
                true,
                "utteranceId",
                utteranceId));
        return line.next();
    }

    private Conversation conversation(JsonNode ack) {
        var id = ConversationId.of(UUID.fromString(ack.path("conversationId").asText()));
        return conversations.load(id).await().indefinitely();
    }

    private List<Message> messages(Conversation call) {
        return conversations.messagesAfter(call.id(), 0, 100).await().indefinitely().stream()
                .filter(it -> !(it.author() instanceof Author.System))
                .toList();
    }
}
