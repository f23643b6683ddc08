package dev.yiwen.quality.estimate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.quality.Satisfaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class EstimatingTest {
    private static final String ANGRY = "你们到底能不能解决，说了三遍都没用，那算了我不要了，打13812345678也没人接";

    @Inject
    Estimating estimating;

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

    @Inject
    Pool database;

    private Staff agent;

    @BeforeEach
    void an_agent_is_there() {
        scene.startsEmpty();
        agent = people.staff(Role.AGENT);
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void who_did_not_rate_is_estimated_by_their_words_and_quoted_without_their_number() {
        var bad = ended(ANGRY);

        round();

        seenBy(agent)
                .body("estimated", equalTo(1))
                .body("rated", equalTo(0))
                .body("conversations.conversationId", contains(bad.id().value().toString()))
                .body("conversations[0].quotes.text", hasItem(ANGRY.replace("13812345678", "[手机号]")))
                .body("conversations[0].dissatisfied", greaterThan(0.1f))
                .body("dissatisfied", greaterThan(0.1f))
                .body("error", greaterThan(0f));
        seenBy(people.staff(Role.AGENT)).body("estimated", equalTo(0)).body("conversations", empty());
    }

    @Test
    void what_was_rated_checks_the_estimate() {
        var bad = ended(ANGRY);
        satisfaction.rate(bad.id(), 1, null).await().indefinitely();
        satisfaction.rate(ended("好的，谢谢您，辛苦了").id(), 5, null).await().indefinitely();

        round();

        seenBy(agent)
                .body("rated", equalTo(2))
                .body("estimated", equalTo(0))
                .body("low.rated", equalTo(1))
                .body("low.called", equalTo(1))
                .body("high.rated", equalTo(1))
                .body("high.called", equalTo(0))
                .body("conversations", empty());
    }

    @Test
    void of_who_said_nothing_nothing_is_known() {
        ended(null);

        round();

        seenBy(agent).body("unknown", equalTo(1)).body("estimated", equalTo(0)).body("dissatisfied", equalTo(0f));
    }

    @Test
    void what_went_on_and_ended_again_is_read_anew() {
        var served = ended("您好，我想问一下怎么改套餐");
        round();
        seenBy(agent).body("conversations", empty());

        scene.customerSaid(served.id(), ANGRY);
        database.preparedQuery("update conversation set closed_at = now() where id = $1")
                .execute(Tuple.of(served.id().value()))
                .await()
                .indefinitely();
        round();

        seenBy(agent)
                .body(
                        "conversations.conversationId",
                        contains(served.id().value().toString()));
    }

    private void round() {
        estimating.round().await().indefinitely();
    }

    private Conversation ended(@Nullable String words) {
        var served = queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), agent.id())
                .await()
                .indefinitely();
        if (words != null) {
            scene.customerSaid(served.id(), words);
        }
        conversations.close(served.id(), served.epoch()).await().indefinitely();
        return served;
    }

    private ValidatableResponse seenBy(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff))
                .get("/api/v1/ratings/estimates")
                .then()
                .statusCode(200);
    }
}
