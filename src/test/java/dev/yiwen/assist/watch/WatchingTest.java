package dev.yiwen.assist.watch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.yiwen.assist.watch.rule.Severity;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.TalkSign;
import dev.yiwen.conversation.TalkSigns;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class WatchingTest {
    private static final String RULES = "/api/v1/watch-rules";
    private static final String WRONG = "蜂鸟专线的调测费是三百块";

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    @Inject
    Utterances utterances;

    @Inject
    People people;

    @Inject
    SilenceWatch silence;

    @Inject
    WarningCards warnings;

    @Inject
    TalkSigns signs;

    @Inject
    Pool database;

    /** Words that no other test and no earlier run has forbidden. */
    private final String words = "甭啰嗦" + Ids.next().toString().substring(28);

    private Staff agent;
    private Conversation call;

    @BeforeEach
    void an_agent_is_on_a_call() {
        agent = people.staff(Role.AGENT);
        var opened =
                conversations.openCall(people.visitor(), "13800000000").await().indefinitely();
        call = conversations
                .assign(opened.id(), opened.epoch(), agent.id())
                .await()
                .indefinitely()
                .orElseThrow();
    }

    @Test
    void a_promise_that_the_article_does_not_make_becomes_a_card_with_what_it_says() {
        publish();

        agentSays("u1", WRONG);

        eventually(() -> cards().body("suggestions.kind", hasItem("warning"))
                .body("suggestions[0].details.warning", equalTo("differs"))
                .body("suggestions[0].details.said", equalTo(WRONG))
                .body("suggestions[0].details.should", containsString("260 元")));
    }

    @Test
    void the_card_goes_when_the_recogniser_corrects_what_it_heard() {
        publish();
        agentSays("u1", WRONG);
        eventually(() -> cards().body("suggestions.kind", hasItem("warning")));

        agentSays("u1", "蜂鸟专线的调测费是二百六十块");

        eventually(() -> cards().body("suggestions.kind", not(hasItem("warning"))));
    }

    @Test
    void a_reply_is_checked_before_it_is_sent_for_the_agent_who_writes_it_alone() {
        publish();

        check(agent, WRONG)
                .statusCode(200)
                .body("warnings.kind", hasItem("differs"))
                .body("warnings[0].should", containsString("260 元"))
                .body("warnings[0].source.revision", equalTo(1));
        check(agent, "蜂鸟专线的调测费是二百六十块").statusCode(200).body("warnings", empty());
        check(people.staff(Role.AGENT), WRONG).statusCode(403);
    }

    @Test
    void forbidden_words_are_minded_from_the_moment_on_that_a_supervisor_adds_them() {
        var supervisor = people.staff(Role.SUPERVISOR);
        check(agent, "您" + words + "了").body("warnings", empty());

        String id = as(supervisor)
                .body(Map.of("kind", "FORBIDDEN", "severity", "GRAVE", "words", words, "instead", "您慢慢说"))
                .post(RULES)
                .then()
                .statusCode(200)
                .body("by", equalTo(supervisor.name()))
                .extract()
                .path("id");
        check(agent, "您" + words + "了")
                .body("warnings[0].kind", equalTo("forbidden"))
                .body("warnings[0].severity", equalTo("GRAVE"))
                .body("warnings[0].should", equalTo("您慢慢说"));
        as(supervisor).delete(RULES + "/" + id).then().statusCode(204);

        check(agent, "您" + words + "了").body("warnings", empty());
    }

    @Test
    void what_has_to_be_said_first_is_minded_until_it_was_said() {
        var rule = Map.of("kind", "DUTY", "severity", "GRAVE", "words", words, "instead", "核对身份" + words);
        as(people.staff(Role.SUPERVISOR)).body(rule).post(RULES).then().statusCode(200);
        check(agent, "您的" + words).body("warnings.kind", hasItem("duty"));

        agentSays("u1", "先核对身份" + words);

        check(agent, "您的" + words).body("warnings.kind", not(hasItem("duty")));
    }

    @Test
    void an_agent_cannot_change_what_agents_may_say() {
        var rule = Map.of("kind", "FORBIDDEN", "severity", "REMIND", "words", words, "instead", "");

        as(agent).body(rule).post(RULES).then().statusCode(403);
        as(people.staff(Role.EDITOR)).body(rule).post(RULES).then().statusCode(403);
    }

    @Test
    void the_same_words_are_no_two_rules_and_one_character_is_none() {
        var supervisor = people.staff(Role.SUPERVISOR);
        var rule = Map.of("kind", "FORBIDDEN", "severity", "REMIND", "words", words, "instead", "");
        as(supervisor).body(rule).post(RULES).then().statusCode(200);

        as(supervisor).body(rule).post(RULES).then().statusCode(409);
        as(supervisor)
                .body(Map.of("kind", "FORBIDDEN", "severity", "REMIND", "words", "不", "instead", ""))
                .post(RULES)
                .then()
                .statusCode(400);
    }

    @Test
    void a_customer_who_says_the_same_three_times_is_stuck() {
        for (String id : List.of("c1", "c2", "c3")) {
            utterances
                    .append(call.id(), new Author.Customer(), id, "我家的蜂鸟专线到底什么时候能修好", null)
                    .await()
                    .indefinitely();
        }

        eventually(() -> cards().body("suggestions.details.warning", hasItem("stuck")));
    }

    @Test
    void a_silent_call_is_minded_until_somebody_speaks() {
        agentSays("u1", "您好，请讲");
        nobodyHasSpokenSince();
        silence.look().await().indefinitely();
        cards().body("suggestions.details.warning", hasItem("silence"));

        agentSays("u2", "喂，您还在吗");

        eventually(() -> cards().body("suggestions.details.warning", not(hasItem("silence"))));
    }

    @Test
    void a_call_on_hold_may_be_silent() {
        agentSays("u1", "请您稍等，我去核实一下");
        nobodyHasSpokenSince();
        lineBefalls("held");
        silence.look().await().indefinitely();
        cards().body("suggestions.details.warning", not(hasItem("silence")));

        lineBefalls("resumed");
        silence.look().await().indefinitely();

        cards().body("suggestions.details.warning", hasItem("silence"));
    }

    @Test
    void of_warnings_that_are_raised_at_once_none_is_lost() {
        var kinds = List.of(
                Warning.Kind.STUCK,
                Warning.Kind.ANGER,
                Warning.Kind.FORBIDDEN,
                Warning.Kind.DUTY,
                Warning.Kind.DIFFERS);

        Uni.join()
                .all(kinds.stream()
                        .map(it -> warnings.show(
                                call.id(), 1, List.of(new Warning(it, Severity.GRAVE, words, "", null)), old -> false))
                        .toList())
                .andCollectFailures()
                .await()
                .indefinitely();

        cards().body(
                        "suggestions.details.warning",
                        containsInAnyOrder("stuck", "anger", "forbidden", "duty", "differs"));
    }

    @Test
    void a_grave_warning_that_the_agent_dismissed_stays_for_the_supervisor_until_it_is_acknowledged() {
        warnings.show(
                        call.id(),
                        1,
                        List.of(
                                new Warning(Warning.Kind.STUCK, Severity.GRAVE, "打13800138000", "", null),
                                new Warning(Warning.Kind.SILENCE, Severity.REMIND, "", "", null)),
                        old -> false)
                .await()
                .indefinitely();
        List<String> shown = cards().extract().path("suggestions.id");
        shown.forEach(id -> as(agent)
                .body(Map.of("how", "dismiss"))
                .post("/api/v1/assist/suggestions/" + id + "/use")
                .then()
                .statusCode(204));
        cards().body("suggestions", empty());
        assertThat(alerts()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo("stuck");
            assertThat(it.said()).isEqualTo("打[手机号]");
        });

        acknowledge(agent, alerts().getFirst().id()).statusCode(403);
        acknowledge(people.staff(Role.SUPERVISOR), UUID.randomUUID()).statusCode(404);
        acknowledge(people.staff(Role.SUPERVISOR), alerts().getFirst().id()).statusCode(204);

        assertThat(alerts()).isEmpty();
    }

    @Test
    void how_a_customer_sounds_counts_beside_their_words() {
        lineBefalls("answered");
        database.preparedQuery("""
                        insert into call_tone (conversation_id, speaker, rate, loudness, at, readings, usual_rate, usual_loudness,
                          first_at, first_rates, first_loudnesses, last_rates, last_loudnesses)
                        values ($1, 'customer', 9, -10, now(), 90, 5, -27, now() - interval '90 seconds',
                          array_fill(4.5::float8, array[60]), array_fill(-28::float8, array[60]),
                          array_fill(9::float8, array[5]), array_fill(-10::float8, array[5]))
                        """).execute(Tuple.of(call.id().value())).await().indefinitely();

        utterances
                .append(call.id(), new Author.Customer(), "c1", "我想问问蜂鸟专线什么时候能装好", null)
                .await()
                .indefinitely();

        eventually(() -> assertThat(sign().moods()).singleElement().satisfies(it -> {
            assertThat(it.voice()).isGreaterThan(0.25);
            assertThat(it.anger()).isLessThan(0.5);
        }));
        assertThat(alerts()).isEmpty();
    }

    private TalkSign sign() {
        return signs.of(List.of(call.id())).await().indefinitely().getOrDefault(call.id(), TalkSign.NOTHING);
    }

    private List<TalkSign.Alert> alerts() {
        return sign().alerts();
    }

    private ValidatableResponse acknowledge(Staff by, UUID warning) {
        return as(by).post("/api/v1/supervision/warnings/" + warning + "/acknowledge")
                .then();
    }

    private void nobodyHasSpokenSince() {
        database.preparedQuery("update message set at = now() - interval '40 seconds' where conversation_id = $1")
                .execute(Tuple.of(call.id().value()))
                .await()
                .indefinitely();
    }

    private void lineBefalls(String kind) {
        database.preparedQuery("""
                        insert into call (call_id, conversation_id, number, state)
                        values ($1::uuid::text, $1, '13800000000', 'answered') on conflict do nothing
                        """).execute(Tuple.of(call.id().value())).await().indefinitely();
        database.preparedQuery("insert into call_event (conversation_id, id, kind, at) values ($1, $2, $2, now())")
                .execute(Tuple.of(call.id().value(), kind))
                .await()
                .indefinitely();
    }

    @Test
    void who_quoted_an_article_hears_that_it_has_changed() {
        var article = publish("雪狐信箱的钥匙丢了怎么补", "雪狐信箱的钥匙凭证件到前台补，当天可取。");
        utterances
                .append(call.id(), new Author.Customer(), "c1", "雪狐信箱的钥匙丢了怎么补", null)
                .await()
                .indefinitely();
        eventually(() -> cards().body("suggestions.source.article", hasItem(article.slug())));
        String card = cards().extract().path("suggestions.find { it.source?.article == '" + article.slug() + "' }.id");
        as(agent)
                .body(Map.of("how", "copy"))
                .post("/api/v1/assist/suggestions/" + card + "/use")
                .then()
                .statusCode(204);

        articles.retire(article.id()).await().indefinitely();

        eventually(() -> cards().body("suggestions.details.warning", hasItem("changed")));
    }

    private Article publish() {
        return publish("蜂鸟专线的调测费是多少", "蜂鸟专线的调测费是 260 元，含入户布线。");
    }

    private Article publish(String question, String answer) {
        var draft = new ArticleDraft(question, List.of(), answer, Audience.CUSTOMER, "测试", null, null, List.of());
        var article = articles.create(null, draft, "test").await().indefinitely();
        return articles.publish(article.id(), article.revision()).await().indefinitely();
    }

    private void agentSays(String utterance, String text) {
        utterances
                .append(call.id(), new Author.Agent(agent.id(), agent.name()), utterance, text, null)
                .await()
                .indefinitely();
    }

    private ValidatableResponse check(Staff by, String text) {
        return as(by).body(Map.of("text", text))
                .post("/api/v1/assist/" + call.id().value() + "/check")
                .then();
    }

    private ValidatableResponse cards() {
        return as(agent).get("/api/v1/assist/" + call.id().value()).then().statusCode(200);
    }

    private static void eventually(Runnable assertion) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(assertion::run);
    }

    private RequestSpecification as(Staff member) {
        return given().header("Authorization", "Bearer " + people.token(member)).contentType(ContentType.JSON);
    }
}
