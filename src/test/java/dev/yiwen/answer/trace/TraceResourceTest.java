package dev.yiwen.answer.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TraceResourceTest {
    private static final String PHONE = "13987650912";

    @Inject
    Conversations conversations;

    @Inject
    Articles articles;

    @Inject
    People people;

    @Inject
    io.vertx.mutiny.sqlclient.Pool database;

    private final String question = "星桥" + UUID.randomUUID().toString().substring(0, 6) + "猫粮多久送到";
    private Article article;

    @BeforeEach
    void publish() {
        article = now(articles.create("test/" + UUID.randomUUID(), draft("3 天。"), "test")
                .chain(it -> articles.publish(it.id(), it.revision())));
    }

    @AfterEach
    void retire() {
        now(articles.retire(article.id()));
    }

    @Test
    void tells_what_was_asked_said_and_found() {
        var turn = asked(question);

        as(Role.SUPERVISOR)
                .get(turn)
                .then()
                .statusCode(200)
                .body("asked.text", equalTo(question))
                .body("said.text", equalTo("3 天。"))
                .body("trace.decision", equalTo("answer"))
                .body("trace.candidates[0].article", equalTo(article.slug()));
    }

    @Test
    void shows_an_article_as_it_was_and_as_it_is() {
        var turn = asked(question);
        change("5 天。");

        as(Role.EDITOR)
                .get(turn + "/articles")
                .then()
                .statusCode(200)
                .body("find { it.slug == '" + article.slug() + "' }.then.answer", equalTo("3 天。"))
                .body("find { it.slug == '" + article.slug() + "' }.now.answer", equalTo("5 天。"));
    }

    @Test
    void has_no_article_of_now_for_one_that_was_retired() {
        var turn = asked(question);
        now(articles.retire(article.id()));

        as(Role.EDITOR)
                .get(turn + "/articles")
                .then()
                .statusCode(200)
                .body("find { it.slug == '" + article.slug() + "' }.then.answer", equalTo("3 天。"))
                .body("find { it.slug == '" + article.slug() + "' }.now", nullValue());
    }

    @Test
    void tells_what_the_same_question_would_get_now() {
        var turn = asked(question);
        change("5 天。");

        as(Role.SUPERVISOR)
                .get(turn + "/now")
                .then()
                .statusCode(200)
                .body("said.text", equalTo("5 天。"))
                .body("trace.candidates[0].revision", equalTo(2));
        as(Role.SUPERVISOR).get(turn).then().body("said.text", equalTo("3 天。"));
    }

    @Test
    void the_question_is_read_without_whose_it_is() {
        var turn = asked(question + "，我的电话" + PHONE);

        as(Role.EDITOR)
                .get(turn)
                .then()
                .statusCode(200)
                .body(not(containsString(PHONE)))
                .body("asked.text", containsString(question));
        as(Role.EDITOR).get(turn + "/now").then().statusCode(200).body(not(containsString(PHONE)));
        as(Role.EDITOR).get("/api/v1/traces").then().statusCode(200).body(not(containsString(PHONE)));
    }

    @Test
    void a_supervisor_is_told_on_asking_and_the_asking_is_recorded() {
        var turn = asked(question + "，我的电话" + PHONE);
        var conversation = turn.split("/")[4];

        as(Role.SUPERVISOR)
                .get(turn)
                .then()
                .statusCode(200)
                .body(not(containsString(PHONE)))
                .body("asked.text", containsString("[手机号1]"));
        reveal(Role.SUPERVISOR, conversation).then().statusCode(200).body("value", equalTo(PHONE));
        reveal(Role.EDITOR, conversation).then().statusCode(403);
        // The conversation is with the bot: no agent has it.
        reveal(Role.AGENT, conversation).then().statusCode(403);

        var recorded = rows("select details::text from audit_event where kind = 'reveal' and subject = 'conversation:"
                + conversation + "'");
        assertThat(recorded).hasSize(1);
        assertThat(recorded.getFirst()).contains("[手机号1]").contains("投诉核实").doesNotContain(PHONE);
    }

    @Test
    void stores_no_raw_number() {
        var turn = asked(question + "，我叫王小丽，电话" + PHONE.substring(0, 3) + " " + PHONE.substring(3));

        var stored = rows("select trace::text from turn_trace where conversation_id = '" + turn.split("/")[4] + "'");

        assertThat(stored)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it)
                        .contains("[手机号1]", "[姓名1]")
                        .doesNotContain(PHONE.substring(3))
                        .doesNotContain("王小丽"));
    }

    private io.restassured.response.Response reveal(Role role, String conversation) {
        return as(role).contentType("application/json")
                .body("{\"token\":\"[手机号1]\",\"reason\":\"投诉核实" + PHONE + "\"}")
                .post("/api/v1/conversations/" + conversation + "/reveal");
    }

    private List<String> rows(String query) {
        return now(database.query(query)
                .execute()
                .map(found -> java.util.stream.StreamSupport.stream(found.spliterator(), false)
                        .map(it -> it.getString(0))
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/now", "/articles"})
    void agents_and_customers_are_not_told(String part) {
        var turn = asked(question);

        as(Role.AGENT).get(turn + part).then().statusCode(403);
        with(people.token(people.visitor())).get(turn + part).then().statusCode(403);
        given().get(turn + part).then().statusCode(401);
    }

    @Test
    void agents_and_customers_have_no_list() {
        as(Role.AGENT).get("/api/v1/traces").then().statusCode(403);
        with(people.token(people.visitor())).get("/api/v1/traces").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/now", "/articles"})
    void there_is_nothing_to_tell_of_a_turn_that_never_was(String part) {
        as(Role.SUPERVISOR)
                .get("/api/v1/conversations/" + UUID.randomUUID() + "/traces/2" + part)
                .then()
                .statusCode(404);
    }

    @Test
    void lists_turns_from_the_newest_page_by_page() {
        for (int i = 0; i < 3; i++) {
            asked(question);
        }
        var seen = new HashSet<String>();

        var first = as(Role.EDITOR)
                .get("/api/v1/traces?size=2")
                .then()
                .statusCode(200)
                .extract();
        var second = as(Role.EDITOR)
                .queryParam("after", first.<String>path("next"))
                .get("/api/v1/traces?size=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract();

        seen.addAll(first.<List<String>>path("items.conversation"));
        seen.addAll(second.<List<String>>path("items.conversation"));
        assertThat(seen).hasSize(4);
        assertThat(first.<String>path("items[0].question")).isEqualTo(question);
        assertThat(first.<String>path("items[0].article")).isEqualTo(question);
    }

    @Test
    void lists_only_the_decisions_that_are_wanted() {
        asked(question);
        asked("你好");

        as(Role.SUPERVISOR)
                .get("/api/v1/traces?decision=smalltalk")
                .then()
                .statusCode(200)
                .body("items[0].question", equalTo("你好"))
                .body("items.decision", everyItem(equalTo("smalltalk")));
    }

    @Test
    void finds_turns_by_words_day_and_confidence() {
        asked(question);
        asked("你好");
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

        for (var wanted : List.of(
                "q=" + question.substring(0, 8),
                "q=" + question.substring(0, 8) + "&from=" + today + "&to=" + today,
                "q=" + question.substring(0, 8) + "&atLeast=0.6&decision=answer")) {
            as(Role.EDITOR)
                    .get("/api/v1/traces?" + wanted)
                    .then()
                    .statusCode(200)
                    .body("items.question", equalTo(List.of(question)));
        }
        for (var nothing : List.of("q=100%25", "q=" + question + "&atMost=0.1", "q=" + question + "&to=2026-01-01")) {
            as(Role.EDITOR)
                    .get("/api/v1/traces?" + nothing)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decision=guess",
                "after=yesterday",
                "after=2026-01-01T00:00:00Z",
                "size=0",
                "from=yesterday",
                "atLeast=2",
                "atMost=-1"
            })
    void refuses_what_makes_no_sense(String query) {
        as(Role.SUPERVISOR).get("/api/v1/traces?" + query).then().statusCode(400);
    }

    /** The address of the turn that answered it. */
    private String asked(String text) {
        Conversation open = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        now(conversations.appendFromCustomer(open.id(), "m1", text));
        var turn = "/api/v1/conversations/" + open.id().value() + "/traces/2";
        var supervisor = people.token(people.staff(Role.SUPERVISOR));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> with(supervisor).get(turn).statusCode() == 200);
        return turn;
    }

    private void change(String answer) {
        now(articles.saveDraft(article.id(), 1, draft(answer), "test")
                .chain(it -> articles.publish(it.id(), it.revision())));
    }

    private ArticleDraft draft(String answer) {
        return new ArticleDraft(question, List.of(), answer, Audience.CUSTOMER, "通用", null, null, List.of());
    }

    private RequestSpecification as(Role role) {
        return with(people.token(people.staff(role)));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
