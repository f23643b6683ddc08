package dev.yiwen.assist.cause;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.TestSocket;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.FaultCause;
import dev.yiwen.knowledge.FaultCause.Check;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through real events: a fault of something that only this test has is narrowed down on a call. */
@QuarkusTest
class CauseGuideTest {
    private static final String LIGHT = "传送环的灯是什么颜色？";
    private static final String HUM = "传送环嗡嗡响吗？";
    private static final String COMPLAINT = "传送环打不开";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI base;

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    @Inject
    Utterances utterances;

    @Inject
    People people;

    @SuppressWarnings("NullAway.Init")
    private Article article;

    @SuppressWarnings("NullAway.Init")
    private Staff agent;

    @SuppressWarnings("NullAway.Init")
    private Conversation call;

    @BeforeEach
    void an_article_with_causes_and_an_agent_on_a_call() {
        var draft = new ArticleDraft(
                "传送环打不开怎么办",
                List.of(),
                "请看灯的颜色。",
                Audience.CUSTOMER,
                "传送环",
                null,
                null,
                List.of(),
                List.of(),
                List.of(
                        cause("反物质用完", new Check(LIGHT, List.of("灯是紫色；紫灯")), new Check(HUM, List.of("嗡嗡响"))),
                        cause("星门被占", new Check(LIGHT, List.of("灯是紫色；紫灯")), new Check(HUM, List.of("没有声音；不响"))),
                        cause("水晶裂了", new Check(LIGHT, List.of("灯是橙色；橙灯")))));
        var created = articles.create(null, draft, "test").await().indefinitely();
        article = articles.publish(created.id(), created.revision()).await().indefinitely();
        agent = people.staff(Role.AGENT);
        var opened =
                conversations.openCall(people.visitor(), "13800000001").await().indefinitely();
        call = conversations
                .assign(opened.id(), opened.epoch(), agent.id())
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private static FaultCause cause(String name, Check... checks) {
        return new FaultCause(name, "", List.of(COMPLAINT + "；传送环坏了"), List.of(checks), List.of());
    }

    @AfterEach
    void no_such_faults_for_other_tests() {
        articles.retire(article.id()).await().indefinitely();
    }

    @Test
    void a_fault_is_narrowed_down_by_what_the_customer_says_and_what_the_agent_taps() {
        try (var panel = panel()) {
            customer("u1", "我家的传送环打不开了");
            var first = card(panel, it -> it.at("/details/causes").size() == 3);
            assertThat(first.at("/details/question/text").asText()).isEqualTo(LIGHT);

            agent("u1", "好的，请问传送环的灯是什么颜色的？");
            customer("u2", "紫灯");
            var second =
                    card(panel, it -> it.at("/details/question/text").asText().equals(HUM));
            assertThat(ruledOut(second)).containsExactly("水晶裂了");

            answer(agent, HUM, HUM + " → 没有声音", 204);
            var last = card(panel, it -> it.at("/details/likely").asText().equals("星门被占"));
            assertThat(ruledOut(last)).containsExactlyInAnyOrder("反物质用完", "水晶裂了");
            assertThat(last.at("/details/helps/0/title").asText()).isEqualTo("传送环打不开怎么办");

            post(agent, "/undo", Map.of("asked", HUM), 204);
            card(panel, it -> it.at("/details/question/text").asText().equals(HUM));
        }
    }

    @Test
    void words_that_were_never_said_show_nothing_any_more() {
        try (var panel = panel()) {
            customer("u1", "我家的传送环坏了");
            card(panel, it -> it.at("/details/causes").size() == 3);

            customer("u1", "我想问问星际套餐多少钱");

            while (shown(panel).size() > 0) {
                // Until it is gone.
            }
        }
    }

    @Test
    void only_the_agent_who_has_the_call_answers_and_only_what_is_asked() {
        customer("u1", "我家的传送环打不开了");
        try (var panel = panel()) {
            card(panel, it -> true);
        }

        answer(people.staff(Role.AGENT), LIGHT, null, 403);
        answer(agent, "传送环多重？", null, 404);
        answer(agent, LIGHT, "绿灯", 404);
        post(agent, "/undo", Map.of("asked", HUM), 404);
        post(agent, "", Map.of(), 400);
    }

    @Test
    void what_editors_correct_stays_when_the_article_changes_until_it_is_undone() {
        var editor = people.staff(Role.EDITOR);
        var renamed = correct(
                editor,
                Map.of("kind", "RENAME_NODE", "node", Map.of("kind", "CAUSE", "name", "水晶裂了"), "newName", "水晶碎了"));
        var removed = correct(
                editor,
                Map.of(
                        "kind", "REMOVE_EDGE",
                        "node", Map.of("kind", "SYMPTOM", "name", COMPLAINT),
                        "to", Map.of("kind", "CAUSE", "name", "星门被占")));
        var draft = articles.saveDraft(
                        article.id(),
                        article.revision(),
                        ArticleDraft.of(article).phrased(List.of("传送环开不了")),
                        "test")
                .await()
                .indefinitely();
        articles.publish(article.id(), draft.revision()).await().indefinitely();

        assertThat(causes(editor)).contains("水晶碎了").doesNotContain("水晶裂了");
        assertThat(edges(editor)).doesNotContain(COMPLAINT + " > 星门被占").contains(COMPLAINT + " > 反物质用完");

        for (var id : List.of(removed, renamed)) {
            as(editor).delete("/api/v1/fault-graph/corrections/" + id).then().statusCode(204);
        }
        assertThat(causes(editor)).contains("水晶裂了");
        assertThat(edges(editor)).contains(COMPLAINT + " > 星门被占");
        as(editor).delete("/api/v1/fault-graph/corrections/" + removed).then().statusCode(404);
        as(editor)
                .body(Map.of("kind", "ADD_EDGE", "node", Map.of("kind", "CAUSE", "name", "水晶裂了")))
                .post("/api/v1/fault-graph/corrections")
                .then()
                .statusCode(400);
        as(people.staff(Role.AGENT)).get("/api/v1/fault-graph").then().statusCode(403);
    }

    private long correct(Staff by, Map<String, ?> wanted) {
        return as(by).body(wanted)
                .post("/api/v1/fault-graph/corrections")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
    }

    private List<String> causes(Staff by) {
        return as(by).get("/api/v1/fault-graph")
                .jsonPath()
                .getList("graph.nodes.findAll { it.key.kind == 'CAUSE' }.title", String.class);
    }

    private List<String> edges(Staff by) {
        return as(by).get("/api/v1/fault-graph")
                .jsonPath()
                .getList("graph.edges.collect { it.from.name + ' > ' + it.to.name }", String.class);
    }

    private RequestSpecification as(Staff by) {
        return given().header("Authorization", "Bearer " + people.token(by)).contentType(ContentType.JSON);
    }

    private void customer(String id, String text) {
        say(new Author.Customer(), "c" + id, text);
    }

    private void agent(String id, String text) {
        say(new Author.Agent(agent.id(), agent.name()), "a" + id, text);
    }

    private void say(Author author, String id, String text) {
        utterances.append(call.id(), author, id, text, null).await().indefinitely();
    }

    private void answer(Staff by, String question, @Nullable String symptom, int status) {
        var body = new HashMap<String, Object>(Map.of("question", question));
        body.put("symptom", symptom);
        post(by, "", body, status);
    }

    private void post(Staff by, String path, Map<String, Object> body, int status) {
        as(by).body(body)
                .post("/api/v1/assist/" + call.id().value() + "/causes" + path)
                .then()
                .statusCode(status);
    }

    private TestSocket panel() {
        return TestSocket.open(base, "/ws/v1/assist?conversation=" + call.id().value(), people.token(agent));
    }

    /** The next card with causes that is as wanted. */
    private static JsonNode card(TestSocket panel, Predicate<JsonNode> wanted) {
        while (true) {
            for (var card : shown(panel)) {
                if (wanted.test(card)) {
                    return card;
                }
            }
        }
    }

    private static List<JsonNode> shown(TestSocket panel) {
        return StreamSupport.stream(
                        panel.next("suggestions").path("suggestions").spliterator(), false)
                .filter(it -> it.path("kind").asText().equals("cause"))
                .toList();
    }

    private static List<String> ruledOut(JsonNode card) {
        return StreamSupport.stream(card.at("/details/causes").spliterator(), false)
                .filter(it -> it.path("ruledOut").asBoolean())
                .map(it -> it.path("title").asText())
                .toList();
    }
}
