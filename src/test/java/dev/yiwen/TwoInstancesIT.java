package dev.yiwen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A customer on one instance and an agent on the other notice nothing; nor does the customer of an instance that dies. */
class TwoInstancesIT {
    private static final String PASSWORD = "two instances are one";
    private static final int MESSAGES = 40;

    @Test
    @Timeout(600)
    void go_on_as_one_when_one_of_them_is_killed_in_the_middle_of_a_conversation() {
        var both = startBoth();
        try (var one = both.getFirst();
                var other = both.getLast();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var agent = signIn(other.base(), "AGENT");
            var visitor = new VisitorClient(
                    one.base(), VisitorClient.visitorToken(one.base()), MESSAGES, n -> n == 1 ? "转人工" : "第" + n + "句");
            threads.submit(visitor);
            try (var desk = pickFirst(visitor, other.base(), agent)) {
                reply(desk, visitor, 1, 5);

                one.kill();
                visitor.moveTo(other.base());
                reply(desk, visitor, 6, 10);

                await(60).until(() -> visitor.acknowledged().size() == MESSAGES);
                await(30).untilAsserted(() -> assertThat(visitor.received()).isEqualTo(stored(visitor)));
                assertThat(stored(visitor))
                        .isEqualTo(VisitorClient.upTo(stored(visitor).size()));
                assertThat(seen(desk, stored(visitor).size())).isEqualTo(stored(visitor));
                assertThat(Database.messages(visitor.conversation()).values())
                        .filteredOn(sender -> sender.startsWith("reply-"))
                        .hasSize(10)
                        .doesNotHaveDuplicates();
            } finally {
                visitor.stop();
            }
        }
    }

    @Test
    @Timeout(600)
    void answer_from_an_article_within_a_second_after_the_other_has_published_it() {
        var both = startBoth();
        try (var one = both.getFirst();
                var other = both.getLast()) {
            var editor = signIn(one.base(), "EDITOR");
            var name = plan();
            var draft = published(one.base(), editor, name);
            pause(Duration.ofSeconds(1));

            var answer = ask(other.base(), name + "每月多少钱？");
            assertThat(answer.path("kind").asText()).isEqualTo("answer");
            assertThat(answer.path("text").asText()).contains("77");
            assertThat(answer.path("sources").get(0).path("article").asText()).isEqualTo(draft.getString("slug"));
        }
    }

    /** One by itself, two as a set. */
    @Test
    @Timeout(600)
    void let_new_prices_take_the_place_of_the_old_at_the_minute_that_was_set() {
        var both = startBoth();
        try (var one = both.getFirst();
                var other = both.getLast()) {
            var editor = signIn(one.base(), "EDITOR");
            var names = List.of(plan(), plan(), plan());
            var ids = names.stream()
                    .map(it -> published(one.base(), editor, it).getString("id"))
                    .toList();
            for (int i = 0; i < names.size(); i++) {
                as(one.base(), editor)
                        .header("If-Match", 1)
                        .body(content(names.get(i), 99))
                        .put("/api/v1/articles/" + ids.get(i))
                        .then()
                        .statusCode(200);
            }
            String set = as(one.base(), editor)
                    .body(Map.of("name", names.getFirst()))
                    .post("/api/v1/publish-sets")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            ids.stream()
                    .skip(1)
                    .forEach(it -> as(one.base(), editor)
                            .put("/api/v1/publish-sets/" + set + "/articles/" + it)
                            .then()
                            .statusCode(200));
            var minute = Instant.now().plusSeconds(75).truncatedTo(ChronoUnit.MINUTES);
            as(one.base(), editor)
                    .header("If-Match", 2)
                    .body(Map.of("at", minute))
                    .put("/api/v1/articles/" + ids.getFirst() + "/schedule")
                    .then()
                    .statusCode(200);
            as(other.base(), editor)
                    .body(Map.of("at", minute))
                    .put("/api/v1/publish-sets/" + set + "/schedule")
                    .then()
                    .statusCode(200);

            assertThat(names)
                    .allSatisfy(name -> assertThat(both)
                            .allSatisfy(it -> assertThat(price(it.base(), name)).contains("77 元")));
            assertThat(Instant.now()).as("in time").isBefore(minute);
            pause(Duration.between(Instant.now(), minute.plusSeconds(1)));

            assertThat(names)
                    .allSatisfy(name -> assertThat(both)
                            .allSatisfy(it -> assertThat(price(it.base(), name)).contains("99 元")));
        }
    }

    @Test
    @Timeout(600)
    void know_at_once_that_somebody_signed_out_at_the_other() {
        var both = startBoth();
        try (var one = both.getFirst();
                var other = both.getLast()) {
            var agent = signIn(one.base(), "AGENT");
            var socket = TestSocket.open(other.base(), "/ws/v1/agent", agent);
            assertThat(whoAmI(other.base(), agent)).isEqualTo(200);

            given().baseUri(one.base().toString())
                    .header("Authorization", "Bearer " + agent)
                    .delete("/api/v1/session")
                    .then()
                    .statusCode(204);

            assertThat(socket.closed()).isEqualTo("1008 session-ended");
            assertThat(whoAmI(other.base(), agent)).isEqualTo(401);
            assertThat(whoAmI(one.base(), agent)).isEqualTo(401);
        }
    }

    private static String plan() {
        return "星河" + UUID.randomUUID().toString().substring(0, 6) + "套餐";
    }

    private static Map<String, Object> content(String name, int price) {
        return Map.of(
                "question",
                name + "每月多少钱？",
                "phrasings",
                List.of(name + "的月费", name + "一个月要多少钱"),
                "answer",
                name + "每月 " + price + " 元。",
                "audience",
                "CUSTOMER",
                "product",
                "plan",
                "tags",
                List.of());
    }

    /** An article that says 77. */
    private static JsonPath published(URI base, String editor, String name) {
        var draft = as(base, editor)
                .body(content(name, 77))
                .post("/api/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        as(base, editor)
                .post("/api/v1/articles/" + draft.getString("id") + "/publish")
                .then()
                .statusCode(200);
        return draft;
    }

    private static String price(URI base, String name) {
        return ask(base, name + "每月多少钱？").path("text").asText();
    }

    private static RequestSpecification as(URI base, String session) {
        return given().baseUri(base.toString())
                .header("Authorization", "Bearer " + session)
                .contentType("application/json");
    }

    private static int whoAmI(URI base, String token) {
        return given().baseUri(base.toString())
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/session")
                .statusCode();
    }

    private static List<RunningYiwen> startBoth() {
        var one = CompletableFuture.supplyAsync(RunningYiwen::start);
        var other = CompletableFuture.supplyAsync(RunningYiwen::start);
        return List.of(one.join(), other.join());
    }

    /** The bearer token of a new session. */
    private static String signIn(URI base, String role) {
        return given().baseUri(base.toString())
                .contentType("application/json")
                .body(Map.of("login", Database.staff(PASSWORD, role), "password", PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("yiwen_session");
    }

    /** Takes the customer from the queue and shows the conversation. */
    private static TestSocket pickFirst(VisitorClient visitor, URI base, String agent) {
        await(30).until(() -> !visitor.conversation().isEmpty());
        await(30)
                .until(() -> given().baseUri(base.toString())
                                .header("Authorization", "Bearer " + agent)
                                .contentType("application/json")
                                .post("/api/v1/conversations/" + visitor.conversation() + "/pick")
                                .statusCode()
                        < 300);
        var desk = TestSocket.open(base, "/ws/v1/agent", agent);
        desk.send(Map.of("type", "open", "conversationId", visitor.conversation(), "afterSeq", 0));
        return desk;
    }

    private static void reply(TestSocket desk, VisitorClient visitor, int first, int last) {
        for (var number = first; number <= last; number++) {
            desk.send(Map.of(
                    "type",
                    "send",
                    "conversationId",
                    visitor.conversation(),
                    "clientMessageId",
                    "reply-" + number,
                    "text",
                    "第" + number + "个回复"));
            pause(Duration.ofMillis(100));
        }
    }

    /** Numbers of the messages as the agent's socket brought them. */
    private static List<Long> seen(TestSocket desk, long last) {
        var seen = new ArrayList<Long>();
        while (seen.isEmpty() || seen.getLast() < last) {
            seen.add(desk.next("message").path("message").path("seq").asLong());
        }
        return seen;
    }

    private static List<Long> stored(VisitorClient visitor) {
        return List.copyOf(Database.messages(visitor.conversation()).keySet());
    }

    /** What the bot says to a new visitor's question. */
    private static JsonNode ask(URI base, String question) {
        try (var socket = TestSocket.open(base, "/ws/v1/chat?token=" + VisitorClient.visitorToken(base), null)) {
            socket.send(Map.of("type", "hello", "afterSeq", 0));
            socket.next("welcome");
            socket.send(Map.of("type", "send", "clientMessageId", "q", "text", question));
            while (true) {
                var message = socket.next("message").path("message");
                if (!message.path("author").path("kind").asText().equals("customer")) {
                    return message.path("body");
                }
            }
        }
    }

    private static ConditionFactory await(int seconds) {
        return Awaitility.await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(200));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
