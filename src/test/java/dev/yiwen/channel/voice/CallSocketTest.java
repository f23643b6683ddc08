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
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line itself: who may use it, whose call it is, and what it survives. */
@QuarkusTest
class CallSocketTest {
    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "yiwen.voice.token")
    String token;

    @Inject
    Conversations conversations;

    @Inject
    Customers customers;

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
        line.close();
    }

    @Test
    void refuses_a_wrong_token_before_the_socket_opens() {
        assertThatThrownBy(() -> TestSocket.open(base, PhoneLine.PATH, token + "x"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void refuses_who_shows_no_token() {
        assertThatThrownBy(() -> TestSocket.open(base, PhoneLine.PATH, null))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void takes_the_token_from_the_address() {
        try (var other = TestSocket.open(base, PhoneLine.PATH + "?token=" + token, null)) {
            other.send(Map.of("type", "ended", "callId", line.callId));

            assertThat(other.next().path("code").asText()).isEqualTo("not-found");
        }
    }

    @Test
    void a_ringing_phone_opens_a_call_that_waits_for_an_agent() {
        var ack = line.ring();

        var call = conversation(ack);
        assertThat(call.channel()).isEqualTo(Channel.VOICE);
        assertThat(call.owner()).isInstanceOf(Owner.Queue.class);
        assertThat(call.subject()).isEqualTo(line.number);
    }

    @Test
    void the_same_number_is_the_same_customer_however_it_is_written() {
        var first = conversation(line.ring());
        line.send(Map.of("type", "ringing", "callId", line.callId + "-b", "number", "+86 " + line.number));
        var second = conversation(line.next());

        assertThat(second.customer()).isEqualTo(first.customer());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(customers.find(first.customer()).await().indefinitely().externalId())
                .isEqualTo("tel:+86" + line.number);
    }

    @Test
    void a_withheld_number_gets_through() {
        line.send(Map.of("type", "ringing", "callId", line.callId, "number", "anonymous"));
        var call = conversation(line.next());

        assertThat(customers.find(call.customer()).await().indefinitely().externalId())
                .isNull();
    }

    @Test
    void ringing_twice_opens_one_call() {
        var first = line.ring();
        try (var other = TestSocket.open(base, PhoneLine.PATH, token)) {
            other.send(Map.of("type", "ringing", "callId", line.callId, "number", line.number));

            assertThat(other.next().path("conversationId")).isEqualTo(first.path("conversationId"));
        }
    }

    @Test
    void two_instances_that_hear_it_ring_at_once_open_one_call() {
        try (var other = TestSocket.open(base, PhoneLine.PATH, token)) {
            var ringing = Map.of("type", "ringing", "callId", line.callId, "number", line.number);
            line.send(ringing);
            other.send(ringing);

            assertThat(other.next().path("conversationId"))
                    .isEqualTo(line.next().path("conversationId"));
        }
    }

    @Test
    void the_agent_whose_phone_rings_has_the_call_at_once() {
        var agent = people.staff(Role.AGENT);

        line.send(Map.of("type", "ringing", "callId", line.callId, "number", line.number, "agent", agent.login()));

        assertThat(conversation(line.next()).owner()).isEqualTo(new Owner.Agent(agent.id(), agent.name()));
    }

    @Test
    void who_answers_has_the_call() {
        var agent = people.staff(Role.AGENT);
        line.ring();

        line.send(Map.of("type", "answered", "callId", line.callId, "agent", agent.login()));

        var ack = line.next();
        assertThat(ack.path("agent").asText()).isEqualTo(agent.name());
        assertThat(conversation(ack).owner()).isEqualTo(new Owner.Agent(agent.id(), agent.name()));
    }

    @Test
    void an_unknown_agent_leaves_the_call_in_the_queue() {
        line.send(Map.of("type", "ringing", "callId", line.callId, "number", line.number, "agent", "nobody-here"));

        assertThat(conversation(line.next()).owner()).isInstanceOf(Owner.Queue.class);
    }

    @Test
    void the_end_closes_the_conversation() {
        line.ring();

        var ended = line.end();

        assertThat(conversation(ended).owner()).isInstanceOf(Owner.Nobody.class);
    }

    @Test
    void an_id_that_rings_again_for_another_number_is_another_call() {
        var first = conversation(line.ring());
        line.end();

        line.send(Map.of("type", "ringing", "callId", line.callId, "number", "13900002222"));
        var second = conversation(line.next());
        line.say("u1", "customer", "我要查话费");

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(messages(first)).isEmpty();
        assertThat(messages(second)).hasSize(1);
        line.end();
    }

    @Test
    void a_call_goes_on_after_a_reconnect() {
        var call = conversation(line.ring());
        line.say("u1", "customer", "我的宽带断了");
        line.close();
        line = line.again(base, token);

        var ack = line.say("u2", "customer", "光猫亮红灯");

        assertThat(ack.path("conversationId").asText())
                .isEqualTo(call.id().value().toString());
        assertThat(messages(call)).hasSize(2);
    }

    @Test
    void bad_frames_cost_an_error_each_and_not_the_call() {
        var call = conversation(line.ring());
        var bad = List.of(
                "not json",
                "[]",
                "null",
                "{}",
                "{\"type\":\"dance\",\"callId\":\"x\"}",
                "{\"type\":\"transcript\",\"callId\":\"" + line.callId
                        + "\",\"speaker\":\"dog\",\"text\":\"a\",\"final\":true,\"at\":1}",
                "{\"type\":\"transcript\",\"callId\":\"" + line.callId
                        + "\",\"speaker\":\"agent\",\"text\":\" \",\"final\":true,\"at\":1}",
                "{\"type\":\"transcript\",\"callId\":\"" + line.callId
                        + "\",\"speaker\":\"agent\",\"text\":\"a\",\"final\":true}",
                "{\"type\":\"transcript\",\"callId\":\"never-rang\",\"speaker\":\"agent\",\"text\":\"a\",\"final\":true,\"at\":1}",
                "{\"type\":\"ringing\",\"callId\":\"" + "x".repeat(200) + "\",\"number\":\"1\"}");
        for (var frame : bad) {
            line.sendText(frame);
            assertThat(line.next().path("type").asText()).as(frame).isEqualTo("error");
        }
        line.sendBinary(new byte[] {1, 2, 3});
        assertThat(line.next().path("code").asText()).isEqualTo("invalid");

        assertThat(line.say("u1", "customer", "我的宽带断了").path("type").asText()).isEqualTo("ack");
        assertThat(messages(call)).hasSize(1);
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
