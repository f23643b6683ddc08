package dev.yiwen.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.TestSocket;
import dev.yiwen.channel.voice.audio.Pcm;
import dev.yiwen.channel.voice.audio.StubRecogniser;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.CallTone;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Participant;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audio in, words out: what is spoken on a call reaches its agent through a recogniser. */
@QuarkusTest
class CallAudioTest {
    private static final String SENTENCE = "我家的宽带断了";

    @TestHTTPResource
    URI base;

    @ConfigProperty(name = "yiwen.voice.token")
    String token;

    @Inject
    Vertx vertx;

    @Inject
    Conversations conversations;

    @Inject
    Tones tones;

    @Inject
    People people;

    private PhoneLine line;
    private StubRecogniser recogniser;
    private Staff agent;

    @BeforeEach
    @SuppressWarnings("NullAway") // Quarkus fills the fields before it.
    void connect() {
        line = PhoneLine.open(base, token);
        recogniser = new StubRecogniser(vertx, SENTENCE);
        agent = people.staff(Role.AGENT);
    }

    @AfterEach
    void hangUp() {
        line.close();
        recogniser.close();
    }

    @Test
    void a_spoken_sentence_reaches_the_agent_while_it_is_spoken_and_is_stored_when_it_has_ended() {
        recogniser.hearCalls();
        var call = ring();
        try (var page = page(call);
                var audio = audio("customer", 8000)) {
            assertThat(audio.next("ready").path("rate").asInt()).isEqualTo(8000);
            atTheSpeedOfSpeech(audio, 8000, Pcm.spoken(8000, SENTENCE));

            var partial = page.next("partial");
            assertThat(SENTENCE).startsWith(partial.path("text").asText());
            assertThat(partial.at("/author/kind").asText()).isEqualTo("customer");
            var said = saidTo(page);
            assertThat(said.at("/message/body/text").asText()).isEqualTo(SENTENCE + "。");
            assertThat(said.at("/message/body/spokenAt").asLong()).isPositive();
        }
        assertThat(words(call)).containsExactly("Customer " + SENTENCE + "。");
        Awaitility.await().until(() -> toneOf(call).isPresent());
        var tone = toneOf(call).orElseThrow();
        assertThat(tone.speaker()).isEqualTo(Participant.customer);
        assertThat(tone.rate()).as("characters a second").isBetween(2.0, 12.0);
        assertThat(tone.loudness()).as("dBFS").isBetween(-35.0, -5.0);
    }

    @Test
    void each_side_is_heard_by_itself_at_its_own_rate() {
        recogniser.hearCalls();
        var call = ring();
        try (var customer = audio("customer", 8000)) {
            customer.sendText("{\"caller\":\"what a bridge says first\"}");
            customer.sendBinary(Pcm.tone(8000, 900, 0.1).getBytes());
            customer.sendText("{\"type\":\"end\"}");
            assertThat(customer.closed()).startsWith("1000");
        }
        try (var second = new StubRecogniser(vertx, "我帮您看一下");
                var speaking = opened(second, "agent", 16000)) {
            speaking.sendBinary(Pcm.tone(16000, 900, 0.1).getBytes());
            speaking.sendText("{\"type\":\"end\"}");
            assertThat(speaking.closed()).startsWith("1000");
        }

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(words(call)).containsExactly("Customer " + SENTENCE + "。", "Agent 我帮您看一下。"));
    }

    @Test
    void the_agent_is_told_once_that_nobody_listens_and_once_that_somebody_does_again() {
        recogniser.refuse(true);
        recogniser.hearCalls();
        var call = ring();
        try (var customer = audio("customer", 8000);
                var speaking = audio("agent", 8000)) {
            assertThat(customer.next("recogniser").path("works").asBoolean()).isFalse();
            assertThat(speaking.next("recogniser").path("works").asBoolean()).isFalse();
            Awaitility.await().untilAsserted(() -> assertThat(notices(call)).containsExactly("recognition-lost"));

            assertThat(line.say("u1", "customer", "那我等一下").path("type").asText())
                    .as("the call goes on by what else is known")
                    .isEqualTo("ack");

            recogniser.refuse(false);
            for (var side : List.of(customer, speaking)) {
                side.sendBinary(Pcm.tone(8000, 900, 0.1).getBytes());
                side.sendBinary(Pcm.silence(8000, 480).getBytes());
            }
            assertThat(customer.next("recogniser").path("works").asBoolean()).isTrue();
            assertThat(speaking.next("recogniser").path("works").asBoolean()).isTrue();
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(notices(call)).containsExactly("recognition-lost", "recognition-back"));
        }
    }

    @Test
    void is_for_the_telephony_system_alone() {
        for (var other : new String[] {null, token + "x", people.token(agent)}) {
            assertThatThrownBy(() -> TestSocket.open(base, path("customer", 8000), other))
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
        }
    }

    @Test
    void without_a_recogniser_it_says_so() {
        try (var audio = audio("customer", 8000)) {
            assertThat(audio.next("error").path("code").asText()).isEqualTo("no-recogniser");
            assertThat(audio.closed()).isEqualTo("1013 no-recogniser");
        }
    }

    @Test
    void says_what_is_wrong_with_an_address() {
        recogniser.hearCalls();
        for (var wrong : List.of("?side=dog&rate=8000", "?side=agent", "?rate=8000", "?side=agent&rate=44100")) {
            try (var audio = TestSocket.open(base, "/ws/v1/calls/" + line.callId + "/audio" + wrong, token)) {
                assertThat(audio.next("error").path("code").asText()).as(wrong).isEqualTo("invalid");
                assertThat(audio.closed()).isEqualTo("1008 invalid");
            }
        }
    }

    private TestSocket opened(StubRecogniser by, String side, int rate) {
        by.hearCalls();
        return audio(side, rate);
    }

    private TestSocket audio(String side, int rate) {
        return TestSocket.open(base, path(side, rate), token);
    }

    private String path(String side, int rate) {
        return "/ws/v1/calls/" + line.callId + "/audio?side=" + side + "&rate=" + rate;
    }

    private ConversationId ring() {
        line.send(Map.of("type", "ringing", "callId", line.callId, "number", line.number, "agent", agent.login()));
        return ConversationId.of(
                UUID.fromString(line.next().path("conversationId").asText()));
    }

    private TestSocket page(ConversationId call) {
        var page = TestSocket.open(base, "/ws/v1/agent", people.token(agent));
        page.next("welcome");
        page.send(Map.of("type", "open", "conversationId", call.value().toString(), "afterSeq", 0));
        return page;
    }

    private static JsonNode saidTo(TestSocket page) {
        while (true) {
            var said = page.next("message");
            if (said.at("/message/author/kind").asText().equals("customer")) {
                return said;
            }
        }
    }

    private static void atTheSpeedOfSpeech(TestSocket audio, int rate, Buffer pcm) {
        int frame = rate / 50 * Short.BYTES;
        long start = System.nanoTime();
        for (int at = 0; at < pcm.length(); at += frame) {
            audio.sendBinary(pcm.getBytes(at, Math.min(pcm.length(), at + frame)));
            long due = start + (at + frame) * 1_000_000_000L / ((long) rate * Short.BYTES);
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private List<String> words(ConversationId call) {
        return messages(call).stream()
                .filter(it -> !(it.author() instanceof Author.System))
                .map(it ->
                        it.author().getClass().getSimpleName() + " " + it.body().text())
                .toList();
    }

    private Optional<CallTone> toneOf(ConversationId call) {
        var all = tones.of(List.of(call)).await().indefinitely();
        return all.getOrDefault(call, List.of()).stream().findFirst();
    }

    private List<String> notices(ConversationId call) {
        var codes = new ArrayList<String>();
        for (var message : messages(call)) {
            if (message.body() instanceof Body.Notice notice && notice.code().startsWith("recognition-")) {
                codes.add(notice.code());
            }
        }
        return codes;
    }

    private List<Message> messages(ConversationId call) {
        return conversations.messagesAfter(call, 0, 100).await().indefinitely();
    }
}
