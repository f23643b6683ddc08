package dev.yiwen.quality.silence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class SilenceTest {
    private static final String TYPICAL = "紫杉号航班改签页面一直打不开";

    @Inject
    SilenceNow silence;

    @Inject
    Scene scene;

    @Inject
    People people;

    @Inject
    Pool database;

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void what_several_are_silently_dissatisfied_with_is_shown_and_made_a_gap_once() {
        var first = bad(TYPICAL);
        bad("紫杉号航班的改签页面打不开");
        bad("紫杉号航班改签页面打不开，电话13812345678");
        var rated = bad("紫杉号航班改签页面总是打不开");
        database.preparedQuery("insert into satisfaction (conversation_id, score) values ($1, 5)")
                .execute(Tuple.of(rated.value()))
                .await()
                .indefinitely();
        silence.round();
        var supervisor = people.staff(Role.SUPERVISOR);
        // Those that an earlier run left are about the same.
        var id = cluster(first).orElseThrow().toString();
        assertThat(cluster(rated)).isEmpty();
        String mine = "find { it.id == '" + id + "' }";
        var found = shown(supervisor);
        assertThat(found.getInt(mine + ".size")).isGreaterThanOrEqualTo(3);
        assertThat(found.getList(mine + ".words", String.class)).contains("改签");
        assertThat(found.getList(mine + ".examples.text", String.class))
                .hasSize(3)
                .noneMatch(it -> it.contains("13812345678"));
        assertThat(found.getList(mine + ".weeks", Integer.class).getLast()).isGreaterThanOrEqualTo(3);

        String gap = as(supervisor)
                .post("/api/v1/silent-dissatisfaction/" + id + "/gap")
                .then()
                .statusCode(200)
                .extract()
                .path("gap");
        as(supervisor)
                .post("/api/v1/silent-dissatisfaction/" + id + "/gap")
                .then()
                .statusCode(200)
                .body("gap", equalTo(gap));
        as(people.staff(Role.EDITOR))
                .get("/api/v1/knowledge-gaps")
                .then()
                .statusCode(200)
                .body("id", hasItem(gap))
                .body("find { it.id == '" + gap + "' }.missed.DISSATISFIED", greaterThanOrEqualTo(3));

        silence.round();
        assertThat(shown(supervisor).getString("find { it.id == '" + id + "' }.gap"))
                .isEqualTo(gap);
        as(people.staff(Role.AGENT))
                .get("/api/v1/silent-dissatisfaction")
                .then()
                .statusCode(403);
    }

    private ConversationId bad(String words) {
        var talk = scene.withBot(people.visitor());
        scene.customerSaid(talk.id(), words);
        scene.close(talk.id());
        database.preparedQuery("""
                        insert into satisfaction_estimate (conversation_id, dissatisfied, likely, worst, closed_at)
                        values ($1, 0.9, 'DISSATISFIED', array[1::bigint], now())
                        on conflict (conversation_id) do update set likely = excluded.likely, closed_at = now()""").execute(Tuple.of(talk.id().value())).await().indefinitely();
        return talk.id();
    }

    private Optional<UUID> cluster(ConversationId of) {
        var rows = database.preparedQuery("select cluster_id from dissatisfaction_member where conversation_id = $1")
                .execute(Tuple.of(of.value()))
                .await()
                .indefinitely();
        return rows.stream().map(row -> row.getUUID("cluster_id")).findFirst();
    }

    private JsonPath shown(Staff staff) {
        return as(staff)
                .get("/api/v1/silent-dissatisfaction")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType("application/json");
    }
}
