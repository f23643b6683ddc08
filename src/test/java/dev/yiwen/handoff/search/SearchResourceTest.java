package dev.yiwen.handoff.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SearchResourceTest {
    @Inject
    People people;

    @Inject
    Scene scene;

    /** Sets this run apart from others; as many characters as the index is for. */
    private final String word = "槐" + UUID.randomUUID().toString().substring(0, 6);

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void finds_words_within_what_a_customer_said() {
        var agent = people.staff(Role.AGENT);
        var id = waiting("我想把" + word + "套餐换成便宜一点的");

        find(agent, word.substring(1) + "套餐")
                .statusCode(200)
                .body("conversationId", contains(id.value().toString()))
                .body("[0].seq", equalTo((int) scene.now(id).lastSeq()))
                .body("[0].text", equalTo("我想把" + word + "套餐换成便宜一点的"));
    }

    @Test
    void whoever_looks_for_a_number_finds_where_it_was_said_but_not_the_number() {
        var id = waiting(word + "的号码是13812345678" + "，" + "请回电".repeat(100) + "，或者13987654321");

        find(people.staff(Role.AGENT), word)
                .body("conversationId", contains(id.value().toString()))
                .body("[0].text", startsWith(word + "的号码是[手机号]，请回电"))
                .body("[0].text.length()", equalTo(300));
        find(people.staff(Role.AGENT), "13812345678")
                .body("conversationId", hasItem(id.value().toString()));
    }

    @Test
    void percent_and_underscore_are_what_they_are() {
        var agent = people.staff(Role.AGENT);
        var id = waiting(word + "降了50%");

        find(agent, word + "降了50%").body("conversationId", contains(id.value().toString()));
        find(agent, word + "降了_0%").body("size()", equalTo(0));
    }

    @Test
    void finds_a_customer_by_name() {
        var agent = people.staff(Role.AGENT);
        var id = scene.askForHuman(scene.withBot(people.member("王" + word, 3)), Code.CALL)
                .id();

        find(agent, "王" + word).body("conversationId", contains(id.value().toString()));
    }

    @Test
    void what_the_bot_said_is_not_searched() {
        var agent = people.staff(Role.AGENT);
        var id = waiting("你好");
        scene.said(id, new Author.Bot(), new Body.Answer(word + "的答案", List.of(), 0.9, List.of()));

        find(agent, word + "的答案").body("size()", equalTo(0));
    }

    @Test
    void finds_nothing_that_the_reader_may_not_read() {
        var id = waiting("我要" + word);
        var owner = people.staff(Role.AGENT);
        given().cookie("yiwen_session", people.token(owner))
                .post("/api/v1/conversations/" + id.value() + "/pick")
                .then()
                .statusCode(200);

        find(people.staff(Role.AGENT), word).body("size()", equalTo(0));
        find(owner, word).body("conversationId", contains(id.value().toString()));
        find(people.staff(Role.SUPERVISOR), word)
                .body("conversationId", contains(id.value().toString()));
    }

    @Test
    void an_agent_finds_their_own_among_thousands_of_newer_ones_of_others() {
        var owner = people.staff(Role.AGENT);
        var own = waiting("我要" + word);
        given().cookie("yiwen_session", people.token(owner))
                .post("/api/v1/conversations/" + own.value() + "/pick")
                .then()
                .statusCode(200);
        scene.saidByOthers(2500, "我也要" + word);

        find(owner, word).body("conversationId", contains(own.value().toString()));
    }

    @Test
    void pages_go_on_to_the_oldest_without_gap_or_repetition() {
        var supervisor = people.staff(Role.SUPERVISOR);
        scene.saidByOthers(65, "我要" + word);
        var seen = new ArrayList<String>();

        List<String> page = find(supervisor, word).extract().path("conversationId");
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = given().cookie("yiwen_session", people.token(supervisor))
                    .queryParams("q", word, "before", seen.getLast())
                    .get("/api/v1/conversations/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("conversationId");
        }

        assertThat(seen).hasSize(65).doesNotHaveDuplicates();
    }

    @Test
    void an_agent_finds_the_conversation_of_a_ticket_that_somebody_else_gave_them() {
        var id = waiting("我要" + word);
        var agent = people.staff(Role.AGENT);
        var ticket = given().cookie("yiwen_session", people.token(agent))
                .contentType("application/json")
                .body(Map.of("kind", "OTHER", "title", "跟进", "conversationId", id.value()))
                .post("/api/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("id");
        given().cookie("yiwen_session", people.token(people.staff(Role.AGENT)))
                .post("/api/v1/conversations/" + id.value() + "/pick")
                .then()
                .statusCode(200);
        find(agent, word).body("size()", equalTo(0));

        given().cookie("yiwen_session", people.token(agent))
                .post("/api/v1/tickets/" + ticket + "/take")
                .then()
                .statusCode(200);
        find(agent, word).body("size()", equalTo(0));
        var colleague = people.staff(Role.AGENT);
        given().cookie("yiwen_session", people.token(people.staff(Role.SUPERVISOR)))
                .contentType("application/json")
                .body(Map.of("staffId", colleague.id().value()))
                .post("/api/v1/tickets/" + ticket + "/assign")
                .then()
                .statusCode(200);

        find(agent, word).body("size()", equalTo(0));
        find(colleague, word).body("conversationId", contains(id.value().toString()));
    }

    @Test
    void traditional_characters_and_full_width_are_the_same_words() {
        var agent = people.staff(Role.AGENT);
        var simplified = waiting("请把" + word + "号码停机，型号是B2");
        var traditional = waiting("請把" + word + "號碼停機，型號是Ｂ２");
        var both =
                new String[] {traditional.value().toString(), simplified.value().toString()};

        find(agent, word + "號碼停机").body("conversationId", contains(both));
        find(agent, word + "号码停機，型号是ｂ２").body("conversationId", contains(both));
        find(agent, word + "號")
                .body("[0].text.substring(2, 10)", equalTo(word + "號"))
                .body("[0].hit.from", equalTo(2))
                .body("[0].hit.to", equalTo(10));
    }

    @Test
    void one_character_is_found_among_the_newest() {
        var id = waiting("我想问" + word + "的龘");

        find(people.staff(Role.SUPERVISOR), "龘")
                .statusCode(200)
                .body("conversationId", hasItem(id.value().toString()));
    }

    @Test
    void a_visitor_is_found_by_the_number_that_the_console_calls_them() {
        var agent = people.staff(Role.AGENT);
        var id = waiting("你好").value().toString();
        var number = id.substring(id.length() - 4);

        find(agent, number).body("conversationId", hasItem(id));
        find(agent, "访客 " + number.toUpperCase(java.util.Locale.ROOT)).body("conversationId", hasItem(id));
        find(agent, id).body("conversationId", contains(id));
    }

    @Test
    void a_conversation_is_found_by_the_number_of_its_ticket() {
        var id = waiting("光猫红灯");
        var agent = people.staff(Role.AGENT);
        int number = given().cookie("yiwen_session", people.token(agent))
                .contentType("application/json")
                .body(Map.of("kind", "OTHER", "title", "跟进", "conversationId", id.value()))
                .post("/api/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .path("number");

        for (String q : List.of("" + number, "#" + number, "工单 " + number, "工單號" + number)) {
            find(agent, q).body("find { it.conversationId == '" + id.value() + "' }.ticket", equalTo(number));
        }
    }

    @Test
    void a_hit_says_who_had_the_conversation_and_what_it_was_about() {
        var id = waiting("我想把" + word + "套餐换成便宜一点的");
        var owner = people.staff(Role.AGENT);
        given().cookie("yiwen_session", people.token(owner))
                .post("/api/v1/conversations/" + id.value() + "/pick")
                .then()
                .statusCode(200);
        given().cookie("yiwen_session", people.token(owner))
                .get("/api/v1/conversations/" + id.value() + "/packet")
                .then()
                .statusCode(200);

        find(owner, word)
                .body("[0].agent", equalTo(owner.name()))
                .body("[0].about", equalTo("我想把" + word + "套餐换成便宜一点的"));
    }

    @Test
    void nothing_is_no_question_and_customers_search_nothing() {
        find(people.staff(Role.AGENT), "  ").statusCode(400);
        given().header("Authorization", "Bearer " + people.token(people.visitor()))
                .queryParam("q", word)
                .get("/api/v1/conversations/search")
                .then()
                .statusCode(403);
    }

    private ConversationId waiting(String said) {
        var id = scene.waiting(Code.CALL).id();
        scene.customerSaid(id, said);
        return id;
    }

    private ValidatableResponse find(Staff staff, String q) {
        return given().cookie("yiwen_session", people.token(staff))
                .queryParam("q", q)
                .get("/api/v1/conversations/search")
                .then();
    }
}
