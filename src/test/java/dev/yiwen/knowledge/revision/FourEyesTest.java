package dev.yiwen.knowledge.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.revision.FourEyes.Choice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing goes live that only its author has seen. */
@QuarkusTest
class FourEyesTest {
    @Inject
    Reviewed reviewed;

    private Staff author;
    private Staff colleague;

    @BeforeEach
    void two_who_may_publish() {
        author = reviewed.editor();
        colleague = reviewed.editor();
        reviewed.fourEyes(Choice.ON);
    }

    @AfterEach
    void as_before() {
        reviewed.asBefore();
    }

    @Test
    void an_unreviewed_draft_is_not_published_and_the_way_is_told() {
        var id = reviewed.draft(author, "十元");

        reviewed.as(author)
                .header("Accept-Language", "zh")
                .header("If-Match", 1)
                .post(Reviewed.ARTICLES + "/" + id + "/publish")
                .then()
                .statusCode(409)
                .body("type", endsWith("review-required"))
                .body("detail", containsString("先提交审核"));
        reviewed.step(colleague, id, "publish", 1).statusCode(409);
    }

    @Test
    void what_somebody_else_approved_is_published_and_everybody_who_had_a_part_is_kept() {
        var id = reviewed.draft(author, "十元");
        reviewed.approved(author, colleague, id, 1);

        reviewed.step(author, id, "publish", 1)
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("life.submitted.by", equalTo(author.name()))
                .body("life.reviewed.by", equalTo(colleague.name()))
                .body("life.publisher", equalTo(author.name()))
                .body("life.liveFrom", notNullValue())
                .body("life.liveTo", nullValue());
    }

    @Test
    void nobody_approves_what_they_wrote() {
        var id = reviewed.draft(author, "十元");
        reviewed.step(author, id, "submit", 1).statusCode(200);

        reviewed.step(author, id, "approve", 1).statusCode(403).body("type", endsWith("own-work"));
    }

    @Test
    void an_approval_is_of_the_content_that_was_seen() {
        var id = reviewed.draft(author, "十元");
        reviewed.approved(author, colleague, id, 1);

        reviewed.save(author, id, 1, "一百元").statusCode(200).body("state", equalTo("DRAFT"));

        reviewed.step(author, id, "publish", 2).statusCode(409).body("type", endsWith("review-required"));
        reviewed.step(author, id, "publish", 1).statusCode(409);
    }

    @Test
    void what_is_sent_back_has_a_reason_and_waits_for_its_author() {
        var id = reviewed.draft(author, "十元");
        reviewed.step(author, id, "submit", 1).statusCode(200);

        reviewed.step(colleague, id, "send-back", 1, Map.of("reason", "")).statusCode(400);
        reviewed.step(colleague, id, "send-back", 1, Map.of("reason", "价格不对"))
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("life.reason", equalTo("价格不对"));
        reviewed.step(author, id, "publish", 1).statusCode(409);
    }

    @Test
    void who_is_alone_publishes_without_a_review() {
        reviewed.fourEyes(Choice.OFF);
        var id = reviewed.draft(author, "十元");

        reviewed.step(author, id, "publish", 1).statusCode(200);
    }

    @Test
    void administrators_choose_whether_four_eyes_hold_and_editors_see_it() {
        var admin = reviewed.administrator();
        reviewed.as(author)
                .body(Map.of("choice", "OFF"))
                .put("/api/v1/review-rule")
                .then()
                .statusCode(403);

        reviewed.as(admin)
                .body(Map.of("choice", "AUTO"))
                .put("/api/v1/review-rule")
                .then()
                .statusCode(200)
                .body("choice", equalTo("AUTO"));

        reviewed.as(author)
                .get("/api/v1/review-rule")
                .then()
                .body("holds", equalTo(true))
                .body("changedBy", equalTo(admin.name()));
    }

    @Test
    void the_queue_shows_what_waits_since_when_and_from_whom() {
        var id = reviewed.draft(author, "十元");
        reviewed.step(author, id, "submit", 1).statusCode(200);

        reviewed.as(colleague)
                .queryParam("queue", "review")
                .queryParam("size", 200)
                .get(Reviewed.ARTICLES)
                .then()
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }.submitter", equalTo(author.name()))
                .body("items.find { it.id == '" + id + "' }.waitingSince", notNullValue())
                .body("facets.queue.REVIEW", notNullValue());
    }

    @Test
    void remarks_stand_at_their_line_until_they_are_settled() {
        var id = reviewed.draft(author, "第一行\n第二行");
        var comments = Reviewed.ARTICLES + "/" + id + "/comments";
        String comment = reviewed.as(colleague)
                .body(Map.of("revision", 1, "field", "ANSWER", "line", 2, "quoted", "第二行", "text", "这里不对"))
                .post(comments)
                .then()
                .statusCode(200)
                .extract()
                .path("id");

        reviewed.as(author)
                .body(Map.of("resolved", true))
                .put(comments + "/" + comment)
                .then()
                .statusCode(200)
                .body("resolvedBy", equalTo(author.name()));

        reviewed.as(author)
                .get(comments)
                .then()
                .body("[0].line", equalTo(2))
                .body("[0].author", equalTo(colleague.name()))
                .body("[0].text", equalTo("这里不对"));
    }

    @Test
    void two_editors_at_one_article_see_each_other() {
        var id = reviewed.draft(author, "十元");
        here(author, id, true).body("size()", equalTo(0));

        here(colleague, id, false).body("[0].name", equalTo(author.name())).body("[0].writing", equalTo(true));

        reviewed.as(author)
                .delete(Reviewed.ARTICLES + "/" + id + "/editing")
                .then()
                .statusCode(204);
        here(colleague, id, false).body("size()", equalTo(0));
    }

    private ValidatableResponse here(Staff staff, String id, boolean writing) {
        return reviewed.as(staff)
                .body(Map.of("writing", writing))
                .put(Reviewed.ARTICLES + "/" + id + "/editing")
                .then()
                .statusCode(200);
    }

    @Test
    void of_two_editors_and_three_reviewers_at_once_nobody_overwrites_another() {
        var reviewers = List.of(colleague, reviewed.editor(), reviewed.editor());
        var editors = List.of(author, reviewed.editor());
        var id = reviewed.draft(author, "零");
        for (int round = 0; round < 4; round++) {
            int base = reviewed.history(author, id).getInt("[0].revision");
            reviewed.step(author, id, "submit", base).statusCode(200);
            var saved = editors.stream()
                    .map(it -> status(() -> reviewed.save(it, id, base, "第" + it.name() + "稿")
                            .extract()
                            .statusCode()));
            var decided = IntStream.range(0, 3)
                    .mapToObj(n -> status(() -> (n == 2
                                    ? reviewed.step(reviewers.get(n), id, "send-back", base, Map.of("reason", "不好"))
                                    : reviewed.step(reviewers.get(n), id, "approve", base))
                            .extract()
                            .statusCode()));
            var all = Stream.concat(saved, decided).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(all.subList(0, 2)).as("one editor saves").containsExactlyInAnyOrder(200, 409);
            assertThat(all.subList(2, 5)).allMatch(it -> it == 200 || it == 409);
            var history = reviewed.history(author, id);
            assertThat(history.getInt("[0].revision")).isEqualTo(base + 1);
            assertThat(history.getString("[0].state"))
                    .as("no decision on the earlier text holds for the later")
                    .isEqualTo("DRAFT");
            assertThat(history.getString("[1].state")).isEqualTo("ARCHIVED");
        }
    }

    private static CompletableFuture<Integer> status(java.util.function.Supplier<Integer> call) {
        return CompletableFuture.supplyAsync(call);
    }
}
