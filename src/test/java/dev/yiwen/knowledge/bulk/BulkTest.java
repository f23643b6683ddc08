package dev.yiwen.knowledge.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.revision.FourEyes.Choice;
import dev.yiwen.knowledge.revision.Reviewed;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done to many articles reaches all that match, passes over what others are at, and is undone. */
@QuarkusTest
class BulkTest {
    private static final String BULK = Reviewed.ARTICLES + "/bulk";

    @Inject
    Reviewed reviewed;

    private final String mark = "批量" + Ids.next().toString().substring(24);
    private Staff editor;

    @BeforeEach
    void an_editor() {
        editor = reviewed.editor();
    }

    @AfterEach
    void as_before() {
        reviewed.asBefore();
    }

    @Test
    void all_that_match_are_retagged_not_one_page_and_undone() {
        var ids = published(55);

        var change = bulk(55, Map.of("kind", "RETAG", "addTags", List.of("新标签")))
                .statusCode(200)
                .body("changed", equalTo(55))
                .body("passedOver", equalTo(0))
                .extract()
                .<String>path("change.id");
        assertThat(tags(ids.get(54))).containsExactly("新标签");
        assertThat(states(ids.get(54))).containsExactly("PUBLISHED", "ARCHIVED");

        undo(change).statusCode(200).body("changed", equalTo(55));
        assertThat(ids).allSatisfy(it -> assertThat(tags(it)).isEmpty());
    }

    @Test
    void where_a_review_comes_first_the_changes_are_drafts_and_undoing_drops_them() {
        var ids = published(3);
        reviewed.fourEyes(Choice.ON);

        var change = bulk(3, Map.of("kind", "VALIDITY", "validTo", "2099-12-31"))
                .body("changed", equalTo(3))
                .extract()
                .<String>path("change.id");
        assertThat(states(ids.getFirst())).containsExactly("DRAFT", "PUBLISHED");

        undo(change).body("changed", equalTo(3));
        assertThat(states(ids.getFirst())).containsExactly("PUBLISHED");
    }

    @Test
    void drafts_are_sent_to_review_and_taken_back() {
        var ids = IntStream.range(0, 2).mapToObj(n -> draft()).toList();

        var change = bulk(2, Map.of("kind", "SUBMIT"))
                .body("changed", equalTo(2))
                .extract()
                .<String>path("change.id");
        assertThat(states(ids.getFirst())).containsExactly("IN_REVIEW");

        undo(change).body("changed", equalTo(2));
        assertThat(states(ids.getFirst())).containsExactly("DRAFT");
    }

    @Test
    void retired_articles_come_back_with_what_they_said() {
        var ids = published(2);

        var change = bulk(2, Map.of("kind", "RETIRE", "reason", "活动结束"))
                .body("changed", equalTo(2))
                .extract()
                .<String>path("change.id");
        assertThat(states(ids.getFirst())).containsExactly("ARCHIVED");

        undo(change).body("changed", equalTo(2));
        assertThat(states(ids.getFirst())).containsExactly("PUBLISHED", "ARCHIVED");
        reviewed.as(editor)
                .get(Reviewed.ARTICLES + "/changes")
                .then()
                .body("find { it.id == '" + change + "' }.undoneBy", equalTo(editor.name()));
    }

    @Test
    void what_somebody_has_gone_on_with_is_not_undone() {
        var ids = published(2);
        var change = bulk(2, Map.of("kind", "RETAG", "addTags", List.of("新标签")))
                .extract()
                .<String>path("change.id");
        reviewed.save(editor, ids.getFirst(), 2, "后来的修改").statusCode(200);

        undo(change).body("changed", equalTo(1)).body("passedOver", equalTo(1));

        assertThat(reviewed.history(editor, ids.getFirst()).getString("[0].answer"))
                .isEqualTo("后来的修改");
    }

    @Test
    void more_than_were_seen_are_not_touched() {
        published(2);

        bulk(1, Map.of("kind", "RETIRE", "reason", "看漏了")).statusCode(409);
    }

    private ValidatableResponse bulk(int expected, Map<String, ?> what) {
        var body = new HashMap<String, Object>(what);
        body.put("expected", expected);
        return reviewed.as(editor)
                .queryParam("topic", mark)
                .body(body)
                .post(BULK)
                .then();
    }

    private ValidatableResponse undo(String change) {
        return reviewed.as(editor)
                .post(Reviewed.ARTICLES + "/changes/" + change + "/undo")
                .then();
    }

    private List<String> published(int n) {
        return IntStream.range(0, n)
                .mapToObj(it -> {
                    var id = draft();
                    reviewed.step(editor, id, "publish", 1).statusCode(200);
                    return id;
                })
                .toList();
    }

    private String draft() {
        var content = new HashMap<>(Reviewed.content("十元"));
        content.put("slug", mark + "/" + Ids.next());
        return reviewed.as(editor)
                .body(content)
                .post(Reviewed.ARTICLES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private List<String> tags(String id) {
        return reviewed.history(editor, id).getList("[0].tags");
    }

    private List<String> states(String id) {
        return reviewed.history(editor, id).getList("state");
    }
}
