package dev.yiwen.knowledge.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.knowledge.revision.FourEyes.Choice;
import dev.yiwen.knowledge.revision.Reviewed;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several articles are live together, or none of them is. */
@QuarkusTest
class PublishSetTest {
    private static final String SETS = "/api/v1/publish-sets/";

    @Inject
    Reviewed reviewed;

    @Inject
    Pool pool;

    @Inject
    KnowledgeVersion version;

    private Staff author;
    private Staff colleague;
    private List<String> articles;
    private String set;

    @BeforeEach
    void three_articles_with_a_new_price() {
        author = reviewed.editor();
        colleague = reviewed.editor();
        reviewed.fourEyes(Choice.ON);
        articles = List.of(changed(), changed(), changed());
        set = reviewed.as(author)
                .body(Map.of("name", "新套餐 " + Ids.next()))
                .post("/api/v1/publish-sets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        articles.forEach(it ->
                reviewed.as(author).put(SETS + set + "/articles/" + it).then().statusCode(200));
    }

    @AfterEach
    void as_before() {
        reviewed.asBefore();
    }

    @Test
    void all_of_them_are_live_from_one_moment_on_and_readers_hear_of_it_once() {
        articles.forEach(it -> reviewed.approved(author, colleague, it, 2));
        long before = version.current();

        post("/publish").then().statusCode(200).body("state", equalTo("PUBLISHED"));

        assertThat(moments()).hasSize(1);
        assertThat(articles).allSatisfy(it -> assertThat(state(it)).isEqualTo("PUBLISHED"));
        assertThat(version.current()).isEqualTo(before + 1);
    }

    @Test
    void one_that_nobody_approved_keeps_all_of_them_back_and_is_named() {
        reviewed.approved(author, colleague, articles.get(0), 2);
        reviewed.approved(author, colleague, articles.get(1), 2);
        var missing = reviewed.history(author, articles.get(2)).getString("[0].question");

        post("/publish")
                .then()
                .statusCode(409)
                .body("type", endsWith("set-not-ready"))
                .body("detail", containsString(missing));

        assertThat(articles.subList(0, 2))
                .allSatisfy(it -> assertThat(state(it)).isEqualTo("APPROVED"));
    }

    @Test
    void what_breaks_off_in_the_middle_leaves_nothing() {
        articles.forEach(it -> reviewed.approved(author, colleague, it, 2));
        breakAt(articles.get(2));
        try {
            post("/publish").then().statusCode(500);
        } finally {
            mend();
        }

        assertThat(articles).allSatisfy(it -> assertThat(state(it)).isEqualTo("APPROVED"));
        post("/publish").then().statusCode(200);
    }

    @Test
    void a_scheduled_set_goes_live_as_a_whole_at_its_moment() {
        articles.forEach(it -> reviewed.approved(author, colleague, it, 2));
        reviewed.as(colleague)
                .body(Map.of("at", Instant.now().plus(1, ChronoUnit.HOURS)))
                .put(SETS + set + "/schedule")
                .then()
                .statusCode(200)
                .body("state", equalTo("SCHEDULED"));
        assertThat(articles).allSatisfy(it -> assertThat(state(it)).isEqualTo("SCHEDULED"));

        pool.preparedQuery("update publish_set set goes_live_at = $2 where id = $1")
                .execute(Tuple.of(
                        UUID.fromString(set), OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(2)))
                .await()
                .indefinitely();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> state(articles.get(0)).equals("PUBLISHED"));
        assertThat(articles).allSatisfy(it -> assertThat(state(it)).isEqualTo("PUBLISHED"));
        assertThat(moments()).hasSize(1);
    }

    @Test
    void a_cancelled_schedule_leaves_them_approved() {
        articles.forEach(it -> reviewed.approved(author, colleague, it, 2));
        reviewed.as(colleague)
                .body(Map.of("at", Instant.now().plus(1, ChronoUnit.HOURS)))
                .put(SETS + set + "/schedule")
                .then()
                .statusCode(200);

        reviewed.as(colleague)
                .delete(SETS + set + "/schedule")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"));

        assertThat(articles).allSatisfy(it -> assertThat(state(it)).isEqualTo("APPROVED"));
    }

    private String changed() {
        var id = reviewed.live(author, colleague, "旧价格");
        reviewed.save(author, id, 1, "新价格").statusCode(200);
        return id;
    }

    private Response post(String what) {
        return reviewed.as(colleague).post(SETS + set + what);
    }

    private String state(String id) {
        return reviewed.history(author, id).getString("[0].state");
    }

    private List<String> moments() {
        return articles.stream()
                .map(it -> reviewed.history(author, it).getString("[0].life.liveFrom"))
                .distinct()
                .toList();
    }

    private void breakAt(String article) {
        run("""
                create function break_at_one() returns trigger language plpgsql as $f$
                begin raise exception 'broken off'; end $f$""");
        run("""
                create trigger break_at_one before update on article_revision for each row
                when (new.article_id = '%s' and new.state = 'PUBLISHED') execute function break_at_one()""".formatted(article));
    }

    private void mend() {
        run("drop function break_at_one() cascade");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
