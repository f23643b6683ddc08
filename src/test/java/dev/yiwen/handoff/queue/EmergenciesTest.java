package dev.yiwen.handoff.queue;

import static dev.yiwen.handoff.Scene.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.matching.Offers;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 光猫着火了: whoever is in danger stands first, is told what to do, and is never left in silence. */
@QuarkusTest
class EmergenciesTest {
    private static final String FIRE = "光猫着火了，怎么办";

    @Inject
    Scene scene;

    @Inject
    People people;

    @Inject
    Conversations conversations;

    @Inject
    AgentQueue queue;

    @Inject
    Emergencies emergencies;

    @Inject
    Offers offers;

    @Inject
    Handoffs handoffs;

    @Inject
    Presence presence;

    @Inject
    Pool database;

    @BeforeEach
    void nobody_waits() {
        scene.startsEmpty();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void an_emergency_stands_before_whoever_has_waited_for_hours() {
        var patient = scene.waiting(Code.LEGAL_OR_COMPLAINT);
        waited(patient.id(), 7200);
        var danger = scene.waiting(Code.URGENT);

        assertThat(await(queue.place(danger.id())).position()).isEqualTo(1);
        assertThat(await(queue.next(people.staff(Role.AGENT).id())))
                .hasValueSatisfying(it -> assertThat(it.id()).isEqualTo(danger.id()));
    }

    @Test
    void whoever_says_so_while_waiting_goes_to_the_front_and_is_told_what_to_do() {
        scene.waiting(Code.LEGAL_OR_COMPLAINT);
        var danger = scene.waiting(Code.WISH_FOR_HUMAN);

        await(conversations.appendFromCustomer(danger.id(), UUID.randomUUID().toString(), FIRE));

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(scene.now(danger.id()).owner())
                    .isInstanceOfSatisfying(
                            Owner.Queue.class,
                            it -> assertThat(it.reason().code()).isEqualTo(Code.URGENT));
            assertThat(told(danger.id(), "safety-danger")).isEqualTo(1);
            assertThat(await(queue.next(people.staff(Role.AGENT).id())).map(Conversation::id))
                    .contains(danger.id());
        });
    }

    @ParameterizedTest
    @CsvSource({"我刚被骗了，钱被转走了, safety-fraud", "家里煤气味好重, safety-gas", "孩子喝了消毒水, safety-poison", "水漫到客厅了, safety-water"})
    void the_bot_says_the_words_of_safety_and_hands_over_at_once(String words, String notice) {
        var begun = scene.withBot(people.visitor());

        await(conversations.appendFromCustomer(begun.id(), UUID.randomUUID().toString(), words));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(told(begun.id(), notice)).isEqualTo(1);
            assertThat(scene.now(begun.id()).owner()).isInstanceOf(Owner.Queue.class);
        });
    }

    @Test
    void an_emergency_is_offered_to_an_agent_whose_hands_are_full() {
        var agent = people.staff(Role.AGENT);
        await(presence.say(agent.id(), true));
        for (int i = 0; i < 3; i++) {
            await(queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), agent.id()));
        }
        var calm = scene.waiting(Code.WISH_FOR_HUMAN);
        var danger = scene.waiting(Code.URGENT);

        await(offers.renew());

        assertThat(offeredTo(danger.id())).isEqualTo(agent.id().value());
        assertThat(offeredTo(calm.id())).isNull();
    }

    @Test
    void an_agent_who_is_silent_loses_it_and_another_is_asked() {
        var silent = people.staff(Role.AGENT);
        var colleague = people.staff(Role.AGENT);
        var danger = scene.waiting(Code.URGENT);
        await(queue.pick(danger.id(), silent.id()));
        await(presence.say(silent.id(), true));
        await(presence.say(colleague.id(), true));
        await(database.preparedQuery("""
                        update handoff set assigned_at = now() - interval '2 minutes', urgent_at = now() - interval '3 minutes'
                        where conversation_id = $1
                        """).execute(Tuple.of(danger.id().value())));

        await(emergencies.takeFromTheSilent());
        await(offers.renew());

        assertThat(scene.now(danger.id()).owner()).isInstanceOf(Owner.Queue.class);
        assertThat(offeredTo(danger.id())).isEqualTo(colleague.id().value());
        assertThat(told(danger.id(), "urgent-requeued")).isEqualTo(1);
    }

    @Test
    void whoever_is_typing_keeps_it_for_a_while() {
        var typing = people.staff(Role.AGENT);
        var danger = scene.waiting(Code.URGENT);
        await(queue.pick(danger.id(), typing.id()));
        takenBefore(danger.id(), "90 seconds");
        await(emergencies.typing(danger.id()));

        await(emergencies.takeFromTheSilent());

        assertThat(scene.now(danger.id()).owner()).isInstanceOf(Owner.Agent.class);
        takenBefore(danger.id(), "5 minutes");
        await(emergencies.takeFromTheSilent());
        assertThat(scene.now(danger.id()).owner()).isInstanceOf(Owner.Queue.class);
    }

    private void takenBefore(ConversationId id, String interval) {
        await(database.preparedQuery("""
                        update handoff set assigned_at = now() - interval '%1$s', urgent_at = now() - interval '%1$s'
                        where conversation_id = $1 and ended_at is null
                        """.formatted(interval)).execute(Tuple.of(id.value())));
    }

    @Test
    void whoever_gave_one_back_is_asked_last() {
        var gaveBack = people.staff(Role.AGENT);
        var colleague = people.staff(Role.AGENT);
        var danger = scene.waiting(Code.URGENT);
        await(queue.pick(danger.id(), gaveBack.id()));
        await(presence.say(gaveBack.id(), true));
        await(presence.say(colleague.id(), true));
        // The colleague has taken somebody since, and would be asked last for that.
        await(queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), colleague.id()));
        var given = scene.now(danger.id());
        var reason = new HandoffReason(Code.URGENT, FIRE, List.of());

        await(conversations.handOn(given.id(), given.epoch(), reason, Instant.now()));
        await(handoffs.follow(given.id()));
        await(offers.renew());

        assertThat(offeredTo(danger.id())).isEqualTo(colleague.id().value());
    }

    @Test
    void an_emergency_stays_marked_for_agent_and_supervisor_until_its_end() {
        var agent = people.staff(Role.AGENT);
        var danger = scene.waiting(Code.URGENT);
        var id = danger.id().value().toString();
        await(queue.pick(danger.id(), agent.id()));
        await(conversations.appendFromAgent(
                danger.id(), agent.id(), UUID.randomUUID().toString(), "请先离开"));

        as(agent)
                .get("/api/v1/conversations?state=mine")
                .then()
                .body("find { it.conversationId == '" + id + "' }.urgent", equalTo(true));
        as(people.staff(Role.SUPERVISOR))
                .get("/api/v1/supervision/conversations")
                .then()
                .body("find { it.conversationId == '" + id + "' }.urgent", equalTo(true));
    }

    @Test
    void supervisors_see_who_is_in_danger_without_a_word_until_there_is_one() {
        var agent = people.staff(Role.AGENT);
        var danger = scene.waiting(Code.URGENT);
        var id = danger.id().value().toString();
        await(database.preparedQuery(
                        "update handoff set urgent_at = now() - interval '3 minutes' where conversation_id = $1")
                .execute(Tuple.of(danger.id().value())));
        var supervisor = people.staff(Role.SUPERVISOR);

        as(supervisor)
                .get("/api/v1/supervision/emergencies")
                .then()
                .statusCode(200)
                .body("find { it.conversationId == '" + id + "' }.overdue", equalTo(true));

        await(queue.pick(danger.id(), agent.id()));
        await(conversations.appendFromAgent(
                danger.id(), agent.id(), UUID.randomUUID().toString(), "请先离开"));
        as(supervisor).get("/api/v1/supervision/emergencies").then().body("conversationId", not(hasItem(id)));
    }

    @Test
    void an_emergency_is_no_invalid_conversation() {
        var agent = people.staff(Role.AGENT);
        var danger = scene.waiting(Code.URGENT);
        await(queue.pick(danger.id(), agent.id()));
        var path = "/api/v1/conversations/" + danger.id().value();

        as(agent).get(path + "/wrap-up").then().body("urgent", equalTo(true));
        as(agent)
                .body(Map.of("disposition", "invalid"))
                .post(path + "/close")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as(agent)
                .body(Map.of("disposition", "resolved"))
                .post(path + "/close")
                .then()
                .statusCode(200);
    }

    private long told(ConversationId id, String code) {
        return await(conversations.messagesAfter(id, 0, 100)).stream()
                .filter(it ->
                        it.body() instanceof Body.Notice notice && notice.code().equals(code))
                .count();
    }

    private void waited(ConversationId id, int seconds) {
        await(database.preparedQuery("""
                        update handoff set requested_at = requested_at - $2::int * interval '1 second',
                          rank_at = rank_at - $2::int * interval '1 second' where conversation_id = $1
                        """).execute(Tuple.of(id.value(), seconds)));
    }

    private UUID offeredTo(ConversationId id) {
        return await(database.preparedQuery(
                                "select offered_to from handoff where conversation_id = $1 and ended_at is null")
                        .execute(Tuple.of(id.value())))
                .iterator()
                .next()
                .getUUID("offered_to");
    }

    private io.restassured.specification.RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType("application/json");
    }
}
