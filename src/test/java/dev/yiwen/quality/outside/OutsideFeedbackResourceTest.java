package dev.yiwen.quality.outside;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.ApiScope;
import dev.yiwen.identity.CustomerIdentities;
import dev.yiwen.identity.CustomerIdentities.Outside;
import dev.yiwen.identity.IdentityProof;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.key.ApiKeys;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer says of the service elsewhere finds its customer and what it is about. */
@QuarkusTest
class OutsideFeedbackResourceTest {
    @Inject
    People people;

    @Inject
    ApiKeys keys;

    @Inject
    Conversations conversations;

    @Inject
    CustomerIdentities identities;

    private String key;

    @BeforeEach
    void a_system_that_reads_surveys() {
        key = keys.create(
                        "回访",
                        Set.of(ApiScope.FEEDBACK),
                        null,
                        people.staff(Role.ADMIN).id())
                .await()
                .indefinitely()
                .secret();
    }

    @Test
    void the_answer_to_a_survey_by_phone_is_joined_with_the_callers_conversation_once() {
        var number = "+861391000" + (1000 + Math.floorMod(Ids.next().hashCode(), 9000));
        var customer = people.member("回访的客户", 0);
        identities
                .vouched(customer, Outside.phone(number), IdentityProof.HOST_TOKEN)
                .await()
                .indefinitely();
        var conversation = conversations
                .openOrResume(customer, Channel.WEB)
                .await()
                .indefinitely()
                .id()
                .value()
                .toString();
        var id = "s" + Ids.next();
        var said =
                Map.<String, Object>of("id", id, "phone", number.substring(3), "score", 9, "best", 10, "text", "很快就好了");

        hand(said)
                .statusCode(200)
                .body("known", equalTo(false))
                .body("feedback.conversationId", equalTo(conversation))
                .body("feedback.customer", equalTo("回访的客户"))
                .body("feedback.score", equalTo(5));
        hand(said).statusCode(200).body("known", equalTo(true));

        given().header("Authorization", "Bearer " + people.token(people.staff(Role.SUPERVISOR)))
                .get("/api/v1/feedback")
                .then()
                .statusCode(200)
                .body("findAll { it.text == '很快就好了' }.conversationId", hasItem(conversation));
    }

    @Test
    void whoever_is_not_known_is_nobody_and_nothing_is_lost() {
        hand(Map.of("id", "a" + Ids.next(), "customer", "nobody-" + Ids.next(), "text", "界面不好找"))
                .statusCode(200)
                .body("feedback.customer", nullValue())
                .body("feedback.conversationId", nullValue())
                .body("feedback.text", equalTo("界面不好找"));
    }

    @Test
    void what_says_nothing_or_cannot_be_is_refused_in_words() {
        var id = "w" + Ids.next();
        hand(Map.of("id", id)).statusCode(400).body("detail", containsString("score or a text"));
        hand(Map.of("id", id, "text", "  ")).statusCode(400);
        hand(Map.of("id", id, "score", 6)).statusCode(400).body("detail", containsString("best"));
        hand(Map.of("id", id, "score", 3, "phone", "无")).statusCode(400).body("detail", containsString("phone"));
        hand(Map.of(
                        "id",
                        id,
                        "score",
                        3,
                        "at",
                        Instant.now().plusSeconds(86_400).toString()))
                .statusCode(400)
                .body("detail", containsString("future"));
        hand(Map.of("id", id, "score", 3, "url", "javascript:alert(1)")).statusCode(400);
        hand(Map.of("id", id, "score", 3)).statusCode(200).body("known", equalTo(false));
    }

    private ValidatableResponse hand(Map<String, Object> fields) {
        var body = new HashMap<String, Object>(Map.of("source", "ivr"));
        body.putAll(fields);
        return given().header("Authorization", "Bearer " + key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/feedback")
                .then();
    }
}
