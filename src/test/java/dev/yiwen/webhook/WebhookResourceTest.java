package dev.yiwen.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import dev.yiwen.ticket.NewTicket;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.Tickets;
import dev.yiwen.webhook.ListeningSystem.Fault;
import dev.yiwen.webhook.ListeningSystem.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another system is told what happens, whatever happens to it meanwhile. */
@QuarkusTest
class WebhookResourceTest {
    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<String> EVERYTHING = List.of(
            "conversation.ended",
            "handoff.queued",
            "handoff.taken",
            "ticket.opened",
            "ticket.resolved",
            "rating.given");

    @Inject
    People people;

    @Inject
    Conversations conversations;

    @Inject
    Tickets tickets;

    @Inject
    Pool database;

    private Staff admin;
    private ListeningSystem system;
    private String id;
    private String secret;

    @BeforeEach
    void a_system_that_is_told_everything() throws IOException {
        admin = people.staff(Role.ADMIN);
        system = new ListeningSystem();
        var added = add(system.url(), EVERYTHING).statusCode(200).extract().jsonPath();
        id = added.getString("endpoint.id");
        secret = added.getString("secret");
    }

    @AfterEach
    void nobody_is_told_any_more() {
        as().delete(WEBHOOKS + "/" + id);
        system.close();
    }

    @Test
    void each_event_is_told_with_ids_alone_and_a_signature_that_can_be_checked() {
        var conversation = queued();
        var agent = people.staff(Role.AGENT);
        var taken = conversations
                .assign(conversation.id(), conversation.epoch(), agent.id())
                .await()
                .indefinitely()
                .orElseThrow();
        conversations.close(taken.id(), taken.epoch()).await().indefinitely();
        run("insert into satisfaction (conversation_id, score, comment) values ('%s', 2, '太慢了')", taken);
        var ticket = ticket();
        run("update ticket set state = 'RESOLVED', resolved_at = now(), resolution = '已赔付' where id = '" + ticket
                + "'");

        var of = conversation.id().value().toString();
        var queued = told("handoff.queued", of);
        assertThat(JsonPath.from(queued.body()).getString("data.reason")).isEqualTo("WISH_FOR_HUMAN");
        assertThat(JsonPath.from(told("handoff.taken", of).body()).getString("data.agentId"))
                .isEqualTo(agent.id().value().toString());
        told("conversation.ended", of);
        assertThat(JsonPath.from(told("rating.given", of).body()).getInt("data.score"))
                .isEqualTo(2);
        told("ticket.opened", ticket);
        told("ticket.resolved", ticket);

        var key = new WebhookSecret(Base64.getDecoder().decode(secret.substring("whsec_".length())));
        assertThat(queued.signature())
                .isEqualTo(key.signature(queued.id(), Long.parseLong(queued.timestamp()), queued.body()));
        assertThat(system.told())
                .extracting(Told::body)
                .noneMatch(it -> it.contains("太慢了") || it.contains("宽带断了") || it.contains("已赔付"));
    }

    @Test
    void what_fails_is_told_again_with_the_same_id_until_it_is_taken() {
        system.next(Fault.ERROR, Fault.CUT, Fault.SLOW, Fault.REDIRECT);

        var ticket = ticket();

        await().atMost(PATIENCE).until(() -> delivery(ticket).getString("state").equals("DELIVERED"));
        assertThat(delivery(ticket).getInt("tries")).isEqualTo(5);
        assertThat(delivery(ticket).getInt("status")).isEqualTo(204);
        assertThat(system.told())
                .extracting(Told::id)
                .hasSize(5)
                .containsOnly(system.told().getFirst().id());
        endpoint().body("failingSince", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"WECOM", "DINGTALK", "FEISHU"})
    void the_robot_of_a_group_says_what_happened_and_what_it_refuses_is_said_again(String platform) throws IOException {
        try (var robot = new GroupRobot(platform)) {
            var secret = platform.equals("WECOM") ? "" : GroupRobot.SECRET;
            var added = as().body(Map.of(
                            "url",
                            robot.url(),
                            "format",
                            platform,
                            "robotSecret",
                            secret,
                            "events",
                            List.of("ticket.opened")))
                    .post(WEBHOOKS)
                    .then()
                    .statusCode(200)
                    .body("secret", nullValue())
                    .extract()
                    .<String>path("endpoint.id");
            robot.next("{\"errcode\":310000,\"errmsg\":\"keywords not in content\"}");
            as().post(WEBHOOKS + "/" + added + "/test")
                    .then()
                    .statusCode(200)
                    .body("taken", equalTo(false))
                    .body("failure", equalTo("310000 keywords not in content"));
            as().post(WEBHOOKS + "/" + added + "/test").then().body("taken", equalTo(true));
            assertThat(robot.said()).singleElement(STRING).startsWith("【一问】");

            robot.next("<html>busy</html>", "{\"code\":19024,\"msg\":\"Key Words Not Found\"}");
            ticket();

            await().atMost(PATIENCE).until(() -> robot.said().size() == 2);
            assertThat(robot.said().getLast()).startsWith("【一问】新工单 ").doesNotContain("宽带断了");
            as().delete(WEBHOOKS + "/" + added).then().statusCode(204);
        }
    }

    @Test
    void a_system_is_tried_out_and_one_that_gives_out_no_secret_takes_none() {
        as().post(WEBHOOKS + "/" + id + "/test").then().statusCode(200).body("taken", equalTo(true));
        assertThat(system.told())
                .singleElement()
                .satisfies(it -> assertThat(it.body()).contains("webhook.test"));
        as().body(Map.of(
                        "url", system.url(), "format", "WECOM", "robotSecret", "x", "events", List.of("ticket.opened")))
                .post(WEBHOOKS)
                .then()
                .statusCode(400);
        as().post(WEBHOOKS + "/" + Ids.next() + "/test").then().statusCode(404);
    }

    @Test
    void the_log_says_what_came_back_and_what_is_told_again_has_the_same_id() {
        system.breakDown();
        var ticket = ticket();
        await().atMost(PATIENCE).until(() -> delivery(ticket).get("status") != null);
        assertThat(delivery(ticket).getInt("status")).isEqualTo(500);
        assertThat(delivery(ticket).getString("response")).isEqualTo("broken");
        endpoint().body("failingSince", notNullValue());
        system.recover();
        await().atMost(PATIENCE).until(() -> delivery(ticket).getString("state").equals("DELIVERED"));
        int before = system.told().size();

        as().post(WEBHOOKS + "/" + id + "/deliveries/" + delivery(ticket).getString("id") + "/again")
                .then()
                .statusCode(204);

        await().atMost(PATIENCE).until(() -> system.told().size() > before);
        assertThat(system.told())
                .extracting(Told::id)
                .containsOnly(system.told().getFirst().id());
    }

    @Test
    void who_has_failed_for_days_is_told_nothing_until_an_administrator_enables_it() {
        system.breakDown();
        run("update webhook_endpoint set failing_since = now() - interval '4 days' where id = '" + id + "'");

        ticket();

        await().atMost(PATIENCE).untilAsserted(() -> endpoint().body("disabledAt", notNullValue()));
        var meanwhile = ticket();
        as().post(WEBHOOKS + "/" + id + "/enabling").then().statusCode(204);
        system.recover();
        var after = ticket();
        told("ticket.opened", after);
        assertThat(system.told()).extracting(Told::body).noneMatch(it -> it.contains(meanwhile));
        endpoint().body("disabledAt", nullValue());
    }

    @Test
    void a_system_is_told_what_it_asked_for_alone() {
        as().delete(WEBHOOKS + "/" + id).then().statusCode(204);
        id = add(system.url(), List.of("ticket.resolved")).extract().jsonPath().getString("endpoint.id");

        var ticket = ticket();
        run("update ticket set state = 'RESOLVED', resolved_at = now() where id = '" + ticket + "'");

        told("ticket.resolved", ticket);
        assertThat(system.told()).extracting(Told::body).noneMatch(it -> it.contains("ticket.opened"));
    }

    @Test
    void what_is_wrong_with_an_address_is_said() {
        add("ftp://crm.example.com/", EVERYTHING).statusCode(400).body("detail", containsString("https://"));
        add(system.url(), List.of()).statusCode(400).body("detail", containsString("events"));
        add(system.url(), List.of("everything")).statusCode(400).body("detail", containsString("events"));
        given().auth()
                .oauth2(people.token(people.staff(Role.SUPERVISOR)))
                .get(WEBHOOKS)
                .then()
                .statusCode(403);
        as().get("/api/v1/audit?subject=webhook:" + id)
                .then()
                .body("entries[0].kind", equalTo("webhook.added"))
                .body("entries[0].details.host", equalTo("127.0.0.1"));
    }

    private Told told(String type, String of) {
        return await(type)
                .atMost(PATIENCE)
                .until(
                        () -> system.told().stream()
                                .filter(it -> it.body().contains("\"" + type + "\"")
                                        && it.body().contains(of))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private Conversation queued() {
        var open = conversations
                .openOrResume(people.visitor(), Channel.WEB)
                .await()
                .indefinitely();
        return conversations
                .requestHuman(
                        open.id(),
                        open.epoch(),
                        new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "客户要找真人", List.of()))
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private String ticket() {
        return tickets.open(new NewTicket(TicketKind.FAULT, "宽带断了", "三天了", null, null, null, admin.id(), null))
                .await()
                .indefinitely()
                .id()
                .value()
                .toString();
    }

    private JsonPath delivery(String ticket) {
        var all = as().get(WEBHOOKS + "/" + id + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return all.setRootPath("find { it.payload.contains('" + ticket + "') }");
    }

    private ValidatableResponse endpoint() {
        return as().get(WEBHOOKS).then().statusCode(200).rootPath("find { it.id == '" + id + "' }");
    }

    private ValidatableResponse add(String url, List<String> events) {
        return as().body(Map.of("url", url, "events", events)).post(WEBHOOKS).then();
    }

    private void run(String sql, Conversation conversation) {
        run(sql.formatted(conversation.id().value()));
    }

    private void run(String sql) {
        database.query(sql).execute().await().indefinitely();
    }

    private RequestSpecification as() {
        return given().auth().oauth2(people.token(admin)).contentType(ContentType.JSON);
    }
}
