package dev.yiwen.knowledge.snippet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.identity.ApiScope;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.key.ApiKeys;
import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.revision.FourEyes;
import dev.yiwen.knowledge.revision.Reviewed;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A value is written once, and every answer that names it says it. */
@QuarkusTest
class SnippetBookResourceTest {
    @Inject
    People people;

    @Inject
    Reviewed reviewed;

    @Inject
    ApiKeys keys;

    @Inject
    Articles articles;

    private final String mark = Ids.next().toString().substring(26);
    private final String name = "热线" + mark;
    private final String question = "霜叶舟" + mark + "怎么联系";
    private String editor;
    private String key;

    @AfterEach
    void as_before() {
        reviewed.asBefore();
    }

    @BeforeEach
    void an_editor_who_may_publish() {
        editor = people.token(people.staff(Role.EDITOR));
        key = keys.create(
                        "官网",
                        Set.of(ApiScope.ASK),
                        null,
                        people.staff(Role.ADMIN).id())
                .await()
                .indefinitely()
                .secret();
    }

    @Test
    void one_change_is_the_next_answer_of_every_article_that_names_it() {
        var snippet = added("400-000-1111");
        publish("请拨打 {{" + name + "}}。");
        asked().body("answer", equalTo("请拨打 400-000-1111。"));
        asked(Map.of("question", question, "channel", "spoken")).body("answer", equalTo("您打 400-000-1111 就行"));

        staff().body(Map.of("value", "400-000-2222", "reason", "换号了", "version", 1))
                .put("/api/v1/snippets/" + snippet)
                .then()
                .statusCode(200)
                .body("uses", hasSize(1))
                .body("uses[0].question", equalTo(question));

        asked().body("answer", equalTo("请拨打 400-000-2222。"));
        var then = Instant.now();
        staff().body(Map.of("value", "400-000-4444", "reason", "又换了", "version", 2))
                .put("/api/v1/snippets/" + snippet)
                .then()
                .statusCode(200);
        staff().queryParam("at", then.toString())
                .get("/api/v1/articles/live")
                .then()
                .body("articles.find { it.question == '" + question + "' }.answer", equalTo("请拨打 400-000-2222。"))
                .body(
                        "articles.find { it.question == '" + question + "' }.variants[0].answer",
                        equalTo("您打 400-000-2222 就行"));
        staff().get("/api/v1/snippets/" + snippet + "/changes")
                .then()
                .body("reason", equalTo(List.of("又换了", "换号了", "")))
                .body("before[1]", equalTo("400-000-1111"));
        staff().body(Map.of("value", "400-000-3333", "reason", "晚了一步", "version", 1))
                .put("/api/v1/snippets/" + snippet)
                .then()
                .statusCode(409);
    }

    @Test
    void what_answers_name_is_not_removed_and_what_is_not_there_is_not_named() {
        var snippet = added("1");
        var draft = publish("请拨打 {{" + name + "}}。");

        staff().header("Accept-Language", "zh")
                .delete("/api/v1/snippets/" + snippet)
                .then()
                .statusCode(409)
                .body("type", containsString("snippet-in-use"))
                .body("detail", containsString(question));
        staff().header("Accept-Language", "zh")
                .body(Map.of("question", question + "呢", "answer", "问 {{没有的" + mark + "}}"))
                .post("/api/v1/articles")
                .then()
                .statusCode(400)
                .body("type", containsString("snippet-unknown"))
                .body("detail", containsString("{{没有的" + mark + "}}"));
        articles.retire(draft).await().indefinitely();
        staff().delete("/api/v1/snippets/" + snippet).then().statusCode(204);
        staff().get("/api/v1/snippets/" + snippet + "/changes").then().body("", hasSize(2));
    }

    @Test
    void a_file_that_names_what_is_not_there_is_told_what_to_do_and_one_that_names_what_is_keeps_the_name() {
        added("1");
        var file = "question,answer\n" + question + "甲,拨 {{" + name + "}}\n" + question + "乙,拨 {{没有的" + mark + "}}\n";

        var batch = staff().contentType("application/octet-stream")
                .queryParam("name", "a.csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/knowledge-imports")
                .then()
                .statusCode(201)
                .body("counts.NEW", equalTo(1))
                .body("counts.ERROR", equalTo(1))
                .extract()
                .path("id")
                .toString();
        staff().header("Accept-Language", "zh")
                .get("/api/v1/knowledge-imports/" + batch + "/rows")
                .then()
                .body("items.detail", hasItem(containsString("没有登记的常用值 {{没有的" + mark + "}}")))
                .body("items.after.answer", hasItem("拨 {{" + name + "}}"));
    }

    @Test
    void a_draft_whose_value_was_removed_between_looking_and_importing_is_not_published() {
        var snippet = added("1");
        var batch = staff().contentType("application/octet-stream")
                .queryParam("name", "b.csv")
                .body(("question,answer\n" + question + ",拨 {{" + name + "}}\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/knowledge-imports")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        staff().delete("/api/v1/snippets/" + snippet).then().statusCode(204);
        staff().post("/api/v1/knowledge-imports/" + batch + "/apply").then().statusCode(200);
        String draft = staff().queryParam("q", question)
                .get("/api/v1/articles")
                .then()
                .extract()
                .path("items.find { it.question == '" + question + "' }.id");

        staff().header("If-Match", 1)
                .post("/api/v1/articles/" + draft + "/publish")
                .then()
                .statusCode(400)
                .body("type", containsString("snippet-unknown"));
        staff().header("If-Match", 1)
                .body(Map.of("at", Instant.now().plusSeconds(3600)))
                .put("/api/v1/articles/" + draft + "/schedule")
                .then()
                .statusCode(400);
    }

    @Test
    void where_four_eyes_hold_a_new_value_waits_for_somebody_else_unless_it_cannot() {
        var snippet = added("400-000-1111");
        publish("请拨打 {{" + name + "}}。");
        reviewed.fourEyes(FourEyes.Choice.ON);
        var colleague = people.token(people.staff(Role.EDITOR));

        staff().body(Map.of("value", "400-000-2222", "reason", "换号了", "version", 1))
                .put("/api/v1/snippets/" + snippet)
                .then()
                .statusCode(200)
                .body("value", equalTo("400-000-1111"))
                .body("proposed.value", equalTo("400-000-2222"));
        asked().body("answer", equalTo("请拨打 400-000-1111。"));
        confirm(editor, snippet, 2).statusCode(403).body("type", containsString("own-work"));
        confirm(colleague, snippet, 1).statusCode(409);
        confirm(colleague, snippet, 2).statusCode(200).body("proposed", nullValue());
        asked().body("answer", equalTo("请拨打 400-000-2222。"));
        staff().get("/api/v1/snippets/" + snippet + "/changes").then().body("[0].confirmer", notNullValue());

        staff().body(Map.of("value", "400-000-3333", "reason", "旧号被冒用", "version", 3, "urgent", true))
                .put("/api/v1/snippets/" + snippet)
                .then()
                .statusCode(200)
                .body("unseenBy", notNullValue());
        asked().body("answer", equalTo("请拨打 400-000-3333。"));
        confirm(editor, snippet, 4).statusCode(403);
        confirm(colleague, snippet, 4).statusCode(200).body("unseenBy", nullValue());

        staff().body(Map.of("value", "400-000-4444", "reason", "再换", "version", 4))
                .put("/api/v1/snippets/" + snippet)
                .then()
                .statusCode(200);
        staff().delete("/api/v1/snippets/" + snippet + "/proposal?version=5")
                .then()
                .statusCode(200)
                .body("proposed", nullValue());
        confirm(colleague, snippet, 6).statusCode(409);
        asked().body("answer", equalTo("请拨打 400-000-3333。"));
    }

    private static ValidatableResponse confirm(String session, String snippet, int version) {
        return given().auth()
                .oauth2(session)
                .post("/api/v1/snippets/" + snippet + "/confirmation?version=" + version)
                .then();
    }

    @Test
    void names_and_values_that_make_no_sense_are_refused_and_a_name_is_given_once() {
        added("1");

        add(name, "2").statusCode(409);
        add("两 个", "2").statusCode(400);
        add("x" + mark, " ").statusCode(400);
        add("x" + mark, "套 {{" + name + "}}").statusCode(400);
        given().auth()
                .oauth2(people.token(people.staff(Role.AGENT)))
                .get("/api/v1/snippets")
                .then()
                .statusCode(403);
    }

    private String added(String value) {
        return add(name, value).statusCode(201).extract().path("id");
    }

    private ValidatableResponse add(String called, String value) {
        return staff().body(Map.of("name", called, "value", value))
                .post("/api/v1/snippets")
                .then();
    }

    private dev.yiwen.knowledge.ArticleId publish(String answer) {
        var draft = new ArticleDraft(
                question,
                List.of(),
                answer,
                Audience.CUSTOMER,
                "通用",
                null,
                null,
                List.of(),
                List.of(new AnswerVariant(AnswerChannel.SPOKEN, 0, "您打 {{" + name + "}} 就行")));
        var made = articles.create(null, draft, "test")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .indefinitely();
        assertThat(made.answer()).isEqualTo(answer);
        return made.id();
    }

    private ValidatableResponse asked() {
        return asked(Map.of("question", question));
    }

    private ValidatableResponse asked(Map<String, String> body) {
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/ask")
                .then()
                .statusCode(200);
    }

    private RequestSpecification staff() {
        return given().auth().oauth2(editor).contentType(ContentType.JSON);
    }
}
