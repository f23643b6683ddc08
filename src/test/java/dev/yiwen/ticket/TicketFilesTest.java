package dev.yiwen.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures and documents that come with tickets. */
@QuarkusTest
class TicketFilesTest {
    @Inject
    TicketScene scene;

    @Inject
    People people;

    @Inject
    Pool database;

    private Staff owner;
    private Ticket ticket;

    @BeforeEach
    void an_agent_has_a_ticket() {
        owner = people.staff(Role.AGENT);
        ticket = scene.opened(TicketKind.FAULT);
        as(owner).post(path("/take")).then().statusCode(200);
    }

    @Test
    void a_picture_of_a_comment_is_seen_by_whose_work_it_is_and_supervisors() throws IOException {
        var file = stored(owner, "现场.png", png());
        as(owner)
                .body(Map.of("words", "", "files", List.of(file)))
                .post(path("/comments"))
                .then()
                .statusCode(200)
                .body("history[-1].files.name", contains("现场.png"))
                .body("history[-1].files.mediaType", contains("image/png"));

        as(owner)
                .get(path("/files/" + file))
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", "nosniff");
        as(people.staff(Role.SUPERVISOR))
                .get(path("/files/" + file + "?size=preview"))
                .then()
                .statusCode(200);
        as(people.staff(Role.AGENT)).get(path("/files/" + file)).then().statusCode(403);
        ofCustomer(file).statusCode(404);
    }

    @Test
    void a_customer_sees_the_files_of_replies_to_them_alone() {
        var file = stored(owner, "账单.txt", "十月：128 元".getBytes(StandardCharsets.UTF_8));
        as(owner)
                .body(Map.of("words", "账单见附件", "files", List.of(file)))
                .post(path("/replies"))
                .then()
                .statusCode(200);

        as(customer()).get("/api/v1/chat/tickets").then().body("[0].said[-1].files.name", hasItem("账单.txt"));
        ofCustomer(file).statusCode(200).body(containsString("128"));
        as(people.token(people.visitor()))
                .get("/api/v1/chat/tickets/" + ticket.number() + "/files/" + file)
                .then()
                .statusCode(404);
        assertThat(scene.messagesIn(ticket))
                .anySatisfy(it -> assertThat(it.body().text()).contains("账单见附件", "附 1 个文件"));
    }

    @Test
    void a_file_of_another_ticket_or_kind_is_refused() {
        var file = stored(owner, "a.txt", new byte[] {'a'});
        var other = scene.opened(TicketKind.FAULT);

        as(owner)
                .body(Map.of("words", "看附件", "files", List.of(file)))
                .post("/api/v1/tickets/" + other.id().value() + "/comments")
                .then()
                .statusCode(400);
        upload(owner, "a.exe", new byte[] {'M', 'Z', 0, 0}).statusCode(415);
        as(owner)
                .body(Map.of("words", " ", "files", List.of()))
                .post(path("/comments"))
                .then()
                .statusCode(400);
    }

    @Test
    void a_file_that_nothing_names_is_not_of_the_ticket() {
        var file = stored(owner, "a.txt", new byte[] {'a'});

        var sent = TicketScene.await(database.preparedQuery("select sent from conversation_file where id = $1")
                        .execute(Tuple.of(UUID.fromString(file))))
                .iterator()
                .next()
                .getBoolean("sent");

        assertThat(sent).as("cleared away after a while").isFalse();
    }

    private ValidatableResponse ofCustomer(String file) {
        return as(customer())
                .get("/api/v1/chat/tickets/" + ticket.number() + "/files/" + file)
                .then();
    }

    private String customer() {
        return people.token(
                CustomerId.of(Objects.requireNonNull(ticket.customer()).id()));
    }

    private String stored(Staff by, String name, byte[] content) {
        return upload(by, name, content)
                .statusCode(200)
                .body("name", equalTo(name))
                .extract()
                .path("id");
    }

    private ValidatableResponse upload(Staff by, String name, byte[] content) {
        return given().cookie("yiwen_session", people.token(by))
                .contentType("application/octet-stream")
                .queryParam("name", name)
                .queryParam("clientMessageId", UUID.randomUUID().toString())
                .body(content)
                .post(path("/files"))
                .then();
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    private String path(String rest) {
        return "/api/v1/tickets/" + ticket.id().value() + rest;
    }
}
