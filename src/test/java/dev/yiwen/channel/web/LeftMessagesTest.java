package dev.yiwen.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.TestSocket;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Owner;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.Tickets;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leaving a message instead of waiting, as a customer's socket does it. */
@QuarkusTest
class LeftMessagesTest {
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

    @BeforeEach
    void somebody() {
        customer = people.visitor();
    }

    @Test
    void a_customer_who_waits_leaves_a_message_and_the_queue_with_a_promise() {
        try (var socket = waiting()) {
            socket.send(message("m1", "COMPLAINT", "多扣了 20 元，请退还"));

            var notice = notice(socket);

            assertThat(notice.path("text").asText()).contains("工单号", "前联系您");
            assertThat(socket.next("owner").at("/owner/kind").asText()).isEqualTo("bot");
            assertThat(open()).singleElement().satisfies(it -> {
                assertThat(it.kind()).isEqualTo(TicketKind.COMPLAINT);
                assertThat(it.title()).isEqualTo("多扣了 20 元，请退还");
                assertThat(it.contact()).isEqualTo("13900001111");
                assertThat(Long.toString(it.number()))
                        .isEqualTo(notice.at("/facts/number").asText());
            });
        }
    }

    @Test
    void a_message_that_is_sent_again_opens_one_ticket_and_is_promised_once() {
        try (var socket = waiting()) {
            socket.send(message("m1", "FAULT", "宽带断了"));
            notice(socket);
            socket.send(message("m1", "FAULT", "宽带断了"));
            // Frames are handled in order, so when this is refused the second message was seen to.
            socket.send(message("m2", "MAJOR_FAULT", "都断了"));
            assertThat(socket.next("error").path("clientMessageId").asText()).isEqualTo("m2");

            assertThat(open()).hasSize(1);
            assertThat(said()).filteredOn(it -> it.contains("留言已登记")).hasSize(1);
        }
    }

    @Test
    void the_bot_that_helps_who_waits_does_not_answer_what_is_left_for_people() {
        try (var socket = waiting()) {
            socket.send(Map.of("type", "help", "wanted", true));
            socket.send(message("m1", "FAULT", "宽带断了"));
            notice(socket);

            socket.send(Map.of("type", "send", "clientMessageId", "m2", "text", "谢谢"));

            assertThat(fromBot(socket).path("body").path("kind").asText()).isEqualTo("smalltalk");
        }
    }

    private static JsonNode fromBot(TestSocket socket) {
        while (true) {
            var message = socket.next("message").path("message");
            if (message.at("/author/kind").asText().equals("bot")) {
                return message;
            }
        }
    }

    @Test
    void an_agent_who_came_first_keeps_the_customer_and_both_are_told_of_the_ticket() {
        try (var socket = waiting()) {
            var waiting = conversations.load(conversation()).await().indefinitely();
            var agent = people.staff(dev.yiwen.identity.Role.AGENT);
            conversations
                    .assign(waiting.id(), waiting.epoch(), agent.id())
                    .await()
                    .indefinitely();

            socket.send(message("m1", "OTHER", "想改套餐"));
            notice(socket);

            assertThat(conversations.load(waiting.id()).await().indefinitely().owner())
                    .isInstanceOf(Owner.Agent.class);
            assertThat(open()).hasSize(1);
        }
    }

    @Test
    void the_welcome_says_what_is_promised_for_each_kind() {
        try (var socket = TestSocket.open(base, "/ws/v1/chat?token=" + people.token(customer), null)) {
            socket.send(Map.of("type", "hello", "afterSeq", 0));

            var promises = socket.next("welcome").path("promises");

            assertThat(promises.findValuesAsText("kind")).containsExactly("COMPLAINT", "FAULT", "OTHER");
            assertThat(promises.get(0).path("words").asText()).contains("1 小时", "24 小时", "72 小时");
        }
    }

    private TestSocket waiting() {
        var socket = TestSocket.open(base, "/ws/v1/chat?token=" + people.token(customer), null);
        socket.send(Map.of("type", "hello", "afterSeq", 0));
        socket.next("welcome");
        var begun = conversations.load(conversation()).await().indefinitely();
        var reason = new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "测试", List.of());
        conversations.requestHuman(begun.id(), begun.epoch(), reason).await().indefinitely();
        while (!socket.next("owner").at("/owner/kind").asText().equals("queue")) {
            // The first frame says who owned it at the start.
        }
        return socket;
    }

    private ConversationId conversation() {
        return conversations
                .ofCustomer(customer, 1)
                .await()
                .indefinitely()
                .getFirst()
                .id();
    }

    private List<Ticket> open() {
        return tickets.openOf(customer, 10).await().indefinitely();
    }

    private List<String> said() {
        return conversations.messagesAfter(conversation(), 0, 50).await().indefinitely().stream()
                .map(it -> it.body().text())
                .toList();
    }

    private static JsonNode notice(TestSocket socket) {
        while (true) {
            var body = socket.next("message").at("/message/body");
            if (body.path("code").asText().equals("message-left")) {
                return body;
            }
        }
    }

    private static Map<String, ?> message(String id, String kind, String text) {
        return Map.of(
                "type", "leave-message", "clientMessageId", id, "kind", kind, "text", text, "contact", "13900001111");
    }
}
