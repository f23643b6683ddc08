package dev.yiwen.conversation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.retention.UnsentFiles;
import dev.yiwen.file.FilePlace;
import dev.yiwen.file.Files;
import dev.yiwen.file.picture.Bombs;
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
import javax.imageio.ImageIO;
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
    void staff_who_send_too_many_are_told_too() {
        database.preparedQuery(
                        "insert into rate_limit (kind, subject, paid_until) values ('staff-upload', $1, now() + interval '10 minutes')")
                .execute(Tuple.of(agent.id().value().toString()))
                .await()
                .indefinitely();

        given().cookie("yiwen_session", people.token(agent))
                .contentType("application/octet-stream")
                .queryParams("name", "a.txt", "clientMessageId", "s1")
                .body(new byte[] {'a'})
                .post("/api/v1/conversations/" + id.value() + "/files")
                .then()
                .statusCode(429)
                .body("type", equalTo("urn:yiwen:problem:too-many-requests"));
    }

    @Test
    void a_huge_picture_is_shown_scaled_and_opened_as_it_was_sent() throws Exception {
        var sent = Bombs.pngOfDots(7_000, 7_000);
        var file = UUID.fromString(
                send("f1", "平面图.png", sent).statusCode(200).extract().path("body.file.id"));

        var first = preview(file)
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        var again = preview(file).statusCode(200).extract().asByteArray();

        var seen = ImageIO.read(new ByteArrayInputStream(first));
        assertThat(seen.getWidth()).isEqualTo(1600);
        assertThat(seen.getHeight()).isEqualTo(1600);
        assertThat(again).isEqualTo(first);
        assertThat(shown(file)).isEqualTo(sent);
    }

    @Test
    void a_small_picture_is_its_own_preview() {
        var file = UUID.fromString(
                upload("f1", Snapshots.jpeg()).statusCode(200).extract().path("body.file.id"));

        assertThat(preview(file).statusCode(200).extract().asByteArray()).isEqualTo(shown(file));
    }

    @Test
    void a_damaged_picture_has_no_preview_and_can_still_be_opened() {
        var file = UUID.fromString(upload("f1", Bombs.pngOfSize(2_000, 1_500))
                .statusCode(200)
                .extract()
                .path("body.file.id"));

        for (int i = 0; i < 2; i++) {
            preview(file).statusCode(404).body("type", equalTo("urn:yiwen:problem:no-preview"));
        }

        assertThat(shown(file)).isNotEmpty();
    }

    @Test
    void a_preview_goes_with_its_picture() {
        var file = files.store(FilePlace.conversation(id.value()), "unsent", "a.png", Bombs.pngOfDots(2_000, 1_500))
                .await()
                .indefinitely();
        preview(file.id().value()).statusCode(200);
        var kept = contents();
        age(file.id().value());

        sweep.sweep().await().indefinitely();

        assertThat(contents()).isLessThanOrEqualTo(kept - 2);
    }

    @Test
    void a_document_is_saved_under_a_name_that_every_browser_reads() {
        var file = UUID.fromString(send("f1", "账单\u202E 2026*.hta.md", "# 账单".getBytes(UTF_8))
                .statusCode(200)
                .body("body.file.name", equalTo("账单 2026_.hta.md"))
                .extract()
                .path("body.file.id"));

        get(file, "original")
                .statusCode(200)
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"__ 2026_.hta.md\";"
                                + " filename*=UTF-8''%E8%B4%A6%E5%8D%95%202026_.hta.md"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"));
        get(file, "huge").statusCode(400);
    }

    @Test
    void a_refusal_says_why_by_a_type_that_stays() {
        send("f1", "账单.hta", "a".getBytes(UTF_8)).statusCode(415).body("type", equalTo("urn:yiwen:problem:file-runs"));
        send("f2", "a.png", new byte[] {'M', 'Z', 0, 0})
                .statusCode(415)
                .body("type", equalTo("urn:yiwen:problem:file-kind"));
        send("f3", "a.png", Bombs.pngOfSize(29_000, 29_000))
                .statusCode(413)
                .body("type", equalTo("urn:yiwen:problem:picture-too-large"));
        send("f4", "a.txt", new byte[10_500_000]).statusCode(413).body("type", equalTo("urn:yiwen:problem:too-large"));
    }

    @Test
    void an_upload_whose_message_never_came_is_removed_after_an_hour() {
        var unsent = files.store(FilePlace.conversation(id.value()), "unsent", "a.txt", new byte[] {'a'})
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
        var first = files.store(FilePlace.conversation(id.value()), "again", "a.txt", new byte[] {'a'})
                .await()
                .indefinitely();
        age(first.id().value());

        var again = files.store(FilePlace.conversation(id.value()), "again", "a.txt", new byte[] {'a'})
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

    private long contents() {
        return database.query("select count(*) from file_content")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private ValidatableResponse preview(UUID file) {
        return get(file, "preview");
    }

    private ValidatableResponse get(UUID file, String size) {
        return given().cookie("yiwen_session", people.token(agent))
                .queryParam("size", size)
                .get("/api/v1/conversations/" + id.value() + "/files/" + file)
                .then();
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

    @Test
    void a_voice_message_says_how_long_it_is() {
        var webm = ("\u001aE\u00df\u00a3\u0087B\u0082\u0084webm\u0018S\u0080g\u0001" + "\u00ff".repeat(7)
                        + "\u0016T\u00aek\u0086A_OPUS")
                .getBytes(ISO_8859_1);

        voice("v1", webm, 12)
                .statusCode(200)
                .body("body.text", equalTo("[语音] 12 秒"))
                .body("body.file.mediaType", equalTo("audio/webm"))
                .body("body.file.seconds", equalTo(12));
        voice("v2", webm, 61).statusCode(400);
        voice("v3", Snapshots.png(), 12).statusCode(200).body("body.file.seconds", nullValue());
    }

    private ValidatableResponse voice(String sentAs, byte[] content, int seconds) {
        return given().header("Authorization", "Bearer " + people.token(customer))
                .contentType("application/octet-stream")
                .queryParams("name", "voice.webm", "clientMessageId", sentAs, "seconds", seconds)
                .body(content)
                .post("/api/v1/chat/" + id.value() + "/files")
                .then();
    }

    private static boolean placed(byte[] picture) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture))
                .containsDirectoryOfType(GpsDirectory.class);
    }

    private ValidatableResponse upload(String sentAs, byte[] content) {
        return send(sentAs, "a.png", content);
    }

    private ValidatableResponse send(String sentAs, String name, byte[] content) {
        return given().header("Authorization", "Bearer " + people.token(customer))
                .contentType("application/octet-stream")
                .queryParams("name", name, "clientMessageId", sentAs.replace(' ', '-'))
                .body(content)
                .post("/api/v1/chat/" + id.value() + "/files")
                .then();
    }
}
