package dev.yiwen.handoff.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.facts.SwitchedOperator;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.Customer;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.ticket.NewTicket;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.Tickets;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is calling: what Yiwen knows at once, what the operator's systems know when it comes. */
@QuarkusTest
class CallerResourceTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    People people;

    @Inject
    Customers customers;

    @Inject
    Conversations conversations;

    @Inject
    AgentQueue queue;

    @Inject
    Tickets tickets;

    @Inject
    Scene scene;

    @Inject
    SwitchedOperator operator;

    private Staff agent;

    @BeforeEach
    void anAgentIsThere() {
        operator.on();
        agent = people.staff(Role.AGENT);
    }

    @AfterEach
    void noOperator() {
        operator.off();
        scene.clear();
    }

    @Test
    void what_is_known_here_is_there_at_once_while_the_operators_systems_are_slow_and_they_fill_in() {
        operator.server().faults(Duration.ofMillis(500), false);
        var caller = caller(1);
        scene.customerSaid(scene.withBot(caller.id()).id(), "我家的宽带从昨晚就断了");
        var number = tickets.open(new NewTicket(TicketKind.FAULT, "宽带断线", "昨晚起断线", null, caller.id(), null, null, null))
                .await()
                .atMost(LONG)
                .number();
        var call = ringing(caller);

        var first = screen(call, agent, false);

        assertThat(first.getString("number"))
                .isEqualTo(String.valueOf(caller.externalId()).substring(4));
        assertThat(first.getList("tickets.number", Long.class)).containsExactly(number);
        assertThat(first.getString("tickets[0].state")).isEqualTo("OPEN");
        assertThat(first.getList("promises.ticket", Long.class)).containsExactly(number);
        assertThat(first.getList("contacts.words")).containsExactly("我家的宽带从昨晚就断了");
        assertThat(first.getList("wants.kind")).contains("TICKET_OPEN");
        assertThat(first.getList("facts.state")).hasSize(5).containsOnly("late");
        assertThat(first.getBoolean("more")).isTrue();

        var filled = await().atMost(LONG).until(() -> screen(call, agent, true), it -> !it.getBoolean("more"));
        assertThat(filled.getList("facts.state")).containsOnly("known");
        assertThat(filled.getList("wants.kind")).startsWith("OUTAGE", "LINE_DOWN");
        assertThat(filled.getString("name")).matches(".(女士|先生)");
        assertThat(filled.getString(
                        "facts.find { it.fact == 'customer' }.fields.find { it.name == 'installedAt' }.value"))
                .contains("城西片区");
    }

    @Test
    void a_system_that_is_down_is_said_to_be_and_the_rest_stands() {
        operator.server().faults(Duration.ZERO, true);
        var call = ringing(caller(4));

        var screen = await().atMost(LONG).until(() -> screen(call, agent, true), it -> !it.getBoolean("more"));

        assertThat(screen.getList("facts.state")).hasSize(5).containsOnly("broken");
        assertThat(screen.getList("facts.why")).containsOnly("down");
        assertThat(screen.getList("contacts")).isEmpty();
    }

    @Test
    void marks_and_promises_of_the_operators_record_stand_beside_our_own() {
        var call = ringing(caller(4));

        var screen = await().atMost(LONG).until(() -> screen(call, agent, true), it -> !it.getBoolean("more"));

        assertThat(screen.getList("marks.mark")).containsExactly("VIP");
        assertThat(screen.getList("promises.what.chinese")).containsExactly("客户经理回电说明国际漫游资费");
    }

    @Test
    void whoever_withholds_the_number_is_nobody_and_nobody_is_asked_for() {
        int asked = operator.server().asked();
        var visitor = customers.visitor().await().atMost(LONG);

        var screen = screen(ringing(visitor, "anonymous"), agent, true);

        assertThat((Object) screen.get("number")).isNull();
        assertThat(screen.getList("facts")).isEmpty();
        assertThat(operator.server().asked()).isEqualTo(asked);
    }

    @Test
    void only_who_has_the_call_or_supervises_sees_who_is_calling() {
        var call = ringing(caller(9));

        given().auth()
                .oauth2(people.token(people.staff(Role.AGENT)))
                .get(path(call))
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(people.token(people.staff(Role.SUPERVISOR)))
                .get(path(call))
                .then()
                .statusCode(200);
    }

    private Customer caller(int lastDigit) {
        return customers
                .caller("+86139%07d%d".formatted(ThreadLocalRandom.current().nextInt(10_000_000), lastDigit))
                .await()
                .atMost(LONG);
    }

    private Conversation ringing(Customer caller) {
        return ringing(caller, String.valueOf(caller.externalId()));
    }

    private Conversation ringing(Customer caller, String number) {
        return conversations
                .openCall(caller.id(), number)
                .chain(call -> queue.assignTo(call.id(), agent.id()))
                .await()
                .atMost(LONG);
    }

    private JsonPath screen(Conversation call, Staff reader, boolean wait) {
        return given().auth()
                .oauth2(people.token(reader))
                .queryParam("wait", wait)
                .get(path(call))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String path(Conversation call) {
        return "/api/v1/conversations/" + call.id().value() + "/caller";
    }
}
