package dev.yiwen.handoff.queue;

import static dev.yiwen.handoff.Scene.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest {
    private static final int RACES = 1000;
    private static final int AT_ONCE = 16;

    @Inject
    Health health;

    @Inject
    AgentQueue queue;

    @Inject
    Handoffs handoffs;

    @Inject
    Conversations conversations;

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Pool database;

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void a_thousand_races_of_two_agents_have_one_winner_each_and_leave_nothing_behind() {
        var customers = waiting(RACES);
        var one = people.staff(Role.AGENT).id();
        var other = people.staff(Role.AGENT).id();

        var winners = await(Multi.createFrom()
                .iterable(customers)
                .onItem()
                .transformToUni(id -> race(id, one, other))
                .merge(AT_ONCE)
                .collect()
                .asList());

        assertThat(winners).hasSize(RACES).allMatch(it -> it == 1);
        assertThat(wrongWith(customers)).isEmpty();
        close(customers);
        assertThat(wrongWith(customers)).isEmpty();
    }

    @Test
    void finds_a_request_that_outlived_its_conversation() {
        var id = scene.waiting(Code.WISH_FOR_HUMAN).id();
        scene.clear();
        await(database.preparedQuery("update conversation set closed_at = now() - interval '1 hour' where id = $1")
                .execute(Tuple.of(id.value())));
        setEnd(id, "null");

        assertThat(wrongWith(List.of(id.value()))).containsExactly("open-after-end");
        setEnd(id, "now()");
    }

    @Test
    void finds_a_missing_message() {
        var id = scene.waiting(Code.WISH_FOR_HUMAN).id();
        await(database.preparedQuery("update conversation set last_seq = last_seq + 1 where id = $1")
                .execute(Tuple.of(id.value())));

        assertThat(wrongWith(List.of(id.value()))).containsExactly("words-missing");
    }

    @Test
    void names_all_that_it_looks_for_even_when_nothing_is_wrong() {
        assertThat(await(health.check())).extracting(Health.Check::name).isEqualTo(Health.NAMES);
    }

    /** How many of the two got it. */
    private Uni<Long> race(UUID conversation, StaffId one, StaffId other) {
        var id = ConversationId.of(conversation);
        return Uni.join()
                .all(pick(id, one), pick(id, other))
                .andFailFast()
                .map(got -> got.stream().filter(it -> it).count());
    }

    private Uni<Boolean> pick(ConversationId id, StaffId agent) {
        return queue.pick(id, agent).map(it -> true).onFailure(Problem.class).recoverWithItem(false);
    }

    /** The checks that name one of these. */
    private List<String> wrongWith(Collection<UUID> conversations) {
        return await(health.check(Integer.MAX_VALUE)).stream()
                .filter(it -> it.examples().stream().anyMatch(conversations::contains))
                .map(Health.Check::name)
                .toList();
    }

    /** As many as asked for at once; made in one statement, since each of them is not what is tested. */
    private List<UUID> waiting(int count) {
        var rows = await(database.preparedQuery("""
                        with c as (insert into customer (id) select gen_random_uuid() from generate_series(1, $1) returning id)
                        insert into conversation (id, customer_id, channel, owner, epoch, reason, priority, queued_at)
                        select gen_random_uuid(), id, 'WEB', 'queue', 1,
                          '{"code":"WISH_FOR_HUMAN","words":"测试","evidence":[]}', 50, now() from c
                        returning id
                        """).execute(Tuple.of(count)));
        await(handoffs.followAll());
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .toList();
    }

    private void close(List<UUID> all) {
        await(Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUni(id -> conversations
                        .load(ConversationId.of(id))
                        .chain(it -> conversations.close(it.id(), it.epoch()))
                        .chain(() -> handoffs.follow(ConversationId.of(id))))
                .merge(AT_ONCE)
                .collect()
                .last());
    }

    private void setEnd(ConversationId id, String end) {
        await(database.preparedQuery("update handoff set ended_at = " + end + " where conversation_id = $1")
                .execute(Tuple.of(id.value())));
    }
}
