package dev.yiwen.channel.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryResourceTest {
    private static final String HISTORY = "/api/v1/chat/history";

    @Inject
    People people;

    @Inject
    Conversations conversations;

    @Inject
    Pool database;

    private CustomerId customer;

    @BeforeEach
    void somebody() {
        customer = people.visitor();
    }

    @Test
    void earlier_conversations_come_page_by_page_the_newest_first() {
        var first = over("第一次");
        var second = over("第二次");
        // Nothing was said in it.
        await(conversations.close(open().id(), open().epoch()));
        var third = over("第三次");
        var present = open();

        String next = page(present.id().value().toString(), 2)
                .body("conversations.id", contains(third.toString(), second.toString()))
                .body("conversations[0].messages.body.text", contains("第三次"))
                .body("conversations[0].closedAt", notNullValue())
                .extract()
                .path("next");

        page(next, 2).body("conversations.id", contains(first.toString())).body("next", nullValue());
    }

    @Test
    void of_a_long_conversation_the_page_after_goes_on_where_the_first_was_full() {
        var begun = open();
        IntStream.rangeClosed(1, 130).forEach(i -> say("第" + i + "句"));
        await(conversations.close(begun.id(), begun.epoch()));
        var present = open();
        var read = new ArrayList<String>();

        @Nullable String next = present.id().value().toString();
        while (next != null) {
            var page = page(next, 3);
            List<String> texts = page.extract().path("conversations[0].messages.body.text");
            read.addAll(0, texts);
            next = page.extract().path("next");
        }

        assertThat(read)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 130)
                        .mapToObj(i -> "第" + i + "句")
                        .toList());
    }

    @Test
    void what_was_promised_stays_and_how_it_was_passed_on_does_not() {
        var begun = open();
        say("多扣了 20 元");
        var agent = people.staff(Role.AGENT);
        var reason = new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "客户点了按钮", List.of());
        var waiting = await(conversations.requestHuman(begun.id(), begun.epoch(), reason))
                .orElseThrow();
        var served = await(conversations.assign(waiting.id(), waiting.epoch(), agent.id()))
                .orElseThrow();
        await(conversations.appendNotice(
                begun.id(), new Body.Notice("message-left", "工单号 1001", Map.of("number", "1001"))));
        await(conversations.close(served.id(), served.epoch()));

        page(open().id().value().toString(), 1)
                .body(
                        "conversations[0].messages.body.code.findAll { it != null }",
                        contains("agent-joined", "message-left"))
                .body(not(containsString("客户点了按钮")))
                .body(not(containsString(agent.id().value().toString())));
    }

    @Test
    void a_conversation_that_was_not_rated_is_rated_later_but_not_long_after() {
        var over = over("怎么退订？");
        var present = open().id().value().toString();
        page(present, 1).body("conversations[0].rateable", equalTo(true)).body("conversations[0].score", nullValue());

        rate(customer, over, 5).statusCode(204);

        page(present, 1).body("conversations[0].score", equalTo(5));
        rate(customer, over, 6).statusCode(400);
        rate(customer, open().id().value(), 4).statusCode(409);
        await(database.preparedQuery("update conversation set closed_at = now() - interval '8 days' where id = $1")
                .execute(Tuple.of(over)));
        rate(customer, over, 1).statusCode(409);
        page(present, 1).body("conversations[0].rateable", equalTo(false)).body("conversations[0].score", equalTo(5));
    }

    @Test
    void nobody_reads_or_rates_what_is_anothers() {
        var over = over("我的密码忘了");
        var stranger = people.visitor();

        as(stranger).get(HISTORY + "?before=" + over).then().statusCode(404);
        rate(stranger, over, 1).statusCode(404);
        given().get(HISTORY + "?before=" + over).then().statusCode(401);
        given().cookie("yiwen_session", people.token(people.staff(Role.SUPERVISOR)))
                .get(HISTORY + "?before=" + over)
                .then()
                .statusCode(403);
    }

    @Test
    void nonsense_and_great_pages_are_refused() {
        var present = open().id().value().toString();

        for (var query : List.of(
                "",
                "?before=1",
                "?before=" + present + ".x",
                "?before=" + present + ".-1",
                "?before=" + present + "&limit=11",
                "?before=" + present + "&limit=0")) {
            as(customer).get(HISTORY + query).then().statusCode(400);
        }
        as(customer).get(HISTORY + "?before=" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void files_of_an_earlier_conversation_are_still_fetched_by_their_owner() {
        var begun = open();
        var reason = new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "测试", List.of());
        var waiting = await(conversations.requestHuman(begun.id(), begun.epoch(), reason))
                .orElseThrow();
        String file = given().header("Authorization", "Bearer " + people.token(customer))
                .contentType(ContentType.BINARY)
                .body("账单".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/chat/" + begun.id().value() + "/files?name=a.txt&clientMessageId=f1")
                .then()
                .statusCode(200)
                .extract()
                .path("body.file.id");
        await(conversations.close(waiting.id(), waiting.epoch()));

        page(open().id().value().toString(), 1).body("conversations[0].messages[0].body.file.id", equalTo(file));

        var path = "/api/v1/chat/" + begun.id().value() + "/files/" + file;
        as(customer).get(path).then().statusCode(200);
        as(people.visitor()).get(path).then().statusCode(404);
    }

    private UUID over(String said) {
        var begun = open();
        say(said);
        await(conversations.close(begun.id(), begun.epoch()));
        return begun.id().value();
    }

    private Conversation open() {
        return await(conversations.openOrResume(customer, Channel.WEB));
    }

    private void say(String text) {
        await(conversations.appendForPeople(open().id(), UUID.randomUUID().toString(), text));
    }

    private ValidatableResponse page(String before, int limit) {
        return as(customer)
                .get(HISTORY + "?before=" + before + "&limit=" + limit)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse rate(CustomerId by, UUID conversation, int score) {
        var body = new HashMap<String, Object>(Map.of("score", score));
        return as(by).body(body).put(HISTORY + "/" + conversation + "/rating").then();
    }

    private RequestSpecification as(CustomerId who) {
        return given().header("Authorization", "Bearer " + people.token(who)).contentType(ContentType.JSON);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
