package dev.yiwen.knowledge.exporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
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
    void what_makes_no_sense_is_refused_in_words() {
        assertThat(export("format=docx").statusCode()).isEqualTo(400);
        assertThat(export("format=jsonl&state=GONE").asString()).contains("state cannot be GONE");
    }

    private void article(String name, Audience audience) {
        var draft = new ArticleDraft(mark + name, List.of(), "答案。", audience, "通用", null, null, List.of());
        articles.create(null, draft, "林").await().atMost(Duration.ofSeconds(20));
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
