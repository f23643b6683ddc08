package dev.yiwen.channel.social;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A comment that another system has read, and the answer on its way back to it. */
@QuarkusTest
class MentionResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    People people;

    @Inject
    Pool database;

    private Staff admin;
    private String key;
    private String hook;
    private String author;

    @BeforeEach
    void a_system_that_reads_comments() {
        admin = people.staff(Role.ADMIN);
        key = key("mention");
        // Nobody listens there: what is to be told stands in the outbox all the same.
        hook = as().body(Map.of("url", "http://127.0.0.1:9/told", "events", List.of("mention.answered")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(200)
                .extract()
                .path("endpoint.id");
        author = "a" + Ids.next();
    }

    @AfterEach
    void nobody_is_told_any_more() {
        as().delete("/api/v1/webhooks/" + hook);
    }

    @Test
    void a_comment_opens_a_consultation_once_and_its_answer_goes_back() {
        var id = "c" + Ids.next();
        var first = mention(Map.of("id", id, "text", "你好", "thread", "video-1"))
                .statusCode(200)
                .body("known", equalTo(false))
                .extract()
                .jsonPath();

        var told = await().atMost(PATIENCE).until(() -> told(first.getString("conversationId")), it -> !it.isEmpty());

        var data = JsonPath.from(told.getFirst()).setRootPath("data");
        assertThat(data.getString("source")).isEqualTo("weibo");
        assertThat(data.getString("id")).isEqualTo(id);
        assertThat(data.getString("thread")).isEqualTo("video-1");
        assertThat(data.getString("author")).isEqualTo("bot");
        assertThat(data.getString("text")).isNotBlank();
        mention(Map.of("id", id, "text", "你好", "thread", "video-1"))
                .statusCode(200)
                .body("known", equalTo(true))
                .body("conversationId", equalTo(first.getString("conversationId")))
                .body("seq", equalTo(first.getInt("seq")));
    }

    @Test
    void the_next_comment_goes_on_in_the_open_consultation() {
        var first =
                mention(Map.of("id", "c" + Ids.next(), "text", "你好")).extract().<String>path("conversationId");

        mention(Map.of("id", "c" + Ids.next(), "text", "谢谢")).statusCode(200).body("conversationId", equalTo(first));
    }

    @Test
    void what_is_wrong_is_said_and_a_key_of_another_use_is_refused() {
        mention(Map.of("id", "c1", "text", " ")).statusCode(400);
        mention(Map.of("id", "c1", "text", "x".repeat(2001))).statusCode(400).body("detail", containsString("text"));
        mention(Map.of("id", "c1", "text", "你好", "source", "Wei bo")).statusCode(400);
        mention(Map.of("id", "c1", "text", "你好", "url", "javascript:alert(1)")).statusCode(400);
        key = key("ask");
        mention(Map.of("id", "c1", "text", "你好")).statusCode(403);
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/mentions")
                .then()
                .statusCode(401);
    }

    private ValidatableResponse mention(Map<String, String> fields) {
        var body = new HashMap<String, String>(Map.of("source", "weibo", "author", author));
        body.putAll(fields);
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/mentions")
                .then();
    }

    private String key(String scope) {
        return as().body(Map.of("name", "读评论", "scopes", List.of(scope)))
                .post("/api/v1/api-keys")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }

    private List<String> told(String conversation) {
        return StreamSupport.stream(
                        database.preparedQuery(
                                        "select payload from webhook_delivery where endpoint_id = $1 and payload like $2")
                                .execute(Tuple.of(UUID.fromString(hook), "%" + conversation + "%"))
                                .await()
                                .indefinitely()
                                .spliterator(),
                        false)
                .map((Row row) -> row.getString(0))
                .toList();
    }

    private RequestSpecification as() {
        return given().auth().oauth2(people.token(admin)).contentType(ContentType.JSON);
    }
}
