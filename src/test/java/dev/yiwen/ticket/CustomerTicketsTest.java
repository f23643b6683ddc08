package dev.yiwen.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.conversation.Body;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets between those who work on them and the customers whose they are. */
@QuarkusTest
class CustomerTicketsTest {
    private static final String OWN = "/api/v1/chat/tickets";

    @Inject
    TicketScene scene;

    @Inject
    People people;

    private Ticket ticket;
    private CustomerId customer;
    private Staff agent;

    @BeforeEach
    void an_agent_has_what_a_customer_left() {
        ticket = scene.opened(TicketKind.COMPLAINT, "多扣了 20 元");
        customer = CustomerId.of(Objects.requireNonNull(ticket.customer()).id());
        agent = people.staff(Role.AGENT);
        act("/take", Map.of());
    }

    @Test
    void a_customer_reads_what_is_promised_and_was_replied_and_nothing_internal() {
        act("/comments", Map.of("words", "疑似误扣，先别承诺"));
        act("/replies", Map.of("words", "已退还 20 元"));

        as(customer)
                .get(OWN)
                .then()
                .statusCode(200)
                .body("number", contains((int) ticket.number()))
                .body("[0].subject", equalTo("多扣了 20 元"))
                .body("[0].state", equalTo("IN_PROGRESS"))
                .body("[0].promised.step", contains("PLAN", "CALL_BACK"))
                .body("[0].said.words", contains("多扣了 20 元", "已退还 20 元"))
                .body("[0].said[0].name", nullValue())
                .body("[0].said[1].name", equalTo(agent.name()))
                .body(not(containsString("疑似误扣")))
                .body(not(containsString("13800001234")))
                .body(not(containsString(agent.id().value().toString())));
    }

    @Test
    void a_reply_that_is_sent_again_is_told_once() {
        act("/replies", Map.of("words", "已退还 20 元", "clientMessageId", "r1"));
        act("/replies", Map.of("words", "已退还 20 元", "clientMessageId", "r1"))
                .body("history.findAll { it.what == 'REPLIED' }.size()", equalTo(1));
        act("/replies", Map.of("words", "已退还 20 元", "clientMessageId", "r2"));

        assertThat(scene.messagesIn(ticket))
                .filteredOn(
                        it -> it.body() instanceof Body.Text text && text.text().equals("已退还 20 元"))
                .hasSize(2);
    }

    @Test
    void an_answer_takes_a_waiting_ticket_back_to_work_and_is_unread_until_its_owner_reads_it() {
        act("/replies", Map.of("words", "请问是哪个号码？", "waits", true))
                .body("ticket.state", equalTo("WAITING"))
                .body("ticket.unread", equalTo(false));

        answer(customer, "a1", "尾号 1234").statusCode(200).body("[0].state", equalTo("IN_PROGRESS"));
        answer(customer, "a1", "尾号 1234").statusCode(200);

        ticket().body("ticket.unread", equalTo(true))
                .body("history.findAll { it.what == 'ANSWERED' }.words", contains("尾号 1234"));
        as(people.staff(Role.AGENT)).post(path("/read")).then().statusCode(204);
        ticket().body("ticket.unread", equalTo(true));
        as(agent).get("/api/v1/tickets?show=answered").then().body("tickets.number", hasItem((int) ticket.number()));
        as(agent).post(path("/read")).then().statusCode(204);
        ticket().body("ticket.unread", equalTo(false));
        assertThat(scene.messagesIn(ticket))
                .filteredOn(it -> it.body().equals(Body.Text.ofTicket("尾号 1234", ticket.number())))
                .hasSize(1);
    }

    @Test
    void an_answer_opens_a_resolved_ticket_again_unless_that_is_long_ago() {
        act("/resolve", Map.of("words", "已退费"));
        as(customer).get(OWN).then().body("[0].state", equalTo("RESOLVED")).body("[0].promised.size()", equalTo(0));
        assertThat(scene.messagesIn(ticket))
                .last()
                .satisfies(it -> assertThat(it.body()).isInstanceOfSatisfying(Body.Notice.class, notice -> {
                    assertThat(notice.code()).isEqualTo("ticket-resolved");
                    assertThat(notice.text()).doesNotContain("已退费");
                }));

        answer(customer, "a1", "钱没到账").statusCode(200).body("[0].state", equalTo("IN_PROGRESS"));

        ticket().body("ticket.steps[0].metAt", nullValue()).body("history.what", hasItem("REOPENED"));
        act("/resolve", Map.of("words", "已退费"));
        scene.resolvedAgo(ticket, Duration.ofDays(15));
        answer(customer, "a2", "又多扣了").statusCode(409);
        as(customer).get(OWN).then().body("[0].answerable", equalTo(false));
    }

    @Test
    void a_ticket_is_nobody_elses() {
        var stranger = people.visitor();

        as(stranger).get(OWN).then().statusCode(200).body("size()", equalTo(0));
        answer(stranger, "a1", "这是谁的？").statusCode(404);
        given().get(OWN).then().statusCode(401);
        as(agent).get(OWN).then().statusCode(403);
        as(customer).post(path("/read")).then().statusCode(403);
    }

    @Test
    void answers_have_the_bounds_of_messages_and_a_pace() {
        answer(customer, "a1", " ").statusCode(400);
        answer(customer, "", "好").statusCode(400);
        answer(customer, "a1", "长".repeat(2001)).statusCode(413);
        for (int i = 0; i < 10; i++) {
            answer(customer, "b" + i, "第" + i + "条");
        }

        answer(customer, "c", "再来一条").statusCode(429);
    }

    @Test
    void a_customer_is_told_of_a_ticket_that_an_agent_opens() {
        var conversation = scene.givenTo(agent);
        var number = as(agent)
                .body(Map.of("kind", "FAULT", "title", "宽带断了", "details", "客户态度差", "conversationId", conversation.id()))
                .post("/api/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .path("number");

        assertThat(scene.messagesIn(conversation.id()))
                .last()
                .satisfies(it -> assertThat(it.body()).isInstanceOfSatisfying(Body.Notice.class, notice -> {
                    assertThat(notice.code()).isEqualTo("ticket-opened");
                    assertThat(notice.text()).contains(number.toString(), "宽带断了", "前处理并答复您");
                }));
        as(conversation.customer())
                .get(OWN)
                .then()
                .body("number", contains(number))
                .body(not(containsString("客户态度差")));
    }

    private ValidatableResponse act(String what, Map<String, Object> body) {
        return as(agent).body(body).post(path(what)).then().statusCode(200);
    }

    private ValidatableResponse ticket() {
        return as(agent).get(path("")).then().statusCode(200);
    }

    private ValidatableResponse answer(CustomerId by, String id, String text) {
        return as(by).body(Map.of("clientMessageId", id, "text", text))
                .post(OWN + "/" + ticket.number() + "/answers")
                .then();
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }

    private RequestSpecification as(CustomerId customer) {
        return given().header("Authorization", "Bearer " + people.token(customer))
                .contentType(ContentType.JSON);
    }

    private String path(String rest) {
        return "/api/v1/tickets/" + ticket.id().value() + rest;
    }
}
