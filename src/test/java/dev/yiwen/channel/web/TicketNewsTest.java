package dev.yiwen.channel.web;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.TestSocket;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.ticket.NewTicket;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.Tickets;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of tickets, on the customer's socket. */
@QuarkusTest
class TicketNewsTest {
    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI base;

    @Inject
    People people;

    @Inject
    Conversations conversations;

    @Inject
    Tickets tickets;

    private CustomerId customer;
    private Conversation conversation;
    private Staff agent;
    private Ticket ticket;

    @BeforeEach
    void an_agent_has_a_ticket() {
        customer = people.visitor();
        conversation = conversations.openOrResume(customer, Channel.WEB).await().indefinitely();
        agent = people.staff(Role.AGENT);
        ticket = tickets.open(NewTicket.leftBy(
                        customer,
                        conversation.id(),
                        TicketKind.FAULT,
                        "宽带断了",
                        null,
                        UUID.randomUUID().toString()))
                .await()
                .indefinitely();
        act("take", Map.of());
    }

    @Test
    void a_reply_is_a_message_of_the_person_who_wrote_it() {
        try (var socket = hello()) {
            act("replies", Map.of("words", "师傅今天下午上门"));

            var frames = new HashMap<String, JsonNode>();
            while (!frames.keySet().containsAll(Set.of("message", "ticket"))) {
                var frame = socket.next();
                frames.put(frame.path("type").asText(), frame);
            }
            var message = requireNonNull(frames.get("message")).path("message");
            assertThat(message.at("/author/kind").asText()).isEqualTo("agent");
            assertThat(message.at("/author/name").asText()).isEqualTo(agent.name());
            assertThat(message.at("/body/text").asText()).isEqualTo("师傅今天下午上门");
            assertThat(message.at("/body/ticket").asLong()).isEqualTo(ticket.number());
            assertThat(requireNonNull(frames.get("ticket")).path("number").asLong())
                    .isEqualTo(ticket.number());
        }
    }

    @Test
    void a_page_that_shows_what_is_over_goes_on_where_the_reply_stands() {
        try (var socket = hello()) {
            conversations.close(conversation.id(), conversation.epoch()).await().indefinitely();
            owned(socket, "nobody");

            act("replies", Map.of("words", "已修好"));

            var welcome = socket.next("welcome");
            assertThat(welcome.at("/conversation/id").asText())
                    .isNotEqualTo(conversation.id().value().toString());
            assertThat(socket.next("message").at("/message/body/text").asText()).isEqualTo("已修好");
        }
    }

    private static void owned(TestSocket socket, String kind) {
        JsonNode owner;
        do {
            owner = socket.next("owner");
        } while (!owner.at("/owner/kind").asText().equals(kind));
    }

    private TestSocket hello() {
        var socket = TestSocket.open(base, "/ws/v1/chat?token=" + people.token(customer), null);
        socket.send(Map.of("type", "hello", "afterSeq", 0));
        socket.next("welcome");
        return socket;
    }

    private void act(String what, Map<String, String> body) {
        given().cookie("yiwen_session", people.token(agent))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/tickets/" + ticket.id().value() + "/" + what)
                .then()
                .statusCode(200);
    }
}
