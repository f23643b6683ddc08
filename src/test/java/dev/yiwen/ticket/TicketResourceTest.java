package dev.yiwen.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.yiwen.TestSocket;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketResourceTest {
    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI server;

    @Inject
    TicketScene scene;

    @Inject
    People people;

    @Test
    void an_agent_takes_answers_and_resolves_what_a_customer_left() {
        var agent = people.staff(Role.AGENT);
        var ticket = scene.opened(TicketKind.COMPLAINT);

        as(agent).post(path(ticket, "/take")).then().statusCode(200).body("ticket.owner.name", equalTo(agent.name()));
        as(agent)
                .body(Map.of("words", "已致电道歉"))
                .post(path(ticket, "/steps/RESPOND"))
                .then()
                .statusCode(200)
                .body("ticket.steps.find { it.step == 'RESPOND' }.metAt", not(equalTo(null)));
        as(agent)
                .body(Map.of("words", "已退费 20 元"))
                .post(path(ticket, "/resolve"))
                .then()
                .statusCode(200)
                .body("ticket.state", equalTo("RESOLVED"))
                .body("history.what", hasItem("STEP_MET"))
                .body("history[-1].words", equalTo("已退费 20 元"));
        as(agent)
                .body(Map.of("words", "再来一次"))
                .post(path(ticket, "/resolve"))
                .then()
                .statusCode(409);
    }

    @Test
    void a_ticket_is_found_by_its_number_and_stands_among_the_overdue_ones_when_it_is_late() {
        var agent = people.staff(Role.AGENT);
        var ticket = scene.opened(TicketKind.FAULT);
        scene.age(ticket, Duration.ofHours(5));

        as(agent)
                .get("/api/v1/tickets?show=overdue&q=" + ticket.number())
                .then()
                .statusCode(200)
                .body("tickets.number", hasItem((int) ticket.number()));
        as(agent)
                .get("/api/v1/tickets?show=resolved&q=" + ticket.number())
                .then()
                .statusCode(200)
                .body("tickets.size()", equalTo(0));
    }

    @Test
    void tickets_are_exported_as_a_table_without_how_to_reach_anybody() {
        var agent = people.staff(Role.AGENT);
        var ticket = scene.opened(TicketKind.FAULT, "=1+1 电话13912345678");

        as(agent)
                .get("/api/v1/tickets/export?show=open&q=" + ticket.number())
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .body(containsString("\"编号\",\"类型\""))
                .body(containsString("\"" + ticket.number() + "\",\"故障\",\"'=1+1 电话[手机号1]\",\"待领取\""))
                .body(not(containsString("13912345678")));
    }

    @Test
    void an_agent_opens_a_ticket_and_gives_it_to_a_colleague() {
        var agent = people.staff(Role.AGENT);
        var colleague = people.staff(Role.AGENT);
        String id = as(agent)
                .body(Map.of("kind", "OTHER", "title", "寄发票"))
                .post("/api/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        as(agent)
                .get("/api/v1/tickets/colleagues")
                .then()
                .statusCode(200)
                .body("id", hasItem(colleague.id().value().toString()));
        as(agent).post("/api/v1/tickets/" + id + "/take").then().statusCode(200);

        as(agent)
                .body(Map.of("staffId", colleague.id().value()))
                .post("/api/v1/tickets/" + id + "/assign")
                .then()
                .statusCode(200)
                .body("ticket.owner.name", equalTo(colleague.name()));
    }

    @Test
    void whose_work_it_is_not_reads_tokens_and_a_supervisor_is_told_for_a_reason() {
        var owner = people.staff(Role.AGENT);
        var supervisor = people.staff(Role.SUPERVISOR);
        var ticket = scene.opened(TicketKind.COMPLAINT, "我叫王小丽，电话13912345678，要求退费");
        as(owner).post(path(ticket, "/take")).then().statusCode(200).body("ticket.details", containsString("王小丽"));
        as(owner)
                .body(Map.of("words", "已联系13912345678，另一个号13787654321"))
                .post(path(ticket, "/comments"))
                .then()
                .statusCode(200);

        as(supervisor)
                .get(path(ticket, ""))
                .then()
                .body("ticket.title", equalTo("我叫[姓名1]，电话[手机号1]，要求退费"))
                .body("ticket.details", equalTo("我叫[姓名1]，电话[手机号1]，要求退费"))
                .body("history[-1].words", equalTo("已联系[手机号1]，另一个号[手机号2]"));

        reveal(supervisor, ticket, "[手机号2]").statusCode(200).body("value", equalTo("13787654321"));
        reveal(supervisor, ticket, "[联系方式]").statusCode(200).body("value", equalTo("13800001234"));
        reveal(supervisor, ticket, "[手机号3]").statusCode(404);
        reveal(people.staff(Role.AGENT), ticket, "[手机号1]").statusCode(403);
        as(supervisor)
                .body(Map.of("token", "[手机号1]"))
                .post(path(ticket, "/reveal"))
                .then()
                .statusCode(400);
        as(people.staff(Role.ADMIN))
                .queryParams(
                        "kind", "reveal", "subject", "ticket:" + ticket.id().value())
                .get("/api/v1/audit")
                .then()
                .body("entries.size()", equalTo(2))
                .body("entries[0].actor", equalTo(supervisor.id().value().toString()))
                .body("entries.details.reason", everyItem(equalTo("回访[手机号]")));
    }

    private ValidatableResponse reveal(Staff staff, Ticket ticket, String token) {
        return as(staff)
                .body(Map.of("token", token, "reason", "回访13912345678"))
                .post(path(ticket, "/reveal"))
                .then();
    }

    @Test
    void a_supervisor_is_told_of_a_late_ticket_while_it_gets_late() {
        var supervisor = people.staff(Role.SUPERVISOR);
        var ticket = scene.opened(TicketKind.FAULT);
        try (var page = TestSocket.open(server, "/ws/v1/tickets", people.token(supervisor))) {
            assertThat(page.next("counts").path("open").asLong()).isPositive();
            scene.age(ticket, Duration.ofHours(5));

            var warning = page.next("warning");
            while (warning.path("number").asLong() != ticket.number()) {
                warning = page.next("warning");
            }

            assertThat(warning.path("overdue").asBoolean()).isTrue();
            assertThat(warning.path("step").asText()).isEqualTo("RESTORE");
        }
    }

    @Test
    void customers_and_editors_are_kept_out_and_nonsense_is_refused() {
        var agent = people.staff(Role.AGENT);
        var ticket = scene.opened(TicketKind.OTHER);

        given().header("Authorization", "Bearer " + people.token(people.visitor()))
                .get(path(ticket, ""))
                .then()
                .statusCode(403);
        as(people.staff(Role.EDITOR)).get("/api/v1/tickets").then().statusCode(403);
        as(agent).get("/api/v1/tickets/" + UUID.randomUUID()).then().statusCode(404);
        as(agent)
                .body(Map.of("kind", "OTHER", "title", " "))
                .post("/api/v1/tickets")
                .then()
                .statusCode(400);
        as(agent)
                .body(Map.of("words", ""))
                .post(path(ticket, "/comments"))
                .then()
                .statusCode(400);
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }

    private static String path(Ticket ticket, String rest) {
        return "/api/v1/tickets/" + ticket.id().value() + rest;
    }
}
