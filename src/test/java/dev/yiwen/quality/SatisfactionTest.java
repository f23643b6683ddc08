package dev.yiwen.quality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Problem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SatisfactionTest {
    @Inject
    Satisfaction satisfaction;

    @Inject
    Conversations conversations;

    @Inject
    AgentQueue queue;

    @Inject
    Scene scene;

    @Inject
    People people;

    private Staff agent;
    private Conversation served;

    @BeforeEach
    void an_agent_serves_a_customer() {
        scene.startsEmpty();
        agent = people.staff(Role.AGENT);
        served = queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), agent.id())
                .await()
                .indefinitely();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void the_last_word_on_a_closed_conversation_counts_for_its_agent() {
        close();
        rate(2, "等太久");
        rate(4, null);

        given().cookie("yiwen_session", people.token(agent))
                .get("/api/v1/ratings")
                .then()
                .statusCode(200)
                .body("ratings.score", contains(4));
    }

    @Test
    void a_supervisor_reads_the_average_of_each_agent() {
        close();
        rate(2, "等太久");

        given().cookie("yiwen_session", people.token(people.staff(Role.SUPERVISOR)))
                .get("/api/v1/satisfaction/summary")
                .then()
                .statusCode(200)
                .body("find { it.agent == '" + agent.id().value() + "' }.average", equalTo(2.0f))
                .body("find { it.agent == '" + agent.id().value() + "' }.low", equalTo(1));
        given().cookie("yiwen_session", people.token(agent))
                .get("/api/v1/satisfaction/summary")
                .then()
                .statusCode(403);
    }

    @Test
    void what_goes_on_is_not_rated_and_a_score_is_between_one_and_five() {
        assertThatThrownBy(() -> rate(5, null))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThatThrownBy(() -> rate(6, null))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.INVALID));
    }

    private void close() {
        conversations.close(served.id(), served.epoch()).await().indefinitely();
    }

    private void rate(int score, @org.jspecify.annotations.Nullable String comment) {
        satisfaction.rate(served.id(), score, comment).await().indefinitely();
    }
}
