package dev.yiwen.ticket.kind;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import dev.yiwen.ticket.Promises;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.TicketLabel;
import dev.yiwen.ticket.TicketScene;
import dev.yiwen.ticket.TicketStep;
import dev.yiwen.ticket.Tickets;
import dev.yiwen.ticket.kind.KindDefinition.Field;
import dev.yiwen.ticket.kind.KindDefinition.Step;
import dev.yiwen.ticket.kind.KindDefinition.Type;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kinds of tickets that a team makes its own. */
@QuarkusTest
class TicketKindsTest {
    /** Of each test its own: none is deleted. */
    private final TicketKind install =
            TicketKind.of("I" + Ids.next().toString().substring(24).toUpperCase(Locale.ROOT));

    @Inject
    TicketKinds kinds;

    @Inject
    Tickets tickets;

    @Inject
    Promises promises;

    @Inject
    TicketScene scene;

    @Inject
    People people;

    private List<KindDefinition> before;
    private Staff supervisor;

    @BeforeEach
    void remember() {
        before = TicketScene.await(kinds.stored()).kinds();
        supervisor = people.staff(Role.SUPERVISOR);
    }

    /** A kind that was there stays, retired. */
    @AfterEach
    void as_it_was() {
        var now = kinds.current();
        var all = new ArrayList<>(before);
        now.kinds().stream()
                .filter(it -> before.stream().noneMatch(one -> one.id().equals(it.id())))
                .map(KindDefinition::retire)
                .forEach(all::add);
        TicketScene.await(kinds.change(now.version(), all, supervisor.id()));
    }

    @Test
    void a_kind_of_ones_own_has_its_steps_and_asks_for_its_fields() {
        change(with(install("装机", 48)));
        var agent = people.staff(Role.AGENT);

        open(agent, Map.of("SPEED", "500M")).statusCode(400).body("detail", equalTo("请填写“地址”。"));
        open(agent, Map.of("ADDRESS", "人民路 1 号", "SPEED", "900M"))
                .statusCode(400)
                .body("detail", equalTo("“带宽”填写得不对。"));
        open(agent, Map.of("ADDRESS", "人民路 1 号", "SPEED", "500M", "WHEN", "明天")).statusCode(400);
        var opened = open(agent, Map.of("ADDRESS", "人民路 1 号", "SPEED", "500M", "WHEN", "2026-05-01", "OTHER", "x"))
                .statusCode(200)
                .body("kind", equalTo(install.id()))
                .body("kindLabel.chinese", equalTo("装机"))
                .body("fields.value", hasItem("人民路 1 号"))
                .body("fields.size()", equalTo(3));
        var ticket = read(opened.extract().path("id"));

        assertThat(ticket.steps()).singleElement().satisfies(it -> {
            assertThat(it.label().chinese()).isEqualTo("上门");
            assertThat(it.dueAt()).isEqualTo(ticket.openedAt().plus(Duration.ofHours(48)));
        });
        as(agent)
                .get("/api/v1/tickets/export?kind=" + install.id() + "&q=" + ticket.number())
                .then()
                .body(containsString("装机"))
                .body(containsString("地址=人民路 1 号; 带宽=500M"));
    }

    @Test
    void an_earlier_ticket_keeps_its_kind_and_its_hours_when_it_is_opened_again() {
        change(with(install("装机", 48)));
        var agent = people.staff(Role.AGENT);
        String id = open(agent, Map.of("ADDRESS", "人民路 1 号"))
                .statusCode(200)
                .extract()
                .path("id");
        as(agent).post("/api/v1/tickets/" + id + "/take").then().statusCode(200);

        change(with(install("上门装机", 24)));
        act(agent, id, "/resolve", "装好了");
        act(agent, id, "/reopen", "没有装好");

        var ticket = read(id);
        assertThat(ticket.kindLabel().chinese()).isEqualTo("装机");
        assertThat(Duration.between(ticket.openedAt(), ticket.steps().getFirst().dueAt()))
                .isGreaterThanOrEqualTo(Duration.ofHours(48));
    }

    @Test
    void a_retired_kind_is_not_opened_any_more_and_none_is_deleted() {
        change(with(install("装机", 48)));
        change(with(install("装机", 48).retire()));

        open(people.staff(Role.AGENT), Map.of("ADDRESS", "人民路 1 号")).statusCode(400);
        as(supervisor)
                .body(Map.of("known", kinds.current().version(), "kinds", before))
                .put("/api/v1/ticket-kinds")
                .then()
                .statusCode(400)
                .body("detail", containsString("“装机”不能删除，只能停用"));
        as(supervisor)
                .get("/api/v1/ticket-kinds/history")
                .then()
                .statusCode(200)
                .body("[0].by", equalTo(supervisor.name()))
                .body("[-1].version", equalTo(0));
    }

    @Test
    void customers_are_offered_and_promised_what_is_for_them() {
        var forCustomers = new KindDefinition(
                install,
                new TicketLabel("装机", "Installation"),
                true,
                "always",
                false,
                install("", 48).steps(),
                List.of());
        change(with(forCustomers));

        assertThat(promises.all())
                .filteredOn(it -> it.kind().equals(install))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.words().chinese()).isEqualTo("48 小时内上门。");
                    assertThat(it.words().english()).isEqualTo("Visit within 48 h.");
                });
        assertThat(scene.opened(install).kindLabel().english()).isEqualTo("Installation");

        change(with(install("装机", 48)));
        assertThat(promises.all()).extracting(Promises.Promised::kind).doesNotContain(install);
    }

    @Test
    void agents_read_the_kinds_and_supervisors_change_them_one_after_the_other() {
        var agent = people.staff(Role.AGENT);
        as(agent).get("/api/v1/ticket-kinds").then().statusCode(200).body("kinds.id", hasItem("COMPLAINT"));
        var same = Map.of("known", kinds.current().version(), "kinds", before);
        as(agent).body(same).put("/api/v1/ticket-kinds").then().statusCode(403);
        as(supervisor).body(same).put("/api/v1/ticket-kinds").then().statusCode(200);
        as(supervisor).body(same).put("/api/v1/ticket-kinds").then().statusCode(409);
        as(people.staff(Role.EDITOR)).get("/api/v1/ticket-kinds").then().statusCode(403);
    }

    @Test
    void what_makes_no_sense_is_refused_in_words() {
        refused(new KindDefinition(
                        install,
                        new TicketLabel("", ""),
                        false,
                        "always",
                        false,
                        install("", 1).steps(),
                        List.of()))
                .body("detail", containsString("名称没有填"));
        refused(new KindDefinition(install, new TicketLabel("装机", ""), false, "always", false, List.of(), List.of()))
                .body("detail", containsString("需要 1 到 8 个步骤"));
        refused(install("装机", 0)).body("detail", containsString("时限要在 5 分钟到 365 天之间"));
        refused(install("投诉", 24)).body("detail", containsString("有两种工单名称相同"));
    }

    private ValidatableResponse refused(KindDefinition kind) {
        return as(supervisor)
                .body(Map.of("known", kinds.current().version(), "kinds", with(kind)))
                .put("/api/v1/ticket-kinds")
                .then()
                .statusCode(400)
                .body("detail", not(containsString("null")));
    }

    private KindDefinition install(String name, int hours) {
        return new KindDefinition(
                install,
                new TicketLabel(name, ""),
                false,
                "always",
                false,
                List.of(new Step(TicketStep.of("VISIT"), new TicketLabel("上门", "Visit"), hours * 60L)),
                List.of(
                        new Field("ADDRESS", new TicketLabel("地址", ""), Type.TEXT, true, List.of()),
                        new Field("SPEED", new TicketLabel("带宽", ""), Type.CHOICE, false, List.of("300M", "500M")),
                        new Field("WHEN", new TicketLabel("预约日期", ""), Type.DATE, false, List.of())));
    }

    private List<KindDefinition> with(KindDefinition one) {
        var all = new ArrayList<>(
                before.stream().filter(it -> !it.id().equals(one.id())).toList());
        all.add(one);
        return all;
    }

    private void change(List<KindDefinition> wanted) {
        TicketScene.await(kinds.change(kinds.current().version(), wanted, supervisor.id()));
    }

    private ValidatableResponse open(Staff agent, Map<String, String> fields) {
        return as(agent)
                .body(Map.of("kind", install.id(), "title", "新装宽带", "fields", fields))
                .post("/api/v1/tickets")
                .then();
    }

    private void act(Staff agent, String id, String path, String words) {
        as(agent)
                .body(Map.of("words", words))
                .post("/api/v1/tickets/" + id + path)
                .then()
                .statusCode(200);
    }

    private Ticket read(String id) {
        return TicketScene.await(tickets.find(TicketId.of(UUID.fromString(id))));
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff))
                .header("Accept-Language", "zh-CN")
                .contentType(ContentType.JSON);
    }
}
