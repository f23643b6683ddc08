package dev.yiwen.file.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.file.FileId;
import dev.yiwen.file.picture.Snapshots;
import dev.yiwen.file.store.S3Stub.Fault;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a customer and an agent notice when files are in an object store, and when that fails. */
@QuarkusTest
@TestProfile(InS3.class)
class FilesInS3Test {

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Contents contents;

    @Inject
    Pool database;

    @SuppressWarnings("NullAway.Init")
    S3Stub stub;

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
        stub.fails(Fault.NONE);
        stub.objects().clear();
        scene.clear();
    }

    @Test
    void the_agent_gets_from_the_object_store_what_the_customer_sent() {
        var file = uploaded("f1");

        assertThat(stub.objects()).containsOnlyKeys("yiwen/" + file);
        opens(file).statusCode(200).contentType("image/jpeg");
        assertThat(kept(file)).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void the_customer_is_told_that_it_failed_and_the_same_upload_succeeds_later(Fault fault) {
        var before = scene.now(id).lastSeq();
        stub.fails(fault);
        upload("f1").statusCode(503).body("type", equalTo("urn:yiwen:problem:overloaded"));
        assertThat(scene.now(id).lastSeq()).as("no message without its file").isEqualTo(before);

        stub.fails(Fault.NONE);

        opens(uploaded("f1")).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void the_agent_is_told_that_it_failed_and_sees_the_file_later(Fault fault) {
        var file = uploaded("f1");
        stub.fails(fault);
        opens(file).statusCode(503).contentType("application/problem+json");

        stub.fails(Fault.NONE);

        opens(file).statusCode(200);
    }

    @Test
    void what_was_in_the_database_is_still_found_and_can_be_moved() {
        var file = uploaded("f1");
        var bytes = Objects.requireNonNull(stub.objects().remove("yiwen/" + file));
        new PgContentStore(database).put(FileId.of(file), bytes).await().indefinitely();
        opens(file).statusCode(200);

        // Other tests left files there, too.
        while (kept(file) > 0) {
            contents.moveSome().await().indefinitely();
        }

        assertThat(stub.objects().get("yiwen/" + file)).isEqualTo(bytes);
        assertThat(kept(file)).isZero();
        opens(file).statusCode(200);
    }

    @Test
    void a_file_that_can_never_be_moved_lets_the_others_pass() {
        var rows = new PgContentStore(database);
        var stuck = Ids.next();
        var other = Ids.next();
        rows.put(FileId.of(stuck), new byte[] {1}).await().indefinitely();
        rows.put(FileId.of(other), new byte[] {2}).await().indefinitely();
        stub.refuses("yiwen/" + stuck);

        while (kept(other) > 0) {
            contents.moveSome().await().indefinitely();
        }

        assertThat(stub.objects()).containsKey("yiwen/" + other);
        assertThat(kept(stuck)).isEqualTo(1);
        assertThat(rows.some(1_000).await().indefinitely())
                .as("not tried again at once")
                .doesNotContain(FileId.of(stuck));
        rows.delete(FileId.of(stuck)).await().indefinitely();
    }

    private long kept(UUID file) {
        return database.preparedQuery("select count(*) from file_content where id = $1")
                .execute(Tuple.of(file))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private UUID uploaded(String sentAs) {
        return UUID.fromString(upload(sentAs).statusCode(200).extract().path("body.file.id"));
    }

    private ValidatableResponse upload(String sentAs) {
        return given().header("Authorization", "Bearer " + people.token(customer))
                .contentType("application/octet-stream")
                .queryParams("name", "光猫.jpg", "clientMessageId", sentAs)
                .body(Snapshots.jpeg())
                .post("/api/v1/chat/" + id.value() + "/files")
                .then();
    }

    private ValidatableResponse opens(UUID file) {
        return given().cookie("yiwen_session", people.token(agent))
                .get("/api/v1/conversations/" + id.value() + "/files/" + file)
                .then();
    }
}
