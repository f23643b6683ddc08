package dev.yiwen.handoff.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading, revealing and acting are rights of their own, whoever runs the installation. */
@QuarkusTest
class OwnRightsTest {
    @Inject
    People people;

    @Inject
    Scene scene;

    @BeforeEach
    void nobodyElseIsThere() {
        scene.startsEmpty();
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void an_administrator_reads_no_conversation_and_reveals_nothing() {
        var admin = people.staff(Role.ADMIN);
        var id = ofSomebody();

        for (var path : List.of(
                path(id),
                path(id) + "/packet",
                path(id) + "/notes",
                "/api/v1/conversations?state=queue",
                "/api/v1/conversations/search?q=你好",
                "/api/v1/traces",
                "/api/v1/supervision/conversations",
                "/api/v1/tickets")) {
            as(admin).get(path).then().statusCode(403);
        }
        reveal(admin, id, 403);
        as(admin)
                .body(Map.of("epoch", 1))
                .post("/api/v1/supervision/conversations/" + id.value() + "/take-over")
                .then()
                .statusCode(403);
    }

    @Test
    void who_may_only_read_reads_all_and_neither_reveals_nor_acts() {
        var reader = with("READ_ALL");
        var id = ofSomebody();

        as(reader).get(path(id)).then().statusCode(200);
        as(reader).get(path(id) + "/notes").then().statusCode(200);
        as(reader).get("/api/v1/conversations/search?q=你好").then().statusCode(200);
        reveal(reader, id, 403);
        as(reader).body(Map.of()).post(path(id) + "/close").then().statusCode(403);
        as(reader)
                .body(Map.of("tags", List.of("VIP")))
                .put(path(id) + "/tags")
                .then()
                .statusCode(403);
        as(reader).post(path(id) + "/pick").then().statusCode(403);
        as(reader)
                .body(Map.of("text", "注意"))
                .post(path(id) + "/whispers")
                .then()
                .statusCode(403);
        as(reader).get("/api/v1/supervision/floor").then().statusCode(403);
    }

    @Test
    void revealing_is_a_right_beside_reading() {
        var id = ofSomebody();

        // Nothing was said that the token stands for: that much is found out by who may ask.
        reveal(with("READ_ALL", "REVEAL"), id, 404);
        reveal(with("SUPERVISE"), id, 403);
        reveal(with("REVEAL", "ANSWER"), id, 403);
    }

    @Test
    void what_a_role_adds_to_answering_is_what_it_says() {
        var agent = with("ANSWER");
        var id = scene.waiting(Code.CALL).id();

        as(agent).post(path(id) + "/pick").then().statusCode(200).body("owner.kind", equalTo("agent"));

        as(agent).get(path(id)).then().statusCode(200);
        reveal(agent, id, 404);
        as(agent).get("/api/v1/tickets").then().statusCode(403);
        as(agent).get(path(ofSomebody())).then().statusCode(403);
    }

    private void reveal(Staff by, ConversationId id, int status) {
        as(by).body(Map.of("token", "[手机号9]", "reason", "核对身份"))
                .post(path(id) + "/reveal")
                .then()
                .statusCode(status);
    }

    private ConversationId ofSomebody() {
        var id = scene.waiting(Code.CALL).id();
        as(people.staff(Role.AGENT)).post(path(id) + "/pick").then().statusCode(200);
        return id;
    }

    /** Somebody with a role of the company's own. */
    private Staff with(String... rights) {
        var all = people.staff(Role.AGENT, Role.EDITOR, Role.SUPERVISOR, Role.ADMIN);
        var role = "角色" + Ids.next().toString().substring(24);
        var staff = people.staff(Role.EDITOR);
        as(all).body(Map.of("name", role, "rights", rights))
                .post("/api/v1/roles")
                .then()
                .statusCode(200);
        as(all).body(Map.of("roles", List.of(role)))
                .patch("/api/v1/staff/" + staff.id().value())
                .then()
                .statusCode(200);
        return staff;
    }

    private static String path(ConversationId id) {
        return "/api/v1/conversations/" + id.value();
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }
}
