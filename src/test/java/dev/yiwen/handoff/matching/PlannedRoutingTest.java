package dev.yiwen.handoff.matching;

import static dev.yiwen.handoff.Scene.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.QueuePlace;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.plan.Hours;
import dev.yiwen.handoff.plan.Level;
import dev.yiwen.handoff.plan.Mark;
import dev.yiwen.handoff.plan.Marked;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plan.Group;
import dev.yiwen.handoff.plan.Plan.Rule;
import dev.yiwen.handoff.plan.Plan.Skills;
import dev.yiwen.handoff.plan.Plan.Then;
import dev.yiwen.handoff.plan.Plan.When;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.handoff.transfer.Transfers;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlannedRoutingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final When ANGRY =
            new When(Set.of(Code.STRONG_EMOTION), Set.of(), 0, List.of(), null, Set.of(), Set.of(), Set.of());

    @Inject
    Plans plans;

    @Inject
    AgentQueue queue;

    @Inject
    Offers offers;

    @Inject
    DryRun dryRun;

    @Inject
    Transfers transfers;

    @Inject
    Handoffs handoffs;

    @Inject
    Customers customers;

    @Inject
    Presence presence;

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Pool database;

    @BeforeEach
    void nobodyElseIsThere() {
        scene.startsEmpty();
        hold(Plan.standard());
    }

    @AfterEach
    void clear() {
        scene.clear();
        hold(Plan.standard());
    }

    @Test
    void the_angry_reach_a_senior_though_another_is_idle_longer() {
        var other = online();
        var senior = online();
        hold(seniorsForTheAngry(senior));

        var angry = scene.waiting(Code.STRONG_EMOTION).id();
        var calm = scene.waiting(Code.WISH_FOR_HUMAN).id();

        offered(angry, senior);
        offered(calm, other);
    }

    @Test
    void a_new_plan_holds_for_those_who_wait_already() {
        var angry = scene.waiting(Code.STRONG_EMOTION).id();
        var senior = agent();
        hold(seniorsForTheAngry(senior));
        await(presence.say(agent(), true));

        await(presence.say(senior, true));

        Awaitility.await().atMost(PATIENCE).until(() -> wanted(angry).contains("SENIOR"));
    }

    @Test
    void nobody_is_asked_outside_the_hours_and_the_customer_hears_when_they_begin() {
        var plan = Plan.standard();
        var tomorrow = HomeZone.today().plusDays(1);
        var never = new Hours(
                List.of(new Hours.Shift(Set.of(DayOfWeek.values()), LocalTime.of(9, 0), LocalTime.of(18, 0))),
                List.of(tomorrow.minusDays(2), tomorrow.minusDays(1)));
        hold(new Plan(plan.settings(), never, List.of(), List.of(), List.of()));
        online();
        var waiting = scene.waiting(Code.WISH_FOR_HUMAN).id();

        await(offers.renew());

        assertThat(offeredTo(waiting)).isEmpty();
        var place = await(queue.place(waiting));
        assertThat(place.opensAt())
                .isEqualTo(tomorrow.atTime(9, 0).atZone(HomeZone.id()).toInstant());
        assertThat(await(queue.next(agent()))).isPresent();
    }

    @Test
    void a_dry_run_says_who_would_get_a_conversation_and_why_and_changes_nothing() {
        var other = online();
        var senior = online();
        var waiting = scene.waiting(Code.STRONG_EMOTION).id();
        var before = plans.current();

        var outcome = await(dryRun.of(seniorsForTheAngry(senior), waiting, DryRun.Occasion.NOW));

        assertThat(outcome.first()).isEqualTo(senior);
        assertThat(outcome.wanted().rules()).containsExactly("愤怒找资深");
        assertThat(outcome.agents())
                .filteredOn(it -> it.agent().equals(other))
                .extracting(DryRun.Candidate::verdict)
                .containsExactly("NOT_IN_GROUP");
        assertThat(plans.current()).isEqualTo(before);
    }

    @Test
    void a_valued_member_goes_before_who_came_earlier_and_before_who_only_says_so() {
        var boasts = scene.withBot(people.visitor());
        scene.customerSaid(boasts.id(), "我是你们的VIP客户");
        scene.askForHuman(boasts, Code.WISH_FOR_HUMAN);

        var valued = scene.askForHuman(scene.withBot(people.memberWith("VIP")), Code.WISH_FOR_HUMAN);

        assertThat(await(queue.place(valued.id())).position()).isEqualTo(1);
        assertThat(await(queue.place(boasts.id())))
                .extracting(QueuePlace::position, QueuePlace::putAhead)
                .containsExactly(1, 1);
        assertThat(await(dryRun.of(Plan.standard(), valued.id(), DryRun.Occasion.NOW))
                        .wanted())
                .satisfies(it -> assertThat(it.rules()).containsExactly("重要客户优先"))
                .satisfies(it -> assertThat(it.marks()).containsExactly(new Marked(Mark.VIP, "会员资料：VIP")));
    }

    @Test
    void a_tag_that_staff_gives_moves_a_customer_who_waits() {
        var first = scene.waiting(Code.WISH_FOR_HUMAN);
        var frail = scene.waiting(Code.WISH_FOR_HUMAN);
        var supervisor = people.staff(Role.SUPERVISOR).id();

        await(customers.tag(frail.customer(), List.of("视障"), supervisor));
        await(handoffs.placeAnew(frail.customer()));

        assertThat(await(queue.place(frail.id())).position()).isEqualTo(1);
        assertThat(await(queue.place(first.id())))
                .extracting(QueuePlace::position, QueuePlace::putAhead)
                .containsExactly(1, 1);
    }

    @Test
    void a_colleague_gets_what_another_hands_on_with_the_note_and_the_place_of_before() {
        var first = scene.waiting(Code.WISH_FOR_HUMAN);
        var lin = people.staff(Role.AGENT);
        await(presence.say(lin.id(), true));
        var idleLonger = online();
        var wang = online();
        var taken = await(queue.pick(first.id(), lin.id()));

        var queued = await(transfers.handOn(taken, lin, new Transfers.Target(wang, null), "客户要改发票抬头"));

        assertThat(queued.owner()).isInstanceOfSatisfying(Owner.Queue.class, it -> {
            assertThat(it.reason().words()).contains("客户要改发票抬头");
            assertThat(it.since()).isEqualTo(((Owner.Queue) first.owner()).since());
        });
        offeredLast(first.id(), wang);
        assertThat(wang).isNotEqualTo(idleLonger);
    }

    @Test
    void whoever_hands_on_to_nobody_in_particular_is_not_asked_again() {
        var lin = people.staff(Role.AGENT);
        await(presence.say(lin.id(), true));
        var taken = await(queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), lin.id()));
        var other = online();

        await(transfers.handOn(taken, lin, new Transfers.Target(null, null), "我不熟悉这个业务"));

        offeredLast(taken.id(), other);
    }

    @Test
    void of_two_who_change_the_same_plan_the_slower_is_told() {
        var known = plans.current().version();
        var supervisor = people.staff(Role.SUPERVISOR).id();
        await(plans.change(known, Plan.standard(), supervisor, "先"));

        assertThatThrownBy(() -> await(plans.change(known, Plan.standard(), supervisor, "后")))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThat(await(plans.history()).getFirst().note()).isEqualTo("先");
    }

    private static Plan seniorsForTheAngry(StaffId senior) {
        return new Plan(
                Plan.standard().settings(),
                null,
                List.of(new Group("complaints", "投诉组", null)),
                List.of(new Rule("愤怒找资深", true, ANGRY, new Then("complaints", Level.SENIOR, 0))),
                List.of(new Skills(senior, Level.SENIOR, Set.of("complaints"), Set.of("zh"), null)));
    }

    private void hold(Plan plan) {
        await(plans.change(
                plans.current().version(), plan, people.staff(Role.SUPERVISOR).id(), "测试"));
    }

    private StaffId agent() {
        return people.staff(Role.AGENT).id();
    }

    private StaffId online() {
        var agent = agent();
        await(presence.say(agent, true));
        return agent;
    }

    private void offered(ConversationId id, StaffId agent) {
        Awaitility.await().atMost(PATIENCE).until(() -> offeredTo(id), Optional.of(agent)::equals);
    }

    private void offeredLast(ConversationId id, StaffId agent) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> offeredTo(
                                "select offered_to from handoff where conversation_id = $1 and ended_at is null", id),
                        Optional.of(agent)::equals);
    }

    private Optional<StaffId> offeredTo(ConversationId id) {
        return offeredTo("select offered_to from handoff where conversation_id = $1", id);
    }

    private Optional<StaffId> offeredTo(String sql, ConversationId id) {
        var rows = await(database.preparedQuery(sql).execute(Tuple.of(id.value())));
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> Stream.ofNullable(row.getUUID(0)))
                .map(StaffId::of)
                .findFirst();
    }

    private String wanted(ConversationId id) {
        return String.valueOf(
                await(database.preparedQuery("select wanted::text from handoff where conversation_id = $1")
                                .execute(Tuple.of(id.value())))
                        .iterator()
                        .next()
                        .getString(0));
    }
}
