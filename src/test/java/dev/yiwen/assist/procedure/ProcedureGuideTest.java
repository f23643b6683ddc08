package dev.yiwen.assist.procedure;

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
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through real events: what is said on a call ticks the steps that the agent sees. */
@QuarkusTest
class ProcedureGuideTest {
    private static final String STEPS = """
            ## 流程
            1. 【识别】核对养蜂证：「请问您的养蜂证号是多少？」
               - 坐席说：请问您的养蜂证号是多少；核对一下养蜂证
            2. 【分类】问清蜂箱漏在哪里
               - 坐席说：蜂箱是哪里漏了
               - 客户说：蜂箱底板漏了；蜂箱盖子漏了
            3. 【解决】请客户用蜂蜡补上
               - 客户说：蜂蜡补上了；用蜂蜡补好了
            4. 【确认】报维修单号
               - 坐席说：蜂箱维修单号是
            """;
    private static final String WANTED = "我家的量子蜂箱漏蜜了，想报修量子蜂箱";

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

    @Inject
    Pool database;

    @SuppressWarnings("NullAway.Init")
    private Article procedure;

    @SuppressWarnings("NullAway.Init")
    private Staff agent;

    @SuppressWarnings("NullAway.Init")
    private Conversation call;

    @BeforeEach
    void a_procedure_and_an_agent_on_a_call() {
        var draft = new ArticleDraft(
                "流程：量子蜂箱报修", List.of("量子蜂箱漏蜜了", "我要报修量子蜂箱"), STEPS, Audience.AGENT, "蜂箱", null, null, List.of());
        var article = articles.create(null, draft, "test").await().indefinitely();
        procedure = articles.publish(article.id(), article.revision()).await().indefinitely();
        agent = people.staff(Role.AGENT);
        var opened =
                conversations.openCall(people.visitor(), "13800000000").await().indefinitely();
        call = conversations
                .assign(opened.id(), opened.epoch(), agent.id())
                .await()
                .indefinitely()
                .orElseThrow();
    }

    @AfterEach
    void no_procedure_for_other_tests() {
        articles.retire(procedure.id()).await().indefinitely();
    }

    @Test
    void what_either_side_says_ticks_the_steps_of_what_the_customer_wants() {
        try (var panel = panel()) {
            customer("u1", WANTED);
            var shown = card(panel, it -> it.at("/details/next").asInt() == 1);
            assertThat(shown.at("/details/procedure").asText()).isEqualTo("量子蜂箱报修");
            assertThat(shown.at("/source/revision").asInt()).isEqualTo(procedure.revision());

            agent("u2", "好的，请问您的养蜂证号是多少呢？");
            assertThat(done(card(panel, it -> it.at("/details/next").asInt() == 2)))
                    .containsExactly("1 agent 3");

            customer("u3", "蜂箱没漏在底板，蜂蜡我还没补上");
            customer("u4", "是蜂箱的盖子漏了");
            assertThat(done(card(panel, it -> it.at("/details/next").asInt() == 3)))
                    .containsExactly("1 agent 3", "2 customer 5");

            customer("u5", "那我不修了，养蜂证我没带");
            customer("u6", "好了好了蜂蜡已经补好了");
            assertThat(done(card(panel, it -> it.at("/details/next").asInt() == 4)))
                    .containsExactly("1 agent 3", "2 customer 5", "3 customer 7");
        }
    }

    @Test
    void words_that_were_never_said_prove_nothing_any_more() {
        try (var panel = panel()) {
            customer("u1", WANTED);
            customer("u2", "用蜂蜡补好了");
            assertThat(done(card(panel, it -> !done(it).isEmpty()))).containsExactly("3 customer 3");

            customer("u2", "用蜂蜡没补好");

            assertThat(done(card(panel, it -> done(it).isEmpty()))).isEmpty();
        }
    }

    @Test
    void what_the_agent_set_by_hand_stands() {
        try (var panel = panel()) {
            customer("u1", WANTED);
            agent("u2", "请问您的养蜂证号是多少");
            card(panel, it -> it.at("/details/next").asInt() == 2);

            tick(agent, 1, false, 204);
            tick(agent, 3, true, 204);
            assertThat(done(card(panel, it -> done(it).contains("3 hand ")))).containsExactly("3 hand ");

            agent("u3", "再核对一下养蜂证");
            agent("u4", "蜂箱维修单号是二十七号");
            assertThat(done(card(panel, it -> done(it).size() == 2))).containsExactly("3 hand ", "4 agent 5");
        }
    }

    @Test
    void only_the_agent_who_has_the_call_ticks_and_only_what_is_there() {
        customer("u1", WANTED);
        try (var panel = panel()) {
            card(panel, it -> it.at("/details/next").asInt() == 1);
        }

        tick(people.staff(Role.AGENT), 1, true, 403);
        tick(agent, 9, true, 404);
        post(agent, "/1", Map.of(), 400);
        post(agent, "", Map.of("procedure", UUID.randomUUID()), 404);
    }

    @Test
    void what_does_not_become_clear_is_asked_and_a_tap_says_it() {
        try (var panel = panel()) {
            customer("u1", "量子蜂王晚上几点睡觉");
            database.preparedQuery("update message set at = at - interval '40 seconds' where conversation_id = $1")
                    .execute(Tuple.of(call.id().value()))
                    .await()
                    .indefinitely();
            agent("u2", "您好，我在听");
            var question = card(panel, it -> it.at("/details/steps").isMissingNode());
            assertThat(question.at("/details/categories").size()).isPositive();
            agent("u3", "请问您的养蜂证号是多少");

            post(agent, "", Map.of("procedure", procedure.id().value()), 204);

            assertThat(done(card(panel, it -> it.at("/details/next").asInt() == 2)))
                    .containsExactly("1 agent 4");
        }
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

    private void tick(Staff by, int step, boolean done, int status) {
        post(by, "/" + step, Map.of("done", done), status);
    }

    private void post(Staff by, String path, Map<String, Object> body, int status) {
        given().header("Authorization", "Bearer " + people.token(by))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/assist/" + call.id().value() + "/steps" + path)
                .then()
                .statusCode(status);
    }

    private TestSocket panel() {
        return TestSocket.open(base, "/ws/v1/assist?conversation=" + call.id().value(), people.token(agent));
    }

    /** The next card with a step that is as wanted. */
    private static JsonNode card(TestSocket panel, Predicate<JsonNode> wanted) {
        while (true) {
            for (var card : panel.next("suggestions").path("suggestions")) {
                if (card.path("kind").asText().equals("step") && wanted.test(card)) {
                    return card;
                }
            }
        }
    }

    /** Number of each step that is done, by whom, and by which message (the first is the notice that the agent is there). */
    private static List<String> done(JsonNode card) {
        return StreamSupport.stream(card.at("/details/steps").spliterator(), false)
                .filter(it -> it.path("done").asBoolean())
                .map(it -> it.path("n").asText() + " " + it.path("by").asText() + " "
                        + it.path("seq").asText(""))
                .toList();
    }
}
