package dev.yiwen.handoff.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.TestSocket;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a supervisor whispers to an agent: the agent reads it at once, the customer never. */
@QuarkusTest
class WhisperTest {
    private static final String WHISPER = "先道歉，可以减免二十元";
    private static final String ALOUD = "马上为您处理";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI server;

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    AgentQueue queue;

    @Inject
    Conversations conversations;

    private Staff agent;
    private CustomerId customer;
    private Conversation served;

    @BeforeEach
    void an_agent_has_a_customer() {
        scene.startsEmpty();
        agent = people.staff(Role.AGENT);
        customer = people.visitor();
        var waiting = scene.askForHuman(scene.withBot(customer), Code.WISH_FOR_HUMAN);
        served = queue.pick(waiting.id(), agent.id()).await().indefinitely();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void the_agent_reads_it_at_once() {
        try (var page = AgentPage.open(server, people.token(agent))) {
            page.send(Map.of("type", "open", "conversationId", served.id().value(), "afterSeq", 0));
            page.frame("owner");

            whisper();

            assertThat(page.frame("whisper").at("/whisper/text").asText()).isEqualTo(WHISPER);
        }
    }

    @Test
    void the_customers_socket_never_carries_it_neither_live_nor_when_it_is_read_again() {
        try (var socket = TestSocket.open(server, "/ws/v1/chat?token=" + people.token(customer), null)) {
            socket.send(Map.of("type", "hello", "afterSeq", 0));
            whisper();
            conversations
                    .appendFromAgent(served.id(), agent.id(), "a1", ALOUD)
                    .await()
                    .indefinitely();
            assertThat(untilAloud(socket)).doesNotContain(WHISPER);

            socket.send(Map.of("type", "hello", "afterSeq", 0));
            assertThat(untilAloud(socket)).doesNotContain(WHISPER);
        }
    }

    @Test
    void the_customers_token_opens_neither_the_whispers_nor_the_conversation_as_staff_see_it() {
        whisper();
        var token = people.token(customer);

        for (var path : new String[] {"/whispers", "", "/packet", "/wrap-up"}) {
            given().header("Authorization", "Bearer " + token)
                    .get("/api/v1/conversations/" + served.id().value() + path)
                    .then()
                    .statusCode(403);
        }
    }

    private void whisper() {
        given().cookie("yiwen_session", people.token(people.staff(Role.SUPERVISOR)))
                .contentType(ContentType.JSON)
                .body(Map.of("text", WHISPER))
                .post("/api/v1/conversations/" + served.id().value() + "/whispers")
                .then()
                .statusCode(200);
    }

    /** All that the socket carries up to what the agent said aloud after the whisper. */
    private static String untilAloud(TestSocket socket) {
        var heard = new StringBuilder();
        while (heard.indexOf(ALOUD) < 0) {
            heard.append(socket.next());
        }
        return heard.toString();
    }
}
