package dev.yiwen.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.file.Files;
import dev.yiwen.file.picture.Snapshots;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of an upload is kept, and how many are taken. */
@QuarkusTest
class UploadsTest {
    @Inject
    dev.yiwen.identity.People people;

    @Inject
    Scene scene;

    @Inject
    Files files;

    @Inject
    UnsentFiles sweep;

    @Inject
    Pool database;

    private CustomerId customer;
    private Staff agent;
    private ConversationId id;

    @BeforeEach
    void an_agent_serves_a_customer() {
        customer = people.visitor();
        agent = people.staff(Role.AGENT);
        id = scene.askForHuman(scene.withBot(customer), Code.CALL).id();
        given().cookie("yiwen_session", people.token(agent))
                .post("/api/v1/conversations/" + id.value() + "/pick")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void nobody_learns_from_a_picture_where_it_was_taken() throws Exception {
        var file = UUID.fromString(
                upload("f1", Snapshots.jpeg()).statusCode(200).extract().path("body.file.id"));

        assertThat(placed(shown(file))).isFalse();
        assertThat(placed(kept(file))).isFalse();
    }

    @Test
    void a_picture_that_was_kept_before_with_its_place_is_shown_without() throws Exception {
        var file = UUID.fromString(
                upload("f1", Snapshots.png()).statusCode(200).extract().path("body.file.id"));
        update("update conversation_file set bare = false where id = $1", file);
        database.preparedQuery("update file_content set content = $2 where id = $1")
                .execute(Tuple.of(file, io.vertx.core.buffer.Buffer.buffer(Snapshots.png())))
                .await()
                .indefinitely();

        assertThat(placed(shown(file))).isFalse();
    }

    @Test
    void a_customer_who_sends_too_many_is_told_when_to_go_on() {
        for (int i = 0; i < 20; i++) {
            upload("f" + i, Snapshots.webp()).statusCode(200);
        }

        var refused = upload("one too many", Snapshots.webp())
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:yiwen:problem:too-many-requests"));

        assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(1, 15);
        update(
                "update rate_limit set paid_until = paid_until - interval '15 seconds' where kind = 'upload' and subject = $1::uuid::text",
                customer.value());
        upload("later", Snapshots.webp()).statusCode(200);
    }

    @Test
    void an_upload_whose_message_never_came_is_removed_after_an_hour() {
        var unsent = files.store(id.value(), "unsent", "a.txt", new byte[] {'a'})
                .await()
                .indefinitely();
        var sent = UUID.fromString(
                upload("sent", Snapshots.webp()).statusCode(200).extract().path("body.file.id"));
        age(unsent.id().value());
        age(sent);

        sweep.sweep().await().indefinitely();

        assertThat(count("conversation_file", unsent.id().value())).isZero();
        assertThat(count("file_content", unsent.id().value())).isZero();
        assertThat(shown(sent)).isNotEmpty();
    }

    @Test
    void an_upload_that_is_sent_again_within_the_hour_stays() {
        var first = files.store(id.value(), "again", "a.txt", new byte[] {'a'})
                .await()
                .indefinitely();
        age(first.id().value());

        var again = files.store(id.value(), "again", "a.txt", new byte[] {'a'})
                .await()
                .indefinitely();
        sweep.sweep().await().indefinitely();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(count("file_content", first.id().value())).isEqualTo(1);
    }

    private void age(UUID file) {
        update("update conversation_file set at = at - interval '61 minutes' where id = $1", file);
    }

    private void update(String statement, UUID id) {
        database.preparedQuery(statement).execute(Tuple.of(id)).await().indefinitely();
    }

    private long count(String table, UUID file) {
        return database.preparedQuery("select count(*) from " + table + " where id = $1")
                .execute(Tuple.of(file))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private byte[] kept(UUID file) {
        return database.preparedQuery("select content from file_content where id = $1")
                .execute(Tuple.of(file))
                .map(rows -> rows.iterator().next().getBuffer(0).getBytes())
                .await()
                .indefinitely();
    }

    private byte[] shown(UUID file) {
        return given().cookie("yiwen_session", people.token(agent))
                .get("/api/v1/conversations/" + id.value() + "/files/" + file)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static boolean placed(byte[] picture) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture))
                .containsDirectoryOfType(GpsDirectory.class);
    }

    private ValidatableResponse upload(String sentAs, byte[] content) {
        return given().header("Authorization", "Bearer " + people.token(customer))
                .contentType("application/octet-stream")
                .queryParams("name", "a.png", "clientMessageId", sentAs.replace(' ', '-'))
                .body(content)
                .post("/api/v1/chat/" + id.value() + "/files")
                .then();
    }
}
