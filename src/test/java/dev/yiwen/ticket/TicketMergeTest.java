package dev.yiwen.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tickets about one thing, and all tickets of one customer. */
@QuarkusTest
class TicketMergeTest {
    @Inject
    TicketScene scene;

    @Inject
    Tickets tickets;

    @Inject
    People people;

    private Staff supervisor;
    private Ticket first;
    private Ticket second;

    @BeforeEach
    void a_customer_left_two_messages_about_one_thing() {
        supervisor = people.staff(Role.SUPERVISOR);
        first = scene.opened(TicketKind.FAULT, "宽带断了");
        second = TicketScene.await(tickets.open(NewTicket.leftBy(
                CustomerId.of(Objects.requireNonNull(first.customer()).id()),
                ConversationId.of(Objects.requireNonNull(first.conversationId()).value()),
                TicketKind.FAULT,
                "怎么还没有人来",
                null,
                UUID.randomUUID().toString())));
    }

    @Test
    void one_goes_on_with_the_history_of_both_and_the_other_points_to_it() {
        comment(second, "客户又来电");

        merge(second, first, "")
                .statusCode(200)
                .body("ticket.state", equalTo("RESOLVED"))
                .body("ticket.mergedInto.number", equalTo((int) first.number()))
                .body("history[-1].what", equalTo("MERGED"));

        as(supervisor)
                .get(path(first, ""))
                .then()
                .body("ticket.state", equalTo("OPEN"))
                .body("history.findAll { it.ofTicket == " + second.number() + " }.what", hasItem("COMMENTED"))
                .body("history[-1].what", equalTo("ABSORBED"))
                .body("history[-1].words", equalTo(Long.toString(second.number())));
        as(supervisor)
                .body(Map.of("words", "x"))
                .post(path(second, "/reopen"))
                .then()
                .statusCode(409);
        as(people.staff(Role.ADMIN))
                .queryParams(
                        "kind",
                        "tickets.merged",
                        "subject",
                        "ticket:" + second.id().value())
                .get("/api/v1/audit")
                .then()
                .body("entries.size()", equalTo(1));
    }

    @Test
    void what_the_customer_writes_into_the_one_that_is_gone_goes_into_the_other() {
        merge(second, first, "").statusCode(200);

        given().header("Authorization", "Bearer " + people.token(customer()))
                .contentType(ContentType.JSON)
                .body(Map.of("clientMessageId", "a1", "text", "今天能来吗"))
                .post("/api/v1/chat/tickets/" + second.number() + "/answers")
                .then()
                .statusCode(200);

        as(supervisor)
                .get(path(first, ""))
                .then()
                .body("ticket.unread", equalTo(true))
                .body("history[-1].words", equalTo("今天能来吗"));
    }

    @Test
    void they_are_parted_again_as_long_as_nothing_has_happened() {
        merge(second, first, "").statusCode(200);

        as(supervisor)
                .post(path(second, "/split"))
                .then()
                .statusCode(200)
                .body("ticket.state", equalTo("OPEN"))
                .body("ticket.mergedInto", equalTo(null))
                .body("ticket.steps[0].metAt", equalTo(null))
                .body("history[-1].what", equalTo("SPLIT"));

        merge(second, first, "").statusCode(200);
        comment(first, "师傅已出发");
        as(supervisor).post(path(second, "/split")).then().statusCode(409);
    }

    @Test
    void those_of_two_customers_need_a_reason_and_who_does_not_work_on_both_may_not() {
        var others = scene.opened(TicketKind.FAULT, "同一栋楼也断了");

        merge(others, first, "").statusCode(400);
        merge(first, first, "同一件事").statusCode(400);
        var agent = people.staff(Role.AGENT);
        as(agent).post(path(others, "/take")).then().statusCode(200);
        as(agent)
                .body(Map.of("number", first.number(), "words", "同一处光缆"))
                .post(path(others, "/merge"))
                .then()
                .statusCode(403);

        merge(others, first, "同一处光缆").statusCode(200).body("ticket.resolution", containsString("同一处光缆"));
    }

    @Test
    void who_merges_crosswise_at_once_merges_one_way() {
        var outcomes = Stream.of(new Ticket[] {first, second}, new Ticket[] {second, first})
                .parallel()
                .map(it -> merge(it[0], it[1], "").extract().statusCode())
                .toList();

        assertThat(outcomes).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void a_customers_tickets_are_found_by_them_and_by_their_conversation() {
        scene.opened(TicketKind.OTHER);

        as(supervisor)
                .get("/api/v1/tickets?show=all&sort=newest&customer="
                        + customer().value())
                .then()
                .statusCode(200)
                .body("tickets.number", contains((int) second.number(), (int) first.number()));
        as(supervisor)
                .get("/api/v1/tickets?show=all&conversation="
                        + Objects.requireNonNull(first.conversationId()).value())
                .then()
                .body("tickets.number", containsInAnyOrder((int) first.number(), (int) second.number()));
    }

    private CustomerId customer() {
        return CustomerId.of(Objects.requireNonNull(first.customer()).id());
    }

    private void comment(Ticket ticket, String words) {
        as(supervisor)
                .body(Map.of("words", words))
                .post(path(ticket, "/comments"))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse merge(Ticket gone, Ticket stays, String words) {
        return as(supervisor)
                .body(Map.of("number", stays.number(), "words", words))
                .post(path(gone, "/merge"))
                .then();
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }

    private static String path(Ticket ticket, String rest) {
        return "/api/v1/tickets/" + ticket.id().value() + rest;
    }
}
