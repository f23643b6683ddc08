package dev.yiwen.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How pressing tickets are, and what is done with many at once. */
@QuarkusTest
class TicketPriorityTest {
    @Inject
    TicketScene scene;

    @Inject
    Tickets tickets;

    @Inject
    People people;

    @Test
    void the_pressing_ones_stand_first_are_found_and_exported() {
        var agent = people.staff(Role.AGENT);
        var word = Ids.next().toString().substring(24);
        opened(agent, word + " 寄发票", "LOW");
        opened(agent, word + " 全小区断网", "URGENT");
        opened(agent, word + " 换卡", null);

        as(agent)
                .get("/api/v1/tickets?show=all&sort=priority&q=" + word)
                .then()
                .statusCode(200)
                .body("tickets.priority", contains("URGENT", "NORMAL", "LOW"));
        as(agent)
                .get("/api/v1/tickets?show=all&priority=LOW&q=" + word)
                .then()
                .body("tickets.title", contains(word + " 寄发票"));
        as(agent)
                .get("/api/v1/tickets/export?show=all&priority=URGENT&q=" + word)
                .then()
                .body(containsString("\"优先级\""))
                .body(containsString("\"紧急\""));
    }

    @Test
    void another_priority_stands_in_the_history_and_moves_no_deadline() {
        var agent = people.staff(Role.AGENT);
        var ticket = scene.opened(TicketKind.FAULT);

        as(agent)
                .body(Map.of("priority", "URGENT"))
                .post(path(ticket, "/priority"))
                .then()
                .statusCode(200)
                .body("ticket.priority", equalTo("URGENT"))
                .body("history[-1].what", equalTo("PRIORITY"))
                .body("history[-1].words", equalTo("URGENT"));

        assertThat(TicketScene.await(tickets.find(ticket.id())).steps()).isEqualTo(ticket.steps());
    }

    @Test
    void who_does_not_work_on_a_ticket_leaves_its_priority_alone() {
        var ticket = scene.opened(TicketKind.FAULT);
        as(people.staff(Role.AGENT)).post(path(ticket, "/take")).then().statusCode(200);

        as(people.staff(Role.AGENT))
                .body(Map.of("priority", "URGENT"))
                .post(path(ticket, "/priority"))
                .then()
                .statusCode(403);
    }

    @Test
    void of_many_that_are_taken_at_once_each_says_why_it_was_not() {
        var agent = people.staff(Role.AGENT);
        var free = scene.opened(TicketKind.FAULT);
        var taken = scene.opened(TicketKind.FAULT);
        as(people.staff(Role.AGENT)).post(path(taken, "/take")).then().statusCode(200);
        var none = UUID.randomUUID();

        as(agent)
                .body(Map.of("what", "TAKE", "tickets", List.of(taken.id(), none, free.id())))
                .post("/api/v1/tickets/bulk")
                .then()
                .statusCode(200)
                .body("done", contains(false, false, true))
                .body("[0].why", equalTo("OWNED"))
                .body("[1].detail", equalTo("There is no such ticket."));

        assertThat(TicketScene.await(tickets.find(free.id())).isOf(agent.id())).isTrue();
        assertThat(TicketScene.await(tickets.find(taken.id())).isOf(agent.id())).isFalse();
    }

    @Test
    void many_are_resolved_for_one_reason_and_those_of_others_are_not() {
        var agent = people.staff(Role.AGENT);
        var mine = scene.opened(TicketKind.FAULT);
        var others = scene.opened(TicketKind.FAULT);
        as(agent).post(path(mine, "/take")).then().statusCode(200);

        as(agent)
                .body(Map.of("what", "RESOLVE", "words", "线路已修复", "tickets", List.of(mine.id(), others.id())))
                .post("/api/v1/tickets/bulk")
                .then()
                .body("done", contains(true, false))
                .body("[1].why", equalTo("NOT_YOURS"));
        as(agent)
                .body(Map.of("what", "RESOLVE", "tickets", List.of(others.id())))
                .post("/api/v1/tickets/bulk")
                .then()
                .statusCode(400);

        assertThat(TicketScene.await(tickets.find(mine.id())).resolution()).isEqualTo("线路已修复");
    }

    @Test
    void what_is_put_back_is_anybodys() {
        var agent = people.staff(Role.AGENT);
        var ticket = scene.opened(TicketKind.OTHER);
        as(agent).post(path(ticket, "/take")).then().statusCode(200);

        as(agent)
                .post(path(ticket, "/release"))
                .then()
                .statusCode(200)
                .body("ticket.owner", equalTo(null))
                .body("ticket.state", equalTo("OPEN"))
                .body("history[-1].what", equalTo("RELEASED"));
        as(people.staff(Role.AGENT)).post(path(ticket, "/take")).then().statusCode(200);
    }

    private void opened(Staff by, String title, @Nullable String priority) {
        var ticket = new HashMap<String, Object>(Map.of("kind", "OTHER", "title", title));
        if (priority != null) {
            ticket.put("priority", priority);
        }
        as(by).body(ticket).post("/api/v1/tickets").then().statusCode(200);
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }

    private static String path(Ticket ticket, String rest) {
        return "/api/v1/tickets/" + ticket.id().value() + rest;
    }
}
