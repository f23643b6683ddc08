package dev.yiwen.assist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.TestSocket;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.AnswerVariant;
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
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AssistTest {
    private static final String SCRIPT = """
            ## 共情
            先道歉。
            ## 澄清
            问清楚。
            ## 解决
            给办法。
            ## 确认
            说清时限。
            """;

    private static final Set<String> ARTICLES = Set.of("answer", "script");

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

    /** Sets this run's articles apart from those of others; what is asked of it no starter article answers. */
    private final String subject = "量子鸽" + UUID.randomUUID().toString().substring(0, 6);

    @Test
    void shows_the_agent_what_only_agents_may_read() {
        var article = publish(subject + "羽毛券能给什么额外优惠", "可给二十元券。", Audience.AGENT);
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            say(call, subject + "羽毛券有没有额外优惠可以给我");

            var first = suggestions(panel).path("suggestions").path(0);
            assertThat(first.at("/source/article").asText()).isEqualTo(article.slug());
            assertThat(first.at("/source/revision").asInt()).isEqualTo(1);
            assertThat(first.path("kind").asText()).isEqualTo("answer");
            assertThat(first.path("audience").asText()).isEqualTo("AGENT");
            assertThat(first.path("text").asText()).isEqualTo("可给二十元券。");
        }
    }

    @Test
    void who_telephones_is_read_the_sentence_that_is_made_for_it() {
        var draft = new ArticleDraft(
                subject + "鸽粮怎么领",
                List.of(),
                "1. 打开鸽舍\n2. 领取",
                Audience.CUSTOMER,
                "测试",
                null,
                null,
                List.of(),
                List.of(
                        new AnswerVariant(AnswerChannel.SPOKEN, 0, "您到鸽舍就能领。"),
                        new AnswerVariant(AnswerChannel.ANY, 1, "会员送到家。")));
        var article = articles.create(null, draft, "test").await().indefinitely();
        articles.publish(article.id(), article.revision()).await().indefinitely();
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            say(call, subject + "鸽粮怎么领");

            assertThat(suggestions(panel).at("/suggestions/0/text").asText()).isEqualTo("您到鸽舍就能领。");
        }
    }

    @Test
    void an_agent_only_article_in_four_steps_is_a_script() {
        publish("话术：" + subject + "鸽舍分配争议怎么处理", SCRIPT, Audience.AGENT);
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            say(call, "我的" + subject + "鸽舍分配有争议怎么处理");

            assertThat(suggestions(panel).at("/suggestions/0/kind").asText()).isEqualTo("script");
        }
    }

    @Test
    void stays_silent_on_small_talk() {
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            opening(panel);
            say(call, "嗯嗯，好的，谢谢");

            assertThat(panel.staysSilentFor(Duration.ofSeconds(1))).isTrue();
        }
    }

    @Test
    void nothing_that_only_sounds_like_it_is_suggested_to_somebody_in_danger() {
        publish(subject + "光猫着火了怎么赔偿", "按合同赔。", Audience.CUSTOMER);
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            opening(panel);
            say(call, "快来人，" + subject + "光猫着火了！");

            assertThat(panel.next("suggestions").path("suggestions")).isEmpty();
        }
    }

    @Test
    void a_card_that_comes_up_again_keeps_its_id() {
        publish(subject + "羽毛券怎么兑换", "到鸽舍前台兑换。", Audience.CUSTOMER);
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            say(call, subject + "羽毛券怎么兑换");
            var before = suggestions(panel);
            say(call, "我是说" + subject + "羽毛券要怎么兑换");
            var after = suggestions(panel);

            assertThat(after.path("forSeq").asLong())
                    .isGreaterThan(before.path("forSeq").asLong());
            assertThat(after.at("/suggestions/0/id")).isEqualTo(before.at("/suggestions/0/id"));
        }
    }

    @Test
    void an_angry_customer_brings_a_script_to_the_top() {
        publish(subject + "鸽笼怎么修补", "找木匠修补。", Audience.CUSTOMER);
        publish("话术：" + subject + "鸽笼修补没人来，客户很生气", SCRIPT, Audience.AGENT);
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            say(call, subject + "鸽笼怎么修补！你们这群骗子，垃圾公司，气死我了！！");

            assertThat(suggestions(panel).at("/suggestions/0/kind").asText()).isEqualTo("script");
        }
    }

    @Test
    void who_takes_a_call_over_sees_suggestions_for_what_was_asked_before() {
        var article = publish(subject + "鸽哨怎么装", "装在尾羽上。", Audience.CUSTOMER);
        var call =
                conversations.openCall(people.visitor(), "13800000000").await().indefinitely();
        utterances
                .append(call.id(), new Author.Customer(), "u0", subject + "鸽哨怎么装", null)
                .await()
                .indefinitely();
        say(call, "喂？");
        var agent = people.staff(Role.AGENT);
        var taken = assign(call, agent);
        try (var panel = panel(taken, agent)) {
            assertThat(suggestions(panel).at("/suggestions/0/source/article").asText())
                    .isEqualTo(article.slug());
        }
    }

    @Test
    void who_takes_a_call_over_sees_suggestions_for_the_problem_and_not_for_the_last_line() {
        var article = publish(subject + "鸽哨怎么装", "装在尾羽上。", Audience.CUSTOMER);
        var call =
                conversations.openCall(people.visitor(), "13800000000").await().indefinitely();
        say(call, subject + "鸽哨怎么装");
        say(call, "你们怎么回事啊，太慢了吧");
        say(call, "我叫张晓燕，身份证 11010519491231002X");
        var agent = people.staff(Role.AGENT);
        var taken = assign(call, agent);
        try (var panel = panel(taken, agent)) {
            assertThat(suggestions(panel).at("/suggestions/0/source/article").asText())
                    .isEqualTo(article.slug());
        }
    }

    @Test
    void cards_come_in_the_order_of_the_confidence_that_they_show_and_none_below_the_floor() {
        for (var part : List.of("修补", "修补要多久", "修补多少钱", "清洗")) {
            publish(subject + "鸽笼" + part, "找木匠" + part, Audience.CUSTOMER);
        }
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            say(call, subject + "鸽笼修补要多久");

            var shown = new ArrayList<Double>();
            suggestions(panel)
                    .path("suggestions")
                    .forEach(it -> shown.add(it.path("confidence").asDouble()));
            assertThat(shown).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(shown).allMatch(it -> it >= 0.25);
        }
    }

    @Test
    void another_agent_sees_nothing() {
        var call = callOf(people.staff(Role.AGENT));
        try (var panel = panel(call, people.staff(Role.AGENT))) {
            assertThat(panel.next().path("code").asText()).isEqualTo("forbidden");
        }
    }

    @Test
    void a_supervisor_may_look() {
        var call = callOf(people.staff(Role.AGENT));
        try (var panel = panel(call, people.staff(Role.SUPERVISOR))) {
            assertThat(panel.next().path("type").asText()).isEqualTo("suggestions");
        }
    }

    @Test
    void a_customer_gets_no_panel() {
        var call = callOf(people.staff(Role.AGENT));

        assertThatThrownBy(() -> TestSocket.open(base, path(call), people.token(call.customer())))
                .cause()
                .isInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void loses_sight_when_someone_else_has_the_conversation() {
        publish(subject + "鸽环怎么选", "按脚的粗细选。", Audience.CUSTOMER);
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            opening(panel);
            conversations.close(call.id(), call.epoch()).await().indefinitely();

            assertThat(panel.next("error").path("code").asText()).isEqualTo("forbidden");
            assertThat(panel.closed()).isEqualTo("1008 access-ended");
        }
    }

    @Test
    void remembers_who_used_a_card_and_how() {
        publish(subject + "歌单怎么改", "在鸽舍门口改。", Audience.CUSTOMER);
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            say(call, subject + "歌单怎么改");
            var id = suggestions(panel).at("/suggestions/0/id").asText();
            given().header("Authorization", "Bearer " + people.token(agent))
                    .contentType(ContentType.JSON)
                    .body(Map.of("how", "insert"))
                    .post("/api/v1/assist/suggestions/" + id + "/use")
                    .then()
                    .statusCode(204);
            panel.send(Map.of("type", "used", "id", id, "how", "copy"));
            panel.send(Map.of("type", "used", "id", id, "how", "eat"));
            panel.next("error");

            assertThat(uses(id))
                    .containsExactly(
                            "copy " + agent.id().value(), "insert " + agent.id().value());
        }
    }

    @Test
    void a_dismissed_card_does_not_come_back() {
        publish(subject + "飞行怎么开始", "打开笼门。", Audience.CUSTOMER);
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            say(call, subject + "飞行怎么开始");
            var first = suggestions(panel).at("/suggestions/0");
            panel.send(Map.of("type", "used", "id", first.path("id").asText(), "how", "dismiss"));
            assertThat(ids(panel.next("suggestions")))
                    .doesNotContain(first.path("id").asText());
            say(call, "我问的是" + subject + "飞行怎么开始");

            assertThat(ids(panel.next("suggestions")))
                    .doesNotContain(first.path("id").asText());
        }
    }

    @Test
    void says_which_frame_was_wrong_and_stays_open() {
        var agent = people.staff(Role.AGENT);
        var call = callOf(agent);
        try (var panel = panel(call, agent)) {
            opening(panel);
            for (var bad : List.of("x", "[]", "{}", "{\"type\":\"used\"}", "{\"type\":\"used\",\"id\":\"no\"}")) {
                panel.sendText(bad);
                assertThat(panel.next().path("type").asText()).as(bad).isEqualTo("error");
            }
            panel.sendBinary(new byte[] {1});

            assertThat(panel.next().path("code").asText()).isEqualTo("invalid");
        }
    }

    private Article publish(String question, String answer, Audience audience) {
        var draft = new ArticleDraft(question, List.of(), answer, audience, "测试", null, null, List.of());
        var article = articles.create(null, draft, "test").await().indefinitely();
        return articles.publish(article.id(), article.revision()).await().indefinitely();
    }

    private Conversation callOf(Staff agent) {
        return assign(
                conversations.openCall(people.visitor(), "13800000000").await().indefinitely(), agent);
    }

    private Conversation assign(Conversation call, Staff agent) {
        return conversations
                .assign(call.id(), call.epoch(), agent.id())
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private void say(Conversation call, String text) {
        utterances
                .append(call.id(), new Author.Customer(), UUID.randomUUID().toString(), text, null)
                .await()
                .indefinitely();
    }

    private TestSocket panel(Conversation call, Staff reader) {
        return TestSocket.open(base, path(call), people.token(reader));
    }

    private static String path(Conversation call) {
        return "/ws/v1/assist?conversation=" + call.id().value();
    }

    /** The next set with cards of articles in it, without the others: what else is shown comes before or after. */
    private static JsonNode suggestions(TestSocket panel) {
        while (true) {
            var set = panel.next("suggestions");
            var cards = set.path("suggestions").elements();
            while (cards.hasNext()) {
                if (!ARTICLES.contains(cards.next().path("kind").asText())) {
                    cards.remove();
                }
            }
            if (!set.path("suggestions").isEmpty()) {
                return set;
            }
        }
    }

    /** What is shown when the panel opens. */
    private static JsonNode opening(TestSocket panel) {
        return panel.next("suggestions");
    }

    private static List<String> ids(JsonNode set) {
        return StreamSupport.stream(set.path("suggestions").spliterator(), false)
                .map(it -> it.path("id").asText())
                .toList();
    }

    private List<String> uses(String suggestion) {
        var rows = database.preparedQuery(
                        "select how, staff_id from suggestion_use where suggestion_id = $1 order by how")
                .execute(Tuple.of(UUID.fromString(suggestion)))
                .await()
                .indefinitely();
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("how") + " " + row.getUUID("staff_id"))
                .toList();
    }
}
