package dev.yiwen.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReturningTest {
    @Inject
    Returning returning;

    @Inject
    AgentQueue queue;

    @Inject
    Presence presence;

    @Inject
    Conversations conversations;

    @Inject
    Scene scene;

    @Inject
    People people;

    @Inject
    Pool database;

    private Staff agent;
    private CustomerId customer;

    @BeforeEach
    void an_agent_closed_a_customers_conversation() {
        scene.startsEmpty();
        agent = people.staff(Role.AGENT);
        customer = people.visitor();
        var served = Scene.await(queue.pick(
                scene.askForHuman(scene.withBot(customer), Code.WISH_FOR_HUMAN).id(), agent.id()));
        Scene.await(conversations.close(served.id(), served.epoch()));
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void who_comes_back_soon_reaches_the_agent_of_last_time() {
        Scene.await(presence.say(agent.id(), true));

        assertThat(comesBack().owner())
                .isInstanceOfSatisfying(
                        Owner.Agent.class, it -> assertThat(it.id()).isEqualTo(agent.id()));
    }

    @Test
    void an_agent_who_is_away_is_not_waited_for() {
        assertThat(comesBack().owner()).isInstanceOf(Owner.Bot.class);
    }

    @Test
    void an_agent_with_full_hands_is_not_given_one_more() {
        for (int i = 0; i < 3; i++) {
            Scene.await(queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), agent.id()));
        }
        Scene.await(presence.say(agent.id(), true));

        assertThat(comesBack().owner()).isInstanceOf(Owner.Bot.class);
    }

    @Test
    void who_comes_back_later_begins_with_the_bot() {
        Scene.await(presence.say(agent.id(), true));
        Scene.await(database.preparedQuery(
                        "update conversation set closed_at = now() - interval '31 minutes' where customer_id = $1")
                .execute(Tuple.of(customer.value())));

        assertThat(comesBack().owner()).isInstanceOf(Owner.Bot.class);
    }

    private Conversation comesBack() {
        return Scene.await(returning.toSameAgent(scene.withBot(customer)));
    }
}
