package dev.yiwen.handoff;

import static dev.yiwen.handoff.Scene.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.presence.Departures;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.handoff.transfer.Transfers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A queue in which some have gone home. */
@QuarkusTest
class CustomerPresenceTest {

    @Inject
    Scene scene;

    @Inject
    People people;

    @Inject
    Conversations conversations;

    @Inject
    AgentQueue queue;

    @Inject
    CustomerPresence customers;

    @Inject
    Departures departures;

    @Inject
    Transfers transfers;

    @Inject
    Presence agents;

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
    void who_is_gone_is_passed_over_and_counts_no_more() {
        var gone = scene.waiting(Code.WISH_FOR_HUMAN);
        var there = scene.waiting(Code.WISH_FOR_HUMAN);
        leaves(gone.id(), 60);

        assertThat(await(queue.places())).doesNotContainKey(gone.id());
        assertThat(await(queue.place(there.id())).position()).isEqualTo(1);
        assertThat(next()).isEqualTo(there.id());
    }

    @Test
    void who_comes_back_has_the_place_of_before() {
        var first = scene.waiting(Code.WISH_FOR_HUMAN);
        var second = scene.waiting(Code.WISH_FOR_HUMAN);
        leaves(first.id(), 600);

        await(customers.arrived(first.id(), null, null));

        assertThat(await(queue.place(first.id())).position()).isEqualTo(1);
        assertThat(await(queue.place(second.id())).position()).isEqualTo(2);
        assertThat(next()).isEqualTo(first.id());
    }

    @Test
    void who_closes_the_page_for_a_moment_is_not_passed_over() {
        var first = scene.waiting(Code.WISH_FOR_HUMAN);
        scene.waiting(Code.WISH_FOR_HUMAN);
        leaves(first.id(), 5);

        assertThat(next()).isEqualTo(first.id());
    }

    @Test
    void who_is_in_danger_is_never_passed_over() {
        scene.waiting(Code.WISH_FOR_HUMAN);
        var danger = scene.waiting(Code.URGENT);
        leaves(danger.id(), 3600);

        await(departures.end());

        assertThat(next()).isEqualTo(danger.id());
    }

    @Test
    void who_does_not_come_back_leaves_the_queue_and_can_read_why() {
        var gone = scene.waiting(Code.WISH_FOR_HUMAN);
        leaves(gone.id(), 1860);

        await(departures.end());

        assertThat(scene.now(gone.id()).owner()).isInstanceOf(Owner.Bot.class);
        assertThat(lastNotice(gone.id())).contains("保留了 30 分钟");
    }

    @Test
    void an_instance_that_is_lost_leaves_nobody_there_for_ever() {
        var gone = scene.waiting(Code.WISH_FOR_HUMAN);
        await(customers.arrived(gone.id(), null, null));
        set("seen_at = now() - interval '5 minutes'", gone.id());

        assertThat(await(queue.places())).doesNotContainKey(gone.id());
    }

    @Test
    void who_says_so_leaves_the_queue_or_ends_the_conversation() {
        var leaving = scene.waiting(Code.WISH_FOR_HUMAN);
        var ending = scene.waiting(Code.WISH_FOR_HUMAN);
        var staying = scene.waiting(Code.WISH_FOR_HUMAN);

        says(leaving.id(), "不用了，不排了");
        says(ending.id(), "结束会话吧");
        says(staying.id(), "不用了解套餐，我要问宽带");

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(scene.now(leaving.id()).owner()).isInstanceOf(Owner.Bot.class);
            assertThat(scene.now(ending.id()).owner()).isInstanceOf(Owner.Nobody.class);
        });
        assertThat(lastNotice(leaving.id())).contains("退出排队");
        assertThat(lastNotice(ending.id())).contains("客户结束");
        assertThat(scene.now(staying.id()).owner()).isInstanceOf(Owner.Queue.class);
    }

    @Test
    void who_is_handed_to_a_busy_colleague_is_told_of_the_colleague() {
        var agent = people.staff(Role.AGENT);
        var colleague = people.staff(Role.AGENT);
        await(agents.say(colleague.id(), true));
        for (int i = 0; i < 3; i++) {
            await(queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), colleague.id()));
        }
        var served = await(queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), agent.id()));

        await(transfers.handOn(served, agent, new Transfers.Target(colleague.id(), null), "请接着办"));

        assertThat(await(queue.place(served.id())).busyColleague()).isEqualTo(colleague.name());
    }

    private void leaves(ConversationId id, int secondsAgo) {
        await(customers.arrived(id, null, null));
        await(customers.left(id));
        set("left_at = now() - interval '" + secondsAgo + " seconds'", id);
    }

    private void set(String what, ConversationId id) {
        await(database.preparedQuery("update customer_presence set " + what + " where conversation_id = $1")
                .execute(Tuple.of(id.value())));
    }

    private ConversationId next() {
        return await(queue.next(people.staff(Role.AGENT).id()))
                .map(Conversation::id)
                .orElseThrow();
    }

    private void says(ConversationId id, String text) {
        await(conversations.appendFromCustomer(id, UUID.randomUUID().toString(), text));
    }

    private String lastNotice(ConversationId id) {
        return await(conversations.messagesAfter(id, 0, 100)).stream()
                .map(it -> it.body())
                .filter(Body.Notice.class::isInstance)
                .reduce((before, last) -> last)
                .map(Body::text)
                .orElse("");
    }
}
