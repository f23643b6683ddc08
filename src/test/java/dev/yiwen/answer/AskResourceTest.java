package dev.yiwen.answer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.ApiScope;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.key.ApiKeys;
import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A system asks, and nobody else is concerned. */
@QuarkusTest
class AskResourceTest {
    private static final String ASK = "/api/v1/ask";

    @Inject
    People people;

    @Inject
    ApiKeys keys;

    @Inject
    Conversations conversations;

    @Inject
    Articles articles;

    @Inject
    Pool database;

    private String key;

    @BeforeEach
    void a_key() {
        var admin = people.staff(Role.ADMIN);
        key = keys.create("官网搜索", Set.of(ApiScope.ASK), null, admin.id())
                .await()
                .indefinitely()
                .secret();
    }

    @Test
    void a_question_is_answered_with_its_source() {
        ask(Map.of("question", "怎么查询本月已用流量？"))
                .statusCode(200)
                .body("decision", equalTo("answered"))
                .body("answer", containsString("剩余流量"))
                .body("confidence", greaterThan(0.6f))
                .body("sources[0].title", equalTo("怎么查询本月已用流量？"))
                .body("sources[0].article", notNullValue());
    }

    @Test
    void a_system_says_by_what_channel_and_for_whom_it_asks() {
        var question = "晨雾梯" + Ids.next().toString().substring(30) + "怎么保养";
        var draft = new ArticleDraft(
                question,
                List.of(),
                "每年一次。",
                Audience.CUSTOMER,
                "通用",
                null,
                null,
                List.of(),
                List.of(
                        new AnswerVariant(AnswerChannel.MINI_PROGRAM, 0, "一年一次"),
                        new AnswerVariant(AnswerChannel.ANY, 4, "专人上门，每年两次。")));
        var made = articles.create(null, draft, "test")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .indefinitely();

        ask(Map.of("question", question)).body("answer", equalTo("每年一次。"));
        ask(Map.of("question", question, "channel", "mini-program")).body("answer", equalTo("一年一次"));
        ask(Map.of("question", question, "channel", "wechat", "tier", "5")).body("answer", equalTo("专人上门，每年两次。"));
        ask(Map.of("question", question, "channel", "fax")).statusCode(400).body("detail", containsString("channel"));
        articles.retire(made.id()).await().indefinitely();
    }

    @Test
    void a_wish_for_a_person_says_that_nobody_was_called() {
        long before = waiting();

        ask(Map.of("question", "我要转人工"))
                .statusCode(200)
                .body("decision", equalTo("handoff"))
                .body("reason", equalTo("WISH_FOR_HUMAN"))
                .body("answer", containsString("没有转给任何人"));

        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void what_the_bot_says_of_itself_is_in_the_language_that_is_asked_for() {
        ask(Map.of("question", "谢谢", "language", "en"))
                .statusCode(200)
                .body("decision", equalTo("smalltalk"))
                .body("answer", containsString("You are welcome"));
        ask(Map.of("question", "我要转人工", "language", "en")).body("answer", containsString("nobody was called"));
    }

    @Test
    void a_question_back_offers_no_person() {
        ask(Map.of("question", "紫色的大象会不会织毛衣"))
                .statusCode(200)
                .body("decision", not(equalTo("answered")))
                .body("options", not(hasItem("转人工")));
    }

    @Test
    void a_question_leans_on_a_conversation_without_becoming_a_part_of_it() {
        var conversation = conversations
                .openOrResume(people.visitor(), Channel.WEB)
                .await()
                .indefinitely();
        conversations
                .appendFromCustomer(conversation.id(), Ids.next().toString(), "宽带怎么移机？")
                .await()
                .indefinitely();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> lastSeq(conversation.id().value()) == 2);

        ask(Map.of(
                        "question",
                        "要多少钱",
                        "conversationId",
                        conversation.id().value().toString()))
                .statusCode(200)
                .body("decision", notNullValue());

        assertThat(lastSeq(conversation.id().value())).isEqualTo(2);
        ask(Map.of("question", "要多少钱", "conversationId", UUID.randomUUID().toString()))
                .statusCode(404);
    }

    @Test
    void what_is_no_question_is_refused_with_what_is_wrong() {
        ask(Map.of("question", "  ")).statusCode(400).body("detail", equalTo("question must not be blank"));
        ask(Map.of("question", "长".repeat(2001)))
                .statusCode(400)
                .body("detail", containsString("0 to 2000 characters"));
        ask(Map.of("question", "流量", "language", "fr")).statusCode(400).body("detail", containsString("language"));
        ask(Map.of("question", "流量", "qestion", "流量")).statusCode(400).body("detail", containsString("qestion"));
        given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .post(ASK)
                .then()
                .statusCode(400);
    }

    @Test
    void whoever_has_no_key_is_told_what_is_missing() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post(ASK)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("Send an API key with the scope \"ask\""));
        given().auth()
                .oauth2(people.token(people.staff(Role.ADMIN)))
                .contentType(ContentType.JSON)
                .body("{}")
                .post(ASK)
                .then()
                .statusCode(403)
                .body("detail", equalTo("This takes an API key with the scope \"ask\"."));
        given().auth()
                .oauth2("yw_" + "a".repeat(43))
                .contentType(ContentType.JSON)
                .body("{}")
                .post(ASK)
                .then()
                .statusCode(401)
                .body("detail", containsString("unknown"));
    }

    @Test
    void a_key_that_asks_too_often_is_told_when_to_come_back() {
        ask(Map.of("question", "谢谢")).statusCode(200);
        database.query("update rate_limit set paid_until = now() + interval '1 hour' where kind = 'api-key'")
                .execute()
                .await()
                .indefinitely();

        ask(Map.of("question", "谢谢")).statusCode(429).header("Retry-After", notNullValue());
    }

    private ValidatableResponse ask(Map<String, String> body) {
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(ASK)
                .then();
    }

    private long waiting() {
        return number("select count(*) from conversation where owner = 'queue'");
    }

    private long lastSeq(UUID conversation) {
        return number("select last_seq from conversation where id = '" + conversation + "'");
    }

    private long number(String sql) {
        return database.query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
