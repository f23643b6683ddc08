package dev.yiwen.handoff.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that a customer and an agent send each other, and who else gets them. */
@QuarkusTest
class FileResourceTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Conversations conversations;

    private CustomerId customer;
    private Staff agent;
    private ConversationId id;

    @BeforeEach
    void anAgentServesACustomer() {
        customer = people.visitor();
        agent = people.staff(Role.AGENT);
        id = scene.askForHuman(scene.withBot(customer), Code.CALL).id();
        as(agent).post("/api/v1/conversations/" + id.value() + "/pick").then().statusCode(200);
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void the_agent_gets_the_picture_that_the_customer_sent() {
        var file = fileOf(upload(as(customer), customers(), "光猫 红灯.png", "f1", PNG));

        var answer = as(agent).get(staffs() + "/" + file).then().statusCode(200);
        answer.contentType("image/png")
                .header("Content-Disposition", containsString("%E5%85%89%E7%8C%AB%20%E7%BA%A2%E7%81%AF.png"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"));
        assertThat(answer.extract().asByteArray()).isEqualTo(PNG);
    }

    @Test
    void the_customer_gets_what_the_agent_sent() {
        var file = fileOf(
                upload(as(agent), staffs(), "说明.txt", "f1", "先断电".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        as(customer)
                .get(customers() + "/" + file)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"));
    }

    @Test
    void nobody_else_gets_it() {
        var file = fileOf(upload(as(customer), customers(), "a.png", "f1", PNG));
        var other = people.visitor();
        var others = scene.withBot(other).id();

        as(other).get(customers() + "/" + file).then().statusCode(404);
        as(other)
                .get("/api/v1/chat/" + others.value() + "/files/" + file)
                .then()
                .statusCode(404);
        as(people.staff(Role.AGENT)).get(staffs() + "/" + file).then().statusCode(403);
        as(people.staff(Role.EDITOR)).get(staffs() + "/" + file).then().statusCode(403);
        given().get(staffs() + "/" + file).then().statusCode(401);
    }

    @Test
    void an_upload_that_is_repeated_is_one_message() {
        var first = upload(as(customer), customers(), "a.png", "same", PNG)
                .path("seq")
                .toString();

        var second = upload(as(customer), customers(), "a.png", "same", PNG)
                .path("seq")
                .toString();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_mini_program_sends_it_as_a_form_once_however_often() {
        var first = form("file", "mini-1", PNG)
                .statusCode(200)
                .extract()
                .path("seq")
                .toString();
        assertThat(form("file", "mini-1", PNG)
                        .statusCode(200)
                        .extract()
                        .path("seq")
                        .toString())
                .isEqualTo(first);
        form("file", "mini-2", new byte[11 * 1024 * 1024]).statusCode(413);
        form("another", "mini-3", PNG).statusCode(400);
    }

    private ValidatableResponse form(String part, String id, byte[] content) {
        return as(customer)
                .contentType("multipart/form-data")
                .queryParams("name", "微信图片.png", "clientMessageId", id)
                .multiPart(part, "tmp_1.png", content, "image/png")
                .post(customers())
                .then();
    }

    @Test
    void a_page_disguised_as_a_picture_is_refused() {
        as(customer)
                .contentType("application/octet-stream")
                .queryParams("name", "a.png", "clientMessageId", "f1")
                .body("<html><script>alert(1)</script></html>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(customers())
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void the_bot_is_sent_a_picture_and_says_that_it_could_not_read_it() {
        var other = people.visitor();
        var withBot = scene.withBot(other).id();

        as(other)
                .contentType("application/octet-stream")
                .queryParams("name", "a.png", "clientMessageId", "f1")
                .body(PNG)
                .post("/api/v1/chat/" + withBot.value() + "/files")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Scene.await(conversations.messagesAfter(withBot, 0, 10)))
                        .last()
                        .satisfies(it -> assertThat(it.body().text()).contains("没能读出上面的文字")));
    }

    @Test
    void an_agent_sends_none_to_a_colleagues_customer() {
        as(people.staff(Role.AGENT))
                .contentType("application/octet-stream")
                .queryParams("name", "a.png", "clientMessageId", "f1")
                .body(PNG)
                .post(staffs())
                .then()
                .statusCode(403);
    }

    @Test
    void the_message_names_the_file_for_channels_without_pictures() {
        upload(as(customer), customers(), "a.png", "f1", PNG)
                .then()
                .body("body.kind", equalTo("text"))
                .body("body.text", equalTo("[图片] a.png"))
                .body("body.file.mediaType", equalTo("image/png"))
                .body("body.file.size", equalTo(PNG.length));
    }

    private static Response upload(RequestSpecification by, String path, String name, String sentAs, byte[] content) {
        var response = by.contentType("application/octet-stream")
                .queryParams("name", name, "clientMessageId", sentAs)
                .body(content)
                .post(path);
        response.then().statusCode(200);
        return response;
    }

    private static UUID fileOf(Response uploaded) {
        return UUID.fromString(uploaded.path("body.file.id"));
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff));
    }

    private RequestSpecification as(CustomerId who) {
        return given().header("Authorization", "Bearer " + people.token(who));
    }

    private String customers() {
        return "/api/v1/chat/" + id.value() + "/files";
    }

    private String staffs() {
        return "/api/v1/conversations/" + id.value() + "/files";
    }
}
