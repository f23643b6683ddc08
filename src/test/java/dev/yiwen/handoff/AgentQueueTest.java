package dev.yiwen.handoff;

import static dev.yiwen.handoff.Scene.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.matching.Offers;
import dev.yiwen.handoff.presence.LostAgents;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgentQueueTest {
    @Inject
    AgentQueue queue;

    @Inject
    Offers offers;

    @Inject
    Presence presence;

    @Inject
    LostAgents lostAgents;

    @Inject
    Conversations conversations;

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Pool database;

    @BeforeEach
    void nobodyElseIsThere() {
        scene.startsEmpty();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void exactly_one_of_fifty_agents_gets_a_conversation() {
        var waiting = scene.waiting(Code.WISH_FOR_HUMAN);
        var agents = IntStream.range(0, 10).mapToObj(i -> agent()).toList();

        var winners = await(Uni.join()
                        .all(IntStream.range(0, 50)
                                .mapToObj(i -> winner(waiting.id(), agents.get(i % agents.size())))
                                .toList())
                        .andFailFast())
                .stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();

        assertThat(winners).hasSize(1);
        assertThat(scene.now(waiting.id()).owner())
                .isInstanceOfSatisfying(
                        Owner.Agent.class, owner -> assertThat(owner.id()).isEqualTo(winners.getFirst()));
        assertThat(scene.now(waiting.id()).epoch()).isEqualTo(waiting.epoch() + 1);
    }

    @Test
    void agents_who_take_the_next_at_once_get_different_ones() {
        var waiting =
                IntStream.range(0, 8).mapToObj(i -> scene.waiting(Code.CALL)).toList();

        var taken = await(Uni.join()
                .all(IntStream.range(0, 8).mapToObj(i -> queue.next(agent())).toList())
                .andFailFast());

        assertThat(taken)
                .extracting(it -> it.map(Conversation::id).orElse(null))
                .containsExactlyInAnyOrderElementsOf(
                        waiting.stream().map(Conversation::id).toList());
    }

    @Test
    void the_most_urgent_is_next_and_then_the_longest_waiting() {
        var calm = scene.waiting(Code.WISH_FOR_HUMAN);
        var calmLater = scene.waiting(Code.WISH_FOR_HUMAN);
        var complaint = scene.waiting(Code.LEGAL_OR_COMPLAINT);
        var agent = agent();

        var order = List.of(take(agent), take(agent), take(agent));

        assertThat(order).containsExactly(complaint.id(), calm.id(), calmLater.id());
    }

    @Test
    void whoever_has_a_conversation_may_ask_for_it_again() {
        var waiting = scene.waiting(Code.WISH_FOR_HUMAN);
        var agent = agent();
        await(queue.pick(waiting.id(), agent));

        var again = await(queue.pick(waiting.id(), agent));

        assertThat(again.epoch()).isEqualTo(waiting.epoch() + 1);
        assertThatThrownBy(() -> await(queue.pick(waiting.id(), agent())))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.CONFLICT));
    }

    @Test
    void says_the_place_but_promises_nothing_while_nobody_is_there() {
        var first = scene.waiting(Code.LEGAL_OR_COMPLAINT);
        var second = scene.waiting(Code.LEGAL_OR_COMPLAINT);

        var places = List.of(await(queue.place(first.id())), await(queue.place(second.id())));

        assertThat(places)
                .containsExactly(
                        new QueuePlace(first.epoch(), 1, 0, 0, 0, false, null, null, false, null),
                        new QueuePlace(second.epoch(), 2, 0, 0, 0, false, null, null, false, null));
    }

    @Test
    void estimates_a_longer_wait_for_those_behind_when_nobody_has_free_hands() {
        scene.took(5);
        var agent = agent();
        await(presence.say(agent, true));
        IntStream.range(0, 3)
                .forEach(i -> await(queue.pick(scene.waiting(Code.CALL).id(), agent)));
        var first = scene.waiting(Code.LEGAL_OR_COMPLAINT);
        var second = scene.waiting(Code.LEGAL_OR_COMPLAINT);

        var places = List.of(await(queue.place(first.id())), await(queue.place(second.id())));

        assertThat(places).allMatch(QueuePlace::anyoneOnline).allMatch(it -> it.lowSeconds() < it.highSeconds());
        assertThat(places.get(1).lowSeconds())
                .isGreaterThanOrEqualTo(places.get(0).lowSeconds());
        assertThat(places.get(1).highSeconds()).isGreaterThan(places.get(0).highSeconds());
    }

    @Test
    void nobody_has_a_place_who_does_not_wait() {
        var withBot = scene.withBot(people.visitor());

        assertThatThrownBy(() -> await(queue.place(withBot.id())))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void offers_to_the_longest_idle_agent_and_then_to_the_next() {
        var idleLonger = online();
        var idle = online();
        var waiting = scene.waiting(Code.CALL);

        Awaitility.await().until(() -> offeredTo(waiting.id()), Optional.of(idleLonger)::equals);
        await(queue.decline(waiting.id(), idleLonger));

        Awaitility.await().until(() -> offeredTo(waiting.id()), Optional.of(idle)::equals);
    }

    @Test
    void whoever_is_asked_already_is_asked_again_only_after_all_others() {
        var idleLonger = online();
        var idle = online();
        var first = scene.waiting(Code.CALL);
        Awaitility.await().until(() -> offeredTo(first.id()), Optional.of(idleLonger)::equals);

        var second = scene.waiting(Code.CALL);

        Awaitility.await().until(() -> offeredTo(second.id()), Optional.of(idle)::equals);
    }

    @Test
    void offers_to_the_next_when_nobody_accepts_in_time() {
        var slow = online();
        var next = online();
        var waiting = scene.waiting(Code.CALL);
        Awaitility.await().until(() -> offeredTo(waiting.id()), Optional.of(slow)::equals);

        scene.lapse(waiting.id());

        Awaitility.await().until(() -> offeredTo(waiting.id()), Optional.of(next)::equals);
    }

    @Test
    void offers_nothing_to_an_agent_with_full_hands() {
        var agent = online();
        IntStream.range(0, 3)
                .forEach(i -> await(queue.pick(scene.waiting(Code.CALL).id(), agent)));
        var waiting = scene.waiting(Code.CALL);

        await(offers.renew());

        assertThat(offeredTo(waiting.id())).isEmpty();
    }

    @Test
    void takes_an_offer_back_from_an_agent_who_goes_offline() {
        var agent = online();
        var waiting = scene.waiting(Code.CALL);
        Awaitility.await().until(() -> offeredTo(waiting.id()), Optional.of(agent)::equals);

        await(presence.say(agent, false));

        assertThat(offeredTo(waiting.id())).isEmpty();
    }

    @Test
    void several_pages_of_one_agent_count_once() {
        var agent = agent();

        var changes = List.of(await(presence.say(agent, true)), await(presence.say(agent, true)));

        assertThat(changes).containsExactly(true, false);
        scene.wait(agent, 50);
        assertThat(await(presence.isOnline(agent))).isFalse();
    }

    @Test
    void a_lost_agents_customers_keep_their_place_in_front() {
        var lost = online();
        var first = scene.waiting(Code.WISH_FOR_HUMAN);
        await(queue.pick(first.id(), lost));
        var later = scene.waiting(Code.WISH_FOR_HUMAN);
        scene.wait(lost, 200);

        await(lostAgents.requeue());

        assertThat(scene.now(first.id()).owner()).isInstanceOf(Owner.Queue.class);
        assertThat(inFrontOf(first.id())).isZero();
        assertThat(inFrontOf(later.id())).isEqualTo(1);
    }

    @Test
    void whoever_is_put_ahead_is_told_apart_and_the_number_stays() {
        var calm = scene.waiting(Code.WISH_FOR_HUMAN);
        var alsoCalm = scene.waiting(Code.WISH_FOR_HUMAN);

        var urgent = scene.waiting(Code.LEGAL_OR_COMPLAINT);

        assertThat(await(queue.place(urgent.id())).position()).isEqualTo(1);
        assertThat(await(queue.place(calm.id())))
                .extracting(QueuePlace::position, QueuePlace::putAhead)
                .containsExactly(1, 1);
        assertThat(await(queue.place(alsoCalm.id())))
                .extracting(QueuePlace::position, QueuePlace::putAhead)
                .containsExactly(2, 1);
    }

    @Test
    void a_customer_who_comes_back_to_the_head_does_not_make_the_numbers_of_others_worse() {
        var lost = online();
        var first = scene.waiting(Code.WISH_FOR_HUMAN);
        var second = scene.waiting(Code.WISH_FOR_HUMAN);
        var third = scene.waiting(Code.WISH_FOR_HUMAN);
        await(queue.pick(first.id(), lost));
        assertThat(await(queue.place(third.id())).position()).isEqualTo(2);
        scene.wait(lost, 200);

        await(lostAgents.requeue());

        assertThat(await(queue.place(third.id())))
                .extracting(QueuePlace::position, QueuePlace::putAhead)
                .containsExactly(2, 1);
        assertThat(await(queue.place(second.id())))
                .extracting(QueuePlace::position, QueuePlace::putAhead)
                .containsExactly(1, 1);
    }

    @Test
    void an_agent_who_is_away_for_a_moment_keeps_the_conversation() {
        var agent = online();
        var first = scene.waiting(Code.WISH_FOR_HUMAN);
        await(queue.pick(first.id(), agent));
        scene.wait(agent, 100);

        await(lostAgents.requeue());

        assertThat(scene.now(first.id()).owner()).isInstanceOf(Owner.Agent.class);
    }

    private Uni<Optional<StaffId>> winner(ConversationId id, StaffId agent) {
        return queue.pick(id, agent)
                .map(it -> Optional.of(agent))
                .onFailure(Problem.class)
                .recoverWithItem(Optional.empty());
    }

    private int inFrontOf(ConversationId id) {
        var place = await(queue.place(id));
        return place.position() - 1 + place.putAhead();
    }

    private ConversationId take(StaffId agent) {
        return await(queue.next(agent)).orElseThrow().id();
    }

    private StaffId agent() {
        return people.staff(Role.AGENT).id();
    }

    private StaffId online() {
        var agent = agent();
        await(presence.say(agent, true));
        return agent;
    }

    private Optional<StaffId> offeredTo(ConversationId id) {
        UUID agent = await(database.preparedQuery("select offered_to from handoff where conversation_id = $1")
                        .execute(Tuple.of(id.value())))
                .iterator()
                .next()
                .getUUID(0);
        return Optional.ofNullable(agent).map(StaffId::of);
    }
}
