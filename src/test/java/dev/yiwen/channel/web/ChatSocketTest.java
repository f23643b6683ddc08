package dev.yiwen.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.TestSocket;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.retrieval.embedding.Embedder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ChatSocketTest {
    private static final Map<String, ?> HELLO = Map.of("type", "hello", "afterSeq", 0);

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI base;

    @Inject
    People people;

    @Inject
    Conversations conversations;

    @Inject
    Delivery delivery;

    @Inject
    Embedder embedder;

    @Test
    void acknowledges_what_is_committed_and_shows_it() {
        try (var socket = greeted(visitor())) {
            socket.send(send("a", "你好"));

            var ack = socket.next("ack");

            assertThat(ack.path("clientMessageId").asText()).isEqualTo("a");
            assertThat(ack.path("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void refuses_a_question_for_the_bot_while_the_bot_has_too_much_to_do() {
        try (var socket = greeted(visitor());
                var crowd = new Crowd(embedder)) {
            crowd.gather();
            socket.send(send("a", "宽带断了怎么办"));

            var error = socket.next("error");

            assertThat(error.path("code").asText()).isEqualTo("overloaded");
            assertThat(error.path("clientMessageId").asText()).isEqualTo("a");
        }
    }

    @Test
    void the_bot_goes_on_answering_whoever_wants_it_while_they_wait_and_keep_their_place() {
        try (var socket = greeted(visitor())) {
            socket.send(Map.of("type", "human"));
            socket.next("owner");
            socket.send(Map.of("type", "help", "wanted", true));
            nextNotice(socket, "bot-helps-on");
            while (!socket.next("queue").path("botHelps").asBoolean()) {
                // The place before.
            }

            socket.send(send("a", "你好"));

            assertThat(nextFromBot(socket).path("body").path("kind").asText()).isEqualTo("smalltalk");
            socket.send(send("b", "转人工"));
            assertThat(nextFromBot(socket).path("body").path("text").asText()).contains("位置不变");
        }
    }

    @Test
    void shows_both_tabs_the_same() {
        var token = visitor();
        try (var one = greeted(token);
                var other = greeted(token)) {
            one.send(send("a", "你好"));

            var seen = other.next("message").path("message");

            assertThat(seen.path("seq").asLong()).isEqualTo(1);
            assertThat(seen.path("clientMessageId").asText()).isEqualTo("a");
            assertThat(seen.path("author").path("kind").asText()).isEqualTo("customer");
            assertThat(seen.path("body").path("text").asText()).isEqualTo("你好");
        }
    }

    @Test
    void acknowledges_a_message_sent_again_with_its_first_number() {
        try (var socket = greeted(visitor())) {
            socket.send(send("a", "你好"));
            socket.next("ack");
            socket.send(send("a", "你好"));

            assertThat(socket.next("ack").path("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void resumes_after_the_last_message_that_the_client_has() {
        var token = visitor();
        try (var socket = greeted(token)) {
            socket.send(send("a", "第一"));
            socket.send(send("b", "第二"));
            socket.next("ack");
            socket.next("ack");
        }

        try (var socket = TestSocket.open(base, "/ws/v1/chat?token=" + token, null)) {
            socket.send(Map.of("type", "hello", "afterSeq", 1));

            assertThat(socket.next("message").path("message").path("seq").asLong())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {"type":"send","clientMessageId":"x","text":"  "}      ; invalid
            {"type":"send","clientMessageId":"x"}                  ; invalid
            {"type":"send","text":"没有编号"}                       ; invalid
            {"type":"send","clientMessageId":{"a":1},"text":"y"}   ; invalid
            {"type":"dance"}                                       ; unknown-frame
            {"no":"type"}                                          ; unknown-frame
            null                                                   ; invalid
            [1,2]                                                  ; unknown-frame
            not json                                               ; invalid
            {"type":"feedback","seq":77,"helpful":true}            ; not-found
            """)
    void answers_nonsense_with_an_error_and_goes_on(String nonsense, String code) {
        try (var socket = greeted(visitor())) {
            socket.sendText(nonsense);

            assertThat(socket.next("error").path("code").asText()).isEqualTo(code);
            socket.send(send("after", "怎么查话费"));
            assertThat(socket.next("ack").path("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void answers_binary_and_overlong_frames_with_an_error_and_goes_on() {
        try (var socket = greeted(visitor())) {
            socket.sendBinary(new byte[] {1, 2, 3});
            socket.send(send("long", "长".repeat(100_000)));

            assertThat(socket.next("error").path("code").asText()).isEqualTo("invalid");
            var tooLarge = socket.next("error");
            assertThat(tooLarge.path("code").asText()).isEqualTo("too-large");
            assertThat(tooLarge.path("clientMessageId").asText()).isEqualTo("long");
            socket.send(send("after", "怎么查话费"));
            assertThat(socket.next("ack").path("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void wants_hello_first() {
        try (var socket = TestSocket.open(base, "/ws/v1/chat?token=" + visitor(), null)) {
            socket.send(send("a", "你好"));

            assertThat(socket.next().path("code").asText()).isEqualTo("invalid");
        }
    }

    @Test
    void keeps_markup_as_the_text_that_it_is() {
        try (var socket = greeted(visitor())) {
            socket.send(send("a", "<script>alert(1)</script>"));

            assertThat(socket.next("message")
                            .path("message")
                            .path("body")
                            .path("text")
                            .asText())
                    .isEqualTo("<script>alert(1)</script>");
        }
    }

    @ParameterizedTest
    @CsvSource({"/ws/v1/chat", "/ws/v1/chat?token=nonsense", "/ws/v1/chat?token=a.b.c"})
    void refuses_a_wrong_token_at_the_door(String path) {
        assertThatThrownBy(() -> TestSocket.open(base, path, null))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void shows_nothing_of_another_customers_conversation() {
        try (var victim = greeted(visitor());
                var thief = greeted(visitor())) {
            victim.send(send("a", "我的身份证号是"));
            var conversation = conversationOf(victim);

            thief.send(Map.of("type", "hello", "conversationId", conversation, "afterSeq", 0));

            assertThat(thief.next().path("code").asText()).isEqualTo("not-found");
            assertThat(thief.staysSilentFor(Duration.ofMillis(300))).isTrue();
        }
    }

    @Test
    void queues_the_customer_who_presses_the_button_and_lets_them_leave_the_queue() {
        try (var socket = greeted(visitor())) {
            socket.send(Map.of("type", "human"));
            var queued = socket.next("owner");
            var place = socket.next("queue");
            socket.send(Map.of("type", "back-to-bot"));
            var back = socket.next("owner");

            assertThat(queued.path("owner").path("kind").asText()).isEqualTo("queue");
            assertThat(queued.path("owner").has("reason")).isFalse();
            assertThat(place.path("position").asInt()).isPositive();
            assertThat(back.path("owner").path("kind").asText()).isEqualTo("bot");
            assertThat(back.path("epoch").asInt()).isEqualTo(2);
        }
    }

    @Test
    void shows_the_agents_name_and_never_the_id() {
        var token = visitor();
        var agent = people.staff(Role.AGENT);
        try (var socket = TestSocket.open(base, "/ws/v1/chat?token=" + token, null)) {
            socket.send(HELLO);
            var id = idIn(socket.next("welcome"));
            socket.send(Map.of("type", "human"));
            socket.next("owner");
            conversations.assign(id, 1, agent.id()).await().indefinitely();
            conversations.appendFromAgent(id, agent.id(), "r1", "您好").await().indefinitely();

            var owner = socket.next("owner");
            var said = socket.next("message").path("message");

            assertThat(owner.path("owner").path("name").asText()).isEqualTo(agent.name());
            assertThat(said.path("author").path("name").asText()).isEqualTo(agent.name());
            assertThat(owner.toString() + said)
                    .doesNotContain(agent.id().value().toString());
        }
    }

    @Test
    void shows_that_the_agent_is_typing() {
        try (var socket = TestSocket.open(base, "/ws/v1/chat?token=" + visitor(), null)) {
            socket.send(HELLO);
            var id = idIn(socket.next("welcome"));

            var agent = new Author.Agent(people.staff(Role.AGENT).id(), "小林");
            var typing = shown(socket, id, new Ephemeral.Typing(agent), "typing");

            assertThat(typing.path("author").path("kind").asText()).isEqualTo("agent");
        }
    }

    @Test
    void shows_what_the_bot_has_written_so_far() {
        try (var socket = TestSocket.open(base, "/ws/v1/chat?token=" + visitor(), null)) {
            socket.send(HELLO);
            var id = idIn(socket.next("welcome"));

            var draft = shown(socket, id, new Ephemeral.Draft(1, "补卡收取 10 元。"), "draft");

            assertThat(draft.path("text").asText()).isEqualTo("补卡收取 10 元。");
        }
    }

    @Test
    void goes_on_in_a_new_conversation_when_the_last_was_closed() {
        try (var socket = TestSocket.open(base, "/ws/v1/chat?token=" + visitor(), null)) {
            socket.send(HELLO);
            var closed = idIn(socket.next("welcome"));
            conversations.close(closed, 0).await().indefinitely();
            socket.next("owner");
            socket.send(send("b", "还有个问题"));

            var welcome = socket.next("welcome");

            assertThat(idIn(welcome)).isNotEqualTo(closed);
            assertThat(socket.next("ack").path("seq").asLong()).isEqualTo(1);
        }
    }

    @Test
    void slows_down_a_flooding_client_and_goes_on_when_it_slows_down() throws InterruptedException {
        try (var socket = greeted(visitor())) {
            IntStream.range(0, 300).forEach(i -> socket.send(Map.of("type", "typing")));
            socket.send(send("flood", "还在吗"));

            assertThat(socket.next("error").path("code").asText()).isEqualTo("too-fast");
            Thread.sleep(1000);
            socket.send(send("after", "怎么查话费"));
            assertThat(socket.next("ack").path("clientMessageId").asText()).isIn("flood", "after");
        }
    }

    /** What passes is not kept: it is repeated until the socket, which may just have been welcomed, follows. */
    private JsonNode shown(TestSocket socket, ConversationId id, Ephemeral passing, String type) {
        for (var tries = 0; tries < 150; tries++) {
            delivery.ephemeral(id, passing).await().indefinitely();
            var frame = socket.poll(Duration.ofMillis(200));
            if (frame.isPresent() && frame.get().path("type").asText().equals(type)) {
                return frame.get();
            }
        }
        throw new AssertionError("No frame " + type);
    }

    private String visitor() {
        return people.token(people.visitor());
    }

    private TestSocket greeted(String token) {
        var socket = TestSocket.open(base, "/ws/v1/chat?token=" + token, null);
        socket.send(HELLO);
        socket.next("welcome");
        return socket;
    }

    private static Map<String, ?> send(String id, String text) {
        return Map.of("type", "send", "clientMessageId", id, "text", text);
    }

    private static ConversationId idIn(JsonNode welcome) {
        return ConversationId.of(
                UUID.fromString(welcome.path("conversation").path("id").asText()));
    }

    private static String conversationOf(TestSocket socket) {
        socket.send(HELLO);
        return socket.next("welcome").path("conversation").path("id").asText();
    }

    /** Others who ask all the time, so that the queue stays full. */
    private record Crowd(Embedder embedder, AtomicBoolean gone) implements AutoCloseable {
        private static final int MANY = 400;

        Crowd(Embedder embedder) {
            this(embedder, new AtomicBoolean());
        }

        void gather() {
            IntStream.range(0, MANY).forEach(i -> ask());
        }

        private void ask() {
            if (!gone.get()) {
                embedder.compute("流量用完了怎么办").subscribe().with(vector -> ask(), refused -> {});
            }
        }

        @Override
        public void close() {
            gone.set(true);
            await().until(() -> !embedder.isOverloaded());
        }
    }

    private static JsonNode nextFromBot(TestSocket socket) {
        while (true) {
            var message = socket.next("message").path("message");
            if (message.at("/author/kind").asText().equals("bot")) {
                return message;
            }
        }
    }

    private static void nextNotice(TestSocket socket, String code) {
        var seen = "";
        while (!seen.equals(code)) {
            seen = socket.next("message").at("/message/body/code").asText();
        }
    }
}
