package dev.yiwen.handoff.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.ticket.NewTicket;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.Tickets;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody gives themselves a conversation by something that they make, and no right outlives its reason. */
@QuarkusTest
class DerivedRightsTest {
    private static final String PHONE = "13800001234";

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Tickets tickets;

    @Inject
    Pool database;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI server;

    @BeforeEach
    void nobodyElseIsThere() {
        scene.startsEmpty();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void a_ticket_is_opened_only_on_a_conversation_that_one_may_read() {
        var agent = people.staff(Role.AGENT);
        var id = ofColleague();

        open(agent, id).then().statusCode(403);

        assertThat(ticketsOn(id)).isZero();
        open(agent, ConversationId.of(UUID.randomUUID())).then().statusCode(404);
        open(people.staff(Role.SUPERVISOR), id).then().statusCode(200);
    }

    @Test
    void a_ticket_that_one_opened_and_took_oneself_lets_nobody_read() {
        var agent = people.staff(Role.AGENT);
        var id = scene.waiting(Code.CALL).id();
        var ticket = open(agent, id).then().statusCode(200).extract().<String>path("id");
        pick(people.staff(Role.AGENT), id);

        as(agent).post("/api/v1/tickets/" + ticket + "/take").then().statusCode(200);
        assign(agent, ticket, agent).statusCode(200);

        as(agent).get(path(id)).then().statusCode(403);
        as(agent).get(path(id) + "/packet").then().statusCode(403);
        as(agent).get(path(id) + "/files/" + UUID.randomUUID()).then().statusCode(403);
        as(agent).get(path(id) + "/notes").then().statusCode(403);
    }

    @Test
    void nobody_gives_on_a_right_that_they_do_not_have() {
        var agent = people.staff(Role.AGENT);
        var friend = people.staff(Role.AGENT);
        var id = scene.waiting(Code.CALL).id();
        var ticket = open(agent, id).then().statusCode(200).extract().<String>path("id");
        pick(people.staff(Role.AGENT), id);
        as(agent).post("/api/v1/tickets/" + ticket + "/take").then().statusCode(200);

        assign(agent, ticket, friend).statusCode(200);
        as(friend).get(path(id)).then().statusCode(403);
        assign(friend, ticket, agent).statusCode(200);

        as(agent).get(path(id)).then().statusCode(403);
    }

    @Test
    void a_ticket_that_a_supervisor_gave_lets_its_owner_read_until_it_is_resolved() {
        var agent = people.staff(Role.AGENT);
        var supervisor = people.staff(Role.SUPERVISOR);
        var id = ofColleague();
        var ticket = open(supervisor, id).then().statusCode(200).extract().<String>path("id");
        assign(supervisor, ticket, agent).statusCode(200);
        as(agent).get(path(id)).then().statusCode(200);

        as(agent)
                .body(Map.of("words", "办好了"))
                .post("/api/v1/tickets/" + ticket + "/resolve")
                .then()
                .statusCode(200);

        as(agent).get(path(id)).then().statusCode(403);
    }

    @Test
    void an_open_view_ends_with_the_ticket_on_which_it_rests() {
        var agent = people.staff(Role.AGENT);
        var supervisor = people.staff(Role.SUPERVISOR);
        var id = ofColleague();
        var ticket = open(supervisor, id).then().statusCode(200).extract().<String>path("id");
        assign(supervisor, ticket, agent).statusCode(200);
        try (var page = AgentPage.open(server, people.token(agent))) {
            look(page, id);

            assign(supervisor, ticket, people.staff(Role.AGENT)).statusCode(200);

            page.frame("access-ended", about(id));
        }
    }

    @Test
    void a_ticket_that_the_customer_left_lets_whoever_takes_it_read() {
        var agent = people.staff(Role.AGENT);
        var conversation = scene.withBot(people.visitor());
        var ticket = left(conversation);
        as(agent).get(path(conversation.id())).then().statusCode(403);

        as(agent).post("/api/v1/tickets/" + ticket + "/take").then().statusCode(200);

        as(agent).get(path(conversation.id())).then().statusCode(200);
    }

    @Test
    void how_to_reach_a_customer_is_shown_to_who_has_the_ticket_alone() {
        var owner = people.staff(Role.AGENT);
        var ticket = left(scene.withBot(people.visitor()));
        as(owner)
                .post("/api/v1/tickets/" + ticket + "/take")
                .then()
                .statusCode(200)
                .body("ticket.contact", equalTo(PHONE));

        var other = as(people.staff(Role.AGENT)).get("/api/v1/tickets/" + ticket);
        other.then().statusCode(200).body("ticket.contact", equalTo("*********34"));
        assertThat(other.asString()).doesNotContain(PHONE);
        assertThat(as(people.staff(Role.AGENT)).get("/api/v1/tickets?show=all").asString())
                .doesNotContain(PHONE);
        as(people.staff(Role.AGENT))
                .get("/api/v1/tickets?show=open&q=1380000")
                .then()
                .statusCode(200)
                .body("tickets.findAll { it.id == '" + ticket + "' }.size()", equalTo(0));
        as(people.staff(Role.SUPERVISOR))
                .get("/api/v1/tickets/" + ticket)
                .then()
                .body("ticket.contact", equalTo("*********34"));
    }

    @Test
    void who_handed_a_conversation_on_sees_no_more_of_it_once_a_colleague_has_it() {
        var agent = people.staff(Role.AGENT);
        var id = scene.waiting(Code.CALL).id();
        pick(agent, id);
        try (var page = AgentPage.open(server, people.token(agent))) {
            look(page, id);
            as(agent)
                    .body(Map.of("note", "请接着处理"))
                    .post(path(id) + "/transfer")
                    .then()
                    .statusCode(200);

            pick(people.staff(Role.AGENT), id);

            page.frame("access-ended", about(id));
            scene.customerSaid(id, "只给新客服看");
            page.send(Map.of("type", "open", "conversationId", id.value(), "afterSeq", 0));
            page.frame("error", about(id));
            assertThat(page.frames("message")).noneMatch(it -> it.toString().contains("只给新客服看"));
            as(agent).get(path(id)).then().statusCode(403);
        }
    }

    @Test
    void a_supervisor_who_watches_goes_on_watching_without_missing_a_word() {
        var id = scene.waiting(Code.CALL).id();
        try (var page = AgentPage.open(server, people.token(people.staff(Role.SUPERVISOR)))) {
            look(page, id);
            pick(people.staff(Role.AGENT), id);
            scene.customerSaid(id, "还在吗");
            scene.close(id);

            page.frame("owner", it -> it.at("/owner/kind").asText().equals("nobody"));
            page.frame("message", it -> it.toString().contains("还在吗"));
            assertThat(page.frames("access-ended")).isEmpty();
        }
    }

    @Test
    void what_an_agent_had_may_be_read_when_it_is_over_and_wrapped_up_by_the_last_one_alone() {
        var first = people.staff(Role.AGENT);
        var last = people.staff(Role.AGENT);
        var id = scene.waiting(Code.CALL).id();
        pick(first, id);
        as(first)
                .body(Map.of("note", "转给同事"))
                .post(path(id) + "/transfer")
                .then()
                .statusCode(200);
        pick(last, id);
        scene.close(id);

        as(first).get(path(id)).then().statusCode(200);
        as(first)
                .body(Map.of("notes", "改掉同事写的"))
                .post(path(id) + "/close")
                .then()
                .statusCode(403);
        as(first)
                .body(Map.of("tags", new String[] {"VIP"}))
                .put(path(id) + "/tags")
                .then()
                .statusCode(403);
        as(first).get(path(id) + "/wrap-up").then().statusCode(403);
        as(last).body(Map.of("notes", "已办结")).post(path(id) + "/close").then().statusCode(200);
        agedByTwoDays(id);
        as(last).body(Map.of("notes", "两天后再改")).post(path(id) + "/close").then().statusCode(403);
    }

    @Test
    void nobody_marks_as_read_or_types_in_what_a_colleague_has() {
        var agent = people.staff(Role.AGENT);
        var id = scene.waiting(Code.CALL).id();
        pick(agent, id);
        scene.customerSaid(id, "一");
        try (var page = AgentPage.open(server, people.token(agent))) {
            look(page, id);
            page.send(Map.of("type", "leave", "conversationId", id.value()));
            as(agent)
                    .body(Map.of("note", "请接着处理"))
                    .post(path(id) + "/transfer")
                    .then()
                    .statusCode(200);
            pick(people.staff(Role.AGENT), id);

            page.send(Map.of("type", "read", "conversationId", id.value(), "seq", 1));
            page.sendText("nonsense");

            page.frame("error");
            assertThat(readByAgent(id)).isZero();
        }
    }

    private ConversationId ofColleague() {
        var id = scene.waiting(Code.CALL).id();
        pick(people.staff(Role.AGENT), id);
        return id;
    }

    private void pick(Staff agent, ConversationId id) {
        as(agent).post(path(id) + "/pick").then().statusCode(200);
        assertThat(scene.now(id).owner()).isInstanceOf(Owner.Agent.class);
    }

    private static java.util.function.Predicate<com.fasterxml.jackson.databind.JsonNode> about(ConversationId id) {
        return it -> it.path("conversationId").asText().equals(id.value().toString());
    }

    private static void look(AgentPage page, ConversationId id) {
        page.frame("welcome");
        page.send(Map.of("type", "open", "conversationId", id.value(), "afterSeq", 0));
        page.frame("owner", about(id));
    }

    private String left(Conversation conversation) {
        return tickets.open(NewTicket.leftBy(
                        conversation.customer(),
                        conversation.id(),
                        TicketKind.OTHER,
                        "请打 " + PHONE + " 找我",
                        PHONE,
                        UUID.randomUUID().toString()))
                .await()
                .indefinitely()
                .id()
                .value()
                .toString();
    }

    private io.restassured.response.Response open(Staff agent, ConversationId id) {
        return as(agent)
                .body(Map.of("kind", "OTHER", "title", "跟进", "conversationId", id.value()))
                .post("/api/v1/tickets");
    }

    private io.restassured.response.ValidatableResponse assign(Staff by, String ticket, Staff to) {
        return as(by).body(Map.of("staffId", to.id().value()))
                .post("/api/v1/tickets/" + ticket + "/assign")
                .then();
    }

    private long ticketsOn(ConversationId id) {
        return number("select count(*) from ticket where conversation_id = $1", id);
    }

    private long readByAgent(ConversationId id) {
        return number(
                "select coalesce(max(seq), 0) from conversation_read where conversation_id = $1 and side = 'agent'",
                id);
    }

    private void agedByTwoDays(ConversationId id) {
        await("closed").atMost(Duration.ofSeconds(30)).until(() -> scene.now(id).closedAt() != null);
        database.preparedQuery("update conversation set closed_at = closed_at - interval '2 days' where id = $1")
                .execute(Tuple.of(id.value()))
                .await()
                .indefinitely();
    }

    private long number(String sql, ConversationId id) {
        return database.preparedQuery(sql)
                .execute(Tuple.of(id.value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private static String path(ConversationId id) {
        return "/api/v1/conversations/" + id.value();
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff))
                .contentType(ContentType.JSON)
                .body(Map.of());
    }
}
