package dev.yiwen.knowledge.editing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An editor looks for an article. */
@QuarkusTest
class ArticleSearchTest {
    @Inject
    People people;

    @Inject
    Articles articles;

    @Inject
    StarterKnowledge starter;

    private Staff editor;

    @BeforeEach
    void an_editor() {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(starter::settled);
        editor = people.staff(Role.EDITOR);
    }

    @ParameterizedTest
    @CsvSource({
        "家里上网特别卡怎么办,broadband/slow-speed",
        "chaxun huafei zhangdan,billing/check-bill",
        "话费帐单怎么查,billing/check-bill",
        "手机掉了,sim/report-lost"
    })
    void finds_by_meaning_pinyin_and_in_spite_of_typos(String words, String slug) {
        list(Map.of("q", words)).body("items.slug", hasItem(slug));
    }

    @Test
    void nothing_is_found_for_what_the_knowledge_is_not_about() {
        list(Map.of("q", "量子力学的薛定谔方程")).body("items", empty()).body("total", equalTo(0));
    }

    @Test
    void what_is_found_elsewhere_is_shown_as_text() {
        list(Map.of("q", "上网特别卡怎么办")).body("items.found.findAll { it != null && it.contains('**') }", empty());
    }

    @Test
    void an_editor_lists_their_own_newest_first() {
        for (var question : List.of("甲" + editor.login(), "乙" + editor.login())) {
            articles.create(
                            null,
                            new ArticleDraft(question, List.of(), "答。", Audience.CUSTOMER, "通用", null, null, List.of()),
                            editor.name())
                    .await()
                    .indefinitely();
        }

        list(Map.of("mine", "true", "sort", "CHANGED"))
                .body("items.author", everyItem(equalTo(editor.name())))
                .body("items[0].question", equalTo("乙" + editor.login()));
        list(Map.of("q", editor.login(), "sort", "QUESTION")).body("items", hasSize(2));
    }

    private ValidatableResponse list(Map<String, String> query) {
        return given().cookie("yiwen_session", people.token(editor))
                .queryParams(query)
                .get("/api/v1/articles")
                .then()
                .statusCode(200);
    }
}
