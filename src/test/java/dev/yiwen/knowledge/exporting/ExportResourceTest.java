package dev.yiwen.knowledge.exporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportResourceTest {
    @Inject
    Articles articles;

    @Inject
    People people;

    private final String mark = "导出" + Ids.next().toString().substring(24);

    @Test
    void what_the_list_shows_is_exported_and_nothing_else() {
        article("甲", Audience.CUSTOMER);
        article("乙", Audience.AGENT);

        // What means the same as the words may stand beside them, as in the list.
        assertThat(lines("q=" + mark)).filteredOn(it -> it.contains(mark)).hasSize(2);
        assertThat(lines("q=" + mark + "&audience=AGENT"))
                .filteredOn(it -> it.contains(mark))
                .singleElement()
                .satisfies(it -> assertThat(it).contains(mark + "乙"));
        assertThat(lines("q=" + mark + "&state=PUBLISHED")).noneMatch(it -> it.contains(mark));
    }

    @Test
    void all_that_was_ever_said_comes_along_on_request_and_is_no_part_of_what_an_import_reads() {
        var id = article("丙", Audience.CUSTOMER);
        var editor = people.token(people.staff(Role.EDITOR));
        given().header("Authorization", "Bearer " + editor)
                .header("If-Match", 1)
                .post("/api/v1/articles/" + id.value() + "/publish")
                .then()
                .statusCode(200);

        var line = lines("q=" + mark + "&history=true").stream()
                .filter(it -> it.contains(mark + "丙"))
                .findFirst()
                .orElseThrow();

        var history = JsonPath.from(line);
        assertThat(history.getList("history.state")).containsExactly("PUBLISHED");
        assertThat(history.getString("history[0].author")).isEqualTo("林");
        assertThat(Instant.parse(history.getString("history[0].liveFrom"))).isBeforeOrEqualTo(Instant.now());
        given().header("Authorization", "Bearer " + editor)
                .contentType("application/octet-stream")
                .queryParam("name", "all.jsonl")
                .body(line.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/knowledge-imports")
                .then()
                .statusCode(201)
                .body("counts.SAME", equalTo(1));
        assertThat(export("format=xlsx&history=true").statusCode()).isEqualTo(400);
    }

    @Test
    void what_makes_no_sense_is_refused_in_words() {
        assertThat(export("format=docx").statusCode()).isEqualTo(400);
        assertThat(export("format=jsonl&state=GONE").asString()).contains("state cannot be GONE");
    }

    private ArticleId article(String name, Audience audience) {
        var draft = new ArticleDraft(mark + name, List.of(), "答案。", audience, "通用", null, null, List.of());
        return articles.create(null, draft, "林")
                .await()
                .atMost(Duration.ofSeconds(20))
                .id();
    }

    private List<String> lines(String filter) {
        var response = export("format=jsonl&" + filter);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.asString().lines().filter(it -> !it.isBlank()).toList();
    }

    private Response export(String query) {
        return given().header("Authorization", "Bearer " + people.token(people.staff(Role.EDITOR)))
                .get("/api/v1/knowledge-export?" + query);
    }
}
