package dev.yiwen.knowledge.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.answer.trace.Traces;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.revision.Reviewed;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Golden questions over the interface: kept, asked, and in the way of what breaks them. */
@QuarkusTest
class GoldenQuestionsTest {
    private static final String QUESTIONS = "/api/v1/golden-questions";
    private static final String RUNS = "/api/v1/golden-runs";
    private static final String SIGNATURES = "/api/v1/publish-signatures";

    @Inject
    Reviewed reviewed;

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    @Inject
    Traces traces;

    @Inject
    People people;

    private final String mark = Ids.next().toString().substring(28);
    private final String asked = "琉璃砚台" + mark + "缺角了能换吗";
    /** Without the mark, by which alone it might be found. */
    private final String anotherThing = "雨后路灯几点熄灭" + Ids.next().toString().substring(30);

    private final List<String> made = new ArrayList<>();
    private Staff editor;
    private Article article;

    @BeforeEach
    void an_article_that_answers() {
        editor = reviewed.editor();
        article = now(articles.create("golden/" + mark, draft(asked, "每月用清水擦一次。"), editor.name())
                .chain(it -> articles.publish(it.id(), it.revision())));
    }

    @AfterEach
    void nothing_stays() {
        made.forEach(it -> reviewed.as(editor).delete(QUESTIONS + "/" + it));
        now(articles.retire(article.id()));
    }

    @Test
    void a_question_is_asked_at_once_listed_changed_and_deleted() {
        var id = golden(asked, article.slug(), true);

        list("?group=" + mark)
                .body("questions", hasSize(1))
                .body("questions[0].question.turns", equalTo(List.of(asked)))
                .body("questions[0].last.passed", equalTo(true))
                .body("questions[0].last.got", equalTo(article.slug()))
                .body("articles.'" + article.slug() + "'.question", equalTo(asked))
                .body("groups", hasItem(mark));
        list("?group=" + mark + "&failing=true").body("questions", hasSize(0));

        reviewed.as(editor)
                .body(wanted(asked, "human", true))
                .put(QUESTIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("last.passed", equalTo(false));
        list("?group=" + mark + "&failing=true").body("questions[0].question.expect", equalTo("human"));

        var stale = new HashMap<>(wanted(asked, "human", true));
        stale.put("version", 0);
        reviewed.as(editor).body(stale).put(QUESTIONS + "/" + id).then().statusCode(409);

        reviewed.as(editor).delete(QUESTIONS + "/" + id).then().statusCode(204);
        list("?group=" + mark).body("questions", hasSize(0));
        reviewed.as(editor).delete(QUESTIONS + "/" + id).then().statusCode(404);
    }

    @Test
    void what_it_expects_must_be_there() {
        reviewed.as(editor)
                .body(wanted(asked, "golden/no-such-article", true))
                .post(QUESTIONS)
                .then()
                .statusCode(404);
    }

    @Test
    void what_was_said_in_a_conversation_is_kept_without_personal_data() {
        var conversation = ask(asked);
        var wanted = new HashMap<>(wanted(asked + "，我的电话是13800138000", "human", false));
        wanted.put("origin", "CONVERSATION");
        wanted.put("conversation", conversation);
        wanted.put("seq", 2);
        create(wanted);

        list("?group=" + mark)
                .body("questions[0].question.turns[0]", not(containsString("13800138000")))
                .body("questions[0].question.conversation", equalTo(conversation.toString()))
                .body("questions[0].question.seq", equalTo(2));
    }

    @Test
    void a_draft_that_breaks_a_question_that_must_pass_is_published_once_somebody_has_signed() {
        var id = golden(asked, article.slug(), true);
        golden(asked, "human", true);
        int revision = save(anotherThing, "别的。");

        publish(revision)
                .statusCode(409)
                .body("type", endsWith("golden-broken"))
                .body("detail", containsString(asked));
        var check = check();
        assertThat(check.getList("broken.question")).containsExactly(id);
        assertThat(check.getString("broken[0].now")).isEqualTo(article.slug());
        assertThat(check.getString("broken[0].then")).isNotEqualTo(article.slug());
        assertThat(check.getList("failing")).hasSize(1);

        sign("GOLDEN", List.of(id), "换成新的说法，旧问法下周补上");
        assertThat(check().getBoolean("broken[0].signed")).isTrue();
        // Of another content the signature says nothing.
        int other = save(anotherThing, "又改了。");
        publish(other).statusCode(409).body("type", endsWith("golden-broken"));
        sign("GOLDEN", List.of(id), "换成新的说法，旧问法下周补上");
        publish(other).statusCode(200).body("state", equalTo("PUBLISHED"));

        reviewed.as(editor)
                .get(SIGNATURES + "?article=" + article.id().value())
                .then()
                .statusCode(200)
                .body("[0].reason", equalTo("换成新的说法，旧问法下周补上"))
                .body("[0].signer", equalTo(editor.name()))
                .body("[0].revision", equalTo(other));
    }

    @Test
    void what_fails_already_and_what_need_not_pass_keep_nothing_back() {
        golden(asked, "human", true);
        golden(asked, article.slug(), false);

        publish(save(anotherThing, "别的。")).statusCode(200);
    }

    @Test
    void a_set_is_kept_back_as_a_whole() {
        golden(asked, article.slug(), true);
        save(anotherThing, "别的。");
        String set = reviewed.as(editor)
                .body(Map.of("name", "整理 " + mark))
                .post("/api/v1/publish-sets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        reviewed.as(editor)
                .put("/api/v1/publish-sets/" + set + "/articles/" + article.id().value())
                .then()
                .statusCode(200);

        reviewed.as(editor)
                .post("/api/v1/publish-sets/" + set + "/publish")
                .then()
                .statusCode(409)
                .body("type", endsWith("golden-broken"));
        reviewed.as(editor).delete("/api/v1/publish-sets/" + set).then().statusCode(204);
    }

    @Test
    void publishing_is_followed_by_a_run_that_says_what_fails_now() {
        var id = golden(asked, article.slug(), false);
        publish(save(anotherThing, "别的。")).statusCode(200);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(runs().getList("[0].failures.question")).contains(id));
        assertThat(runs().getString("[0].cause")).isEqualTo("PUBLISHED");
        list("?group=" + mark + "&failing=true").body("questions", hasSize(1));

        var byHand = reviewed.as(editor).post(RUNS).then().statusCode(200);
        byHand.body("cause", equalTo("HAND")).body("failures.question", hasItem(id));
    }

    @Test
    void customers_questions_that_lose_their_answer_are_signed_for_before_exactly_that_is_published() {
        ask(asked);
        int revision = save(anotherThing, "别的。");
        List<String> broken = reviewed.as(editor)
                .get("/api/v1/knowledge-trials/impact/" + article.id().value() + "?size=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("changed.findAll { it.change == 'BROKEN' }.words");
        assertThat(broken).contains(asked);

        publish(revision).statusCode(409).body("type", endsWith("impact-unsigned"));
        sign("IMPACT", broken.subList(0, broken.size()), "这件商品下架了");
        publish(revision).statusCode(200).body("life.goesLiveAt", nullValue());
    }

    private String golden(String question, String expect, boolean mustPass) {
        return create(wanted(question, expect, mustPass));
    }

    private String create(Map<String, Object> wanted) {
        String id = reviewed.as(editor)
                .body(wanted)
                .post(QUESTIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("question.id");
        made.add(id);
        return id;
    }

    private Map<String, Object> wanted(String question, String expect, boolean mustPass) {
        return Map.of("turns", List.of(question), "expect", expect, "mustPass", mustPass, "group", mark);
    }

    private ValidatableResponse list(String query) {
        return reviewed.as(editor).get(QUESTIONS + query).then().statusCode(200);
    }

    private JsonPath runs() {
        return reviewed.as(editor).get(RUNS + "?limit=5").jsonPath();
    }

    private int save(String question, String answer) {
        int base = now(articles.revisions(article.id())).getFirst().revision();
        return now(articles.saveDraft(article.id(), base, draft(question, answer), editor.name()))
                .revision();
    }

    private ValidatableResponse publish(int revision) {
        return reviewed.as(editor)
                .header("If-Match", revision)
                .post("/api/v1/articles/" + article.id().value() + "/publish")
                .then();
    }

    private JsonPath check() {
        return reviewed.as(editor)
                .body(Map.of("articles", List.of(article.id().value())))
                .post(SIGNATURES + "/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void sign(String kind, List<String> broken, String reason) {
        reviewed.as(editor)
                .body(Map.of(
                        "articles", List.of(article.id().value()), "kind", kind, "broken", broken, "reason", reason))
                .post(SIGNATURES)
                .then()
                .statusCode(204);
    }

    private UUID ask(String words) {
        var conversation = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        now(conversations.appendFromCustomer(
                conversation.id(), UUID.randomUUID().toString(), words));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> now(traces.find(conversation.id(), 2)).isPresent());
        return conversation.id().value();
    }

    private static ArticleDraft draft(String question, String answer) {
        return new ArticleDraft(question, List.of(), answer, Audience.CUSTOMER, "通用", null, null, List.of());
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
