package dev.yiwen.knowledge.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.ArticleIndex;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Rhythm;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers were told at any time can be said, and what they will be told comes at its moment. */
@QuarkusTest
class LiveTimesTest {
    @Inject
    Reviewed reviewed;

    @Inject
    Pool pool;

    @Inject
    ArticleIndex index;

    @Inject
    KnowledgeVersion version;

    @Inject
    Rhythm rhythm;

    @Inject
    Vertx vertx;

    @Inject
    AuditLog log;

    private Staff editor;

    @BeforeEach
    void an_editor() {
        editor = reviewed.editor();
    }

    @Test
    void what_was_live_at_any_time_is_known_for_ever() {
        var id = published("十元");
        var first = Instant.now();
        reviewed.save(editor, id, 1, "草稿，从未发布").statusCode(200);
        reviewed.save(editor, id, 2, "二十元").statusCode(200);
        reviewed.step(editor, id, "publish", 3).statusCode(200);
        var second = Instant.now();
        reviewed.as(editor)
                .post(Reviewed.ARTICLES + "/" + id + "/retire")
                .then()
                .statusCode(200);

        assertThat(liveAt(first.minus(1, ChronoUnit.HOURS), id)).isEmpty();
        assertThat(liveAt(first, id)).containsExactly("十元");
        assertThat(liveAt(second, id)).containsExactly("二十元");
        assertThat(liveAt(Instant.now(), id)).isEmpty();
        var history = reviewed.history(editor, id);
        assertThat(history.getString("[0].life.liveFrom"))
                .as("without a gap")
                .isEqualTo(history.getString("[2].life.liveTo"));
        assertThat(history.getString("[1].life.liveFrom"))
                .as("a draft that never was")
                .isNull();
    }

    @Test
    void a_scheduled_revision_stands_beside_the_live_one_until_its_moment() {
        var id = published("旧价格");
        reviewed.save(editor, id, 1, "新价格").statusCode(200);

        reviewed.schedule(editor, id, 2, Instant.now().plus(1, ChronoUnit.HOURS))
                .statusCode(200)
                .body("state", equalTo("SCHEDULED"));
        assertThat(liveAt(Instant.now(), id)).containsExactly("旧价格");

        reviewed.due(id, Instant.now().plusSeconds(2));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(liveAt(Instant.now(), id)).containsExactly("新价格"));
        var history = reviewed.history(editor, id);
        assertThat(history.getList("state")).containsExactly("PUBLISHED", "ARCHIVED");
        assertThat(passages(id)).isEqualTo(2);
    }

    @Test
    void of_two_instances_that_wait_for_the_same_moment_one_does_it() {
        var id = published("旧价格");
        reviewed.save(editor, id, 1, "新价格").statusCode(200);
        reviewed.schedule(editor, id, 2, Instant.now().plus(1, ChronoUnit.HOURS))
                .statusCode(200);
        var others = IntStream.range(0, 3)
                .mapToObj(it -> new GoingLive(pool, index, version, rhythm, vertx, log))
                .toList();
        reviewed.due(id, Instant.now().plusSeconds(2));

        others.forEach(it -> it.scheduled(new Publishing.ScheduleChanged()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(liveAt(Instant.now(), id)).containsExactly("新价格"));
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(wentLive(id)).isEqualTo(1));
        assertThat(reviewed.history(editor, id).getList("state")).containsExactly("PUBLISHED", "ARCHIVED");
    }

    @Test
    void what_ends_within_two_weeks_is_listed_with_the_questions_it_answered() {
        var id = published("活动价格");
        var content = new HashMap<>(Reviewed.content("活动价格"));
        content.put("validTo", HomeZone.today().plusDays(5).toString());
        reviewed.as(editor).header("If-Match", 1).body(content).put(Reviewed.ARTICLES + "/" + id);
        reviewed.step(editor, id, "publish", 2).statusCode(200);

        reviewed.as(editor)
                .queryParam("queue", "expiring")
                .queryParam("size", 200)
                .get(Reviewed.ARTICLES)
                .then()
                .body("items.find { it.id == '" + id + "' }.answered", equalTo(0))
                .body("facets.queue.EXPIRING", greaterThanOrEqualTo(1));
    }

    @Test
    void what_is_cancelled_does_not_go_live() {
        var id = published("旧价格");
        reviewed.save(editor, id, 1, "新价格").statusCode(200);
        reviewed.schedule(editor, id, 2, Instant.now().plus(1, ChronoUnit.HOURS))
                .statusCode(200);

        reviewed.as(editor)
                .delete(Reviewed.ARTICLES + "/" + id + "/schedule")
                .then()
                .statusCode(200);

        assertThat(reviewed.history(editor, id).getList("state")).containsExactly("DRAFT", "PUBLISHED");
    }

    @Test
    void a_revision_that_is_valid_from_tomorrow_leaves_today_answered() {
        var id = published("旧价格");
        var tomorrow = HomeZone.today().plusDays(1);
        var content = new HashMap<>(Reviewed.content("新价格"));
        content.put("validFrom", tomorrow.toString());
        reviewed.as(editor).header("If-Match", 1).body(content).put(Reviewed.ARTICLES + "/" + id);

        reviewed.step(editor, id, "publish", 2)
                .statusCode(200)
                .body("state", equalTo("SCHEDULED"))
                .body(
                        "life.goesLiveAt",
                        equalTo(tomorrow.atStartOfDay(HomeZone.id()).toInstant().toString()));

        assertThat(liveAt(Instant.now(), id)).containsExactly("旧价格");
    }

    @Test
    void nothing_is_published_under_what_would_replace_it_unseen() {
        var id = published("旧价格");
        reviewed.save(editor, id, 1, "新价格").statusCode(200);
        reviewed.schedule(editor, id, 2, Instant.now().plus(1, ChronoUnit.HOURS))
                .statusCode(200);
        reviewed.save(editor, id, 2, "今天的更正").statusCode(200);

        reviewed.step(editor, id, "publish", 3).statusCode(409).body("type", endsWith("scheduled-already"));
    }

    @Test
    void a_moment_that_has_passed_is_refused() {
        var id = reviewed.draft(editor, "十元");

        reviewed.schedule(editor, id, 1, Instant.now().minus(1, ChronoUnit.HOURS))
                .statusCode(400);
    }

    @Test
    void a_wrong_answer_is_pulled_at_once_and_somebody_else_looks_afterwards() {
        var id = published("错误的答案");
        reviewed.fourEyes(FourEyes.Choice.ON);
        try {
            reviewed.as(editor)
                    .body(Map.of("reason", " "))
                    .post(Reviewed.ARTICLES + "/" + id + "/pull")
                    .then()
                    .statusCode(400);
            reviewed.as(editor)
                    .body(Map.of("reason", "答案有误"))
                    .post(Reviewed.ARTICLES + "/" + id + "/pull")
                    .then()
                    .statusCode(200)
                    .body("life.unconfirmed", equalTo(true))
                    .body("life.endReason", equalTo("答案有误"));
            assertThat(passages(id)).isZero();
            confirmQueue().body("items.id", hasItem(id));

            confirm(editor, id).statusCode(403).body("type", endsWith("own-work"));
            confirm(reviewed.editor(), id).statusCode(200).body("life.unconfirmed", equalTo(false));
            confirmQueue().body("items.id", not(hasItem(id)));
        } finally {
            reviewed.asBefore();
        }
    }

    @Test
    void an_emergency_correction_is_live_at_once_and_keeps_the_draft_of_a_colleague() {
        var id = published("错误的答案");
        reviewed.save(editor, id, 1, "同事的草稿").statusCode(200);
        reviewed.fourEyes(FourEyes.Choice.ON);
        try {
            reviewed.step(
                            reviewed.editor(),
                            id,
                            "correct",
                            2,
                            Map.of("reason", "金额错了", "content", Reviewed.content("正确的答案")))
                    .statusCode(200)
                    .body("state", equalTo("PUBLISHED"))
                    .body("life.reason", equalTo("金额错了"))
                    .body("life.unconfirmed", equalTo(true));
        } finally {
            reviewed.asBefore();
        }

        assertThat(liveAt(Instant.now(), id)).containsExactly("正确的答案");
        var history = reviewed.history(editor, id);
        assertThat(history.getList("state")).containsExactly("DRAFT", "PUBLISHED", "ARCHIVED", "ARCHIVED");
        assertThat(history.getString("[0].answer")).isEqualTo("同事的草稿");
    }

    private String published(String answer) {
        var id = reviewed.draft(editor, answer);
        reviewed.step(editor, id, "publish", 1).statusCode(200);
        return id;
    }

    private io.restassured.response.ValidatableResponse confirm(Staff by, String id) {
        return reviewed.as(by).post(Reviewed.ARTICLES + "/" + id + "/confirm").then();
    }

    private io.restassured.response.ValidatableResponse confirmQueue() {
        return reviewed.as(editor)
                .queryParam("queue", "confirm")
                .queryParam("size", 200)
                .get(Reviewed.ARTICLES)
                .then();
    }

    private List<String> liveAt(Instant at, String id) {
        return reviewed.as(editor)
                .queryParam("at", at.toString())
                .get(Reviewed.ARTICLES + "/live")
                .jsonPath()
                .getList("articles.findAll { it.id == '" + id + "' }.answer");
    }

    private long wentLive(String id) {
        return count(
                "select count(*) as n from audit_event where kind = 'knowledge.went-live' and subject = 'article:' || $1::text",
                id);
    }

    private long passages(String id) {
        return count("select count(*) as n from passage where article_id = $1::text::uuid", id);
    }

    private long count(String sql, String id) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator().next().getLong("n"))
                .await()
                .indefinitely();
    }
}
