package dev.yiwen.handoff.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.TestSocket;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff tell each other stays among them; what both sides have read does not. */
@QuarkusTest
class NoteResourceTest {
    private static final String NOTE = "客户语气很急，先安抚再报价";

    @Inject
    People people;

    @Inject
    Scene scene;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI base;

    private CustomerId customer;
    private Staff agent;
    private ConversationId id;

    @BeforeEach
    void anAgentServesACustomer() {
        customer = people.visitor();
        agent = people.staff(Role.AGENT);
        id = scene.askForHuman(scene.withBot(customer), Code.CALL).id();
        as(agent).post(path("/pick")).then().statusCode(200);
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void a_note_reaches_every_desk_that_looks_at_the_conversation() {
        try (var own = AgentPage.open(base, people.token(agent));
                var supervisor = AgentPage.open(base, people.token(people.staff(Role.SUPERVISOR, Role.AGENT)))) {
            open(own);
            open(supervisor);

            write(NOTE);

            assertThat(own.frame("note").at("/note/text").asText()).isEqualTo(NOTE);
            assertThat(supervisor.frame("note").at("/note/author").asText()).isEqualTo(agent.name());
        }
    }

    @Test
    void notes_are_there_when_the_conversation_is_opened_later() {
        write(NOTE);
        try (var page = AgentPage.open(base, people.token(agent))) {

            open(page);

            assertThat(page.frame("note").at("/note/text").asText()).isEqualTo(NOTE);
        }
    }

    @Test
    void no_note_passes_the_customers_socket() {
        try (var chat = TestSocket.open(base, "/ws/v1/chat", people.token(customer));
                var page = AgentPage.open(base, people.token(agent))) {
            chat.send(Map.of("type", "hello", "conversationId", id.value().toString(), "afterSeq", 0));
            chat.next("welcome");
            open(page);
            write(NOTE);
            page.frame("note");

            // What is said after the note comes after all that was sent because of it.
            page.send(Map.of("type", "send", "conversationId", id.value(), "clientMessageId", "after", "text", "您好"));

            assertThat(untilMessage(chat, "您好"))
                    .noneMatch(frame -> frame.toString().contains(NOTE));
        }
    }

    @Test
    void a_customer_who_resumes_gets_no_note_either() {
        write(NOTE);
        scene.customerSaid(id, "在吗");
        try (var chat = TestSocket.open(base, "/ws/v1/chat", people.token(customer))) {

            chat.send(Map.of("type", "hello", "conversationId", id.value().toString(), "afterSeq", 0));

            assertThat(untilMessage(chat, "在吗"))
                    .noneMatch(frame -> frame.toString().contains(NOTE));
        }
    }

    @Test
    void customers_colleagues_and_editors_do_not_read_notes() {
        write(NOTE);

        given().header("Authorization", "Bearer " + people.token(customer))
                .get(path("/notes"))
                .then()
                .statusCode(403);
        as(people.staff(Role.AGENT)).get(path("/notes")).then().statusCode(403);
        as(people.staff(Role.EDITOR)).get(path("/notes")).then().statusCode(403);
        as(agent).get(path("/notes")).then().statusCode(200).body("[0].text", equalTo(NOTE));
    }

    @Test
    void an_empty_note_is_refused() {
        as(agent).body(Map.of("text", "  ")).post(path("/notes")).then().statusCode(400);
    }

    @Test
    void each_side_sees_how_far_the_other_has_read() {
        scene.customerSaid(id, "宽带断了");
        try (var chat = TestSocket.open(base, "/ws/v1/chat", people.token(customer));
                var page = AgentPage.open(base, people.token(agent))) {
            chat.send(Map.of("type", "hello", "conversationId", id.value().toString(), "afterSeq", 0));
            var last = chat.next("welcome").at("/conversation/lastSeq").asLong();
            open(page);
            page.frame("owner", it -> it.at("/owner/kind").asText().equals("agent"));

            page.send(Map.of("type", "read", "conversationId", id.value(), "seq", last));
            assertThat(chat.next("read").path("seq").asLong()).isEqualTo(last);
            chat.send(Map.of("type", "read", "seq", last + 100));

            page.frame(
                    "read",
                    it -> it.path("reader").asText().equals("customer")
                            && it.path("seq").asLong() == last);
        }
    }

    private void open(AgentPage page) {
        page.send(Map.of("type", "open", "conversationId", id.value(), "afterSeq", 0));
        page.frame("read", it -> it.path("reader").asText().equals("agent"));
    }

    private void write(String text) {
        as(agent).body(Map.of("text", text)).post(path("/notes")).then().statusCode(200);
    }

    private static List<JsonNode> untilMessage(TestSocket chat, String text) {
        var frames = new ArrayList<JsonNode>();
        do {
            frames.add(chat.next());
        } while (!frames.getLast().at("/message/body/text").asText().equals(text));
        return frames;
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }

    private String path(String rest) {
        return "/api/v1/conversations/" + id.value() + rest;
    }
}
