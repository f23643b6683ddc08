package dev.yiwen.handoff.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.WrappedUp;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the draft to the customer's history, as a page sees it. */
@QuarkusTest
class WrapUpResourceTest {
    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Heard heard;

    /** What other features are told. */
    @Singleton
    static class Heard {
        final List<WrappedUp> all = new CopyOnWriteArrayList<>();

        void confirmed(@ObservesAsync WrappedUp it) {
            all.add(it);
        }
    }

    @BeforeEach
    void nobodyElseIsThere() {
        scene.startsEmpty();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void what_an_agent_confirms_stands_in_the_customers_history_and_is_told_to_whoever_learns_from_it() {
        var agent = people.staff(Role.AGENT);
        var customer = people.visitor();
        var first =
                scene.askForHuman(scene.withBot(customer), Code.WISH_FOR_HUMAN).id();
        scene.customerSaid(first, "我家宽带断了，光猫亮红灯");
        as(agent).post(path(first, "/pick")).then().statusCode(200);
        scene.said(first, new Author.Agent(agent.id(), agent.name()), new Body.Text("已经为您登记报修，师傅明天下午三点前上门。"));

        as(agent)
                .get(path(first, "/wrap-up"))
                .then()
                .statusCode(200)
                .body("note.problem", containsString("宽带断了"))
                .body("note.done", equalTo("已经为您登记报修"))
                .body("note.promised[0].text", equalTo("师傅明天下午三点前上门"))
                .body("note.promised[0].due", containsString("T07:00"))
                .body("ticket.kind", equalTo("FAULT"))
                .body("composing", equalTo(false));
        as(agent)
                .body(Map.of(
                        "disposition", "resolved",
                        "category", "broadband",
                        "summary", "宽带断了，光猫亮红灯",
                        "cause", "",
                        "notes", "已经为您登记报修，已派单",
                        "promised", List.of("师傅明天下午三点前上门"),
                        "open", List.of(),
                        "tags", List.of("光猫")))
                .post(path(first, "/close"))
                .then()
                .statusCode(200);

        var next =
                scene.askForHuman(scene.withBot(customer), Code.WISH_FOR_HUMAN).id();
        as(agent).post(path(next, "/pick")).then().statusCode(200);
        as(agent)
                .get(path(next, "/packet"))
                .then()
                .body("earlier[0].words", startsWith("宽带断了"))
                .body("earlier[0].category", equalTo("broadband"))
                .body("earlier[0].done", equalTo("已经为您登记报修，已派单"))
                .body("earlier[0].promised", hasItem("师傅明天下午三点前上门"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(heard.all).contains(new WrappedUp(first, "宽带断了，光猫亮红灯", "已经为您登记报修，已派单", "resolved")));
        as(people.staff(Role.SUPERVISOR))
                .get("/api/v1/supervision/wrap-ups")
                .then()
                .statusCode(200)
                .body("days[0].confirmed", greaterThanOrEqualTo(1))
                .body("enough", equalTo(200));
        as(agent).get("/api/v1/supervision/wrap-ups").then().statusCode(403);
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }

    private static String path(ConversationId id, String rest) {
        return "/api/v1/conversations/" + id.value() + rest;
    }
}
