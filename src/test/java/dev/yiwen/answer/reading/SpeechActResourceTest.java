package dev.yiwen.answer.reading;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SpeechActResourceTest {
    private static final String WORDS = "/api/v1/speech-acts";

    @Inject
    People people;

    /** Words that no other test and no earlier run has added. */
    private final String words = "整妥" + Ids.next().toString().substring(24);

    @Test
    void added_words_are_understood_at_once_and_no_longer_when_they_are_removed() {
        var editor = people.staff(Role.EDITOR);
        trial(editor, words).body("act", nullValue());

        String id = as(editor)
                .body(Map.of("act", "SOLVED", "words", words))
                .post(WORDS)
                .then()
                .statusCode(200)
                .body("by", equalTo(editor.name()))
                .extract()
                .path("id");
        trial(editor, "好的，" + words + "！").body("act", equalTo("SOLVED")).body("because", equalTo(words));
        as(editor).delete(WORDS + "/" + id).then().statusCode(204);

        trial(editor, words).body("act", nullValue());
        as(editor).get(WORDS).then().statusCode(200).body("id", not(hasItem(id)));
    }

    @Test
    void the_same_words_in_another_spelling_are_refused() {
        var editor = people.staff(Role.EDITOR);
        as(editor)
                .body(Map.of("act", "SOLVED", "words", words))
                .post(WORDS)
                .then()
                .statusCode(200);

        as(editor)
                .body(Map.of("act", "SOLVED", "words", " " + words.toUpperCase(Locale.ROOT) + "！"))
                .post(WORDS)
                .then()
                .statusCode(409);
    }

    @Test
    void a_single_character_is_refused() {
        as(people.staff(Role.EDITOR))
                .body(Map.of("act", "SOLVED", "words", "人！"))
                .post(WORDS)
                .then()
                .statusCode(400);
    }

    @Test
    void a_supervisor_reads_and_does_not_write() {
        var supervisor = people.staff(Role.SUPERVISOR);

        as(supervisor).get(WORDS).then().statusCode(200);
        as(supervisor)
                .body(Map.of("act", "SOLVED", "words", words))
                .post(WORDS)
                .then()
                .statusCode(403);
    }

    @Test
    void agents_do_not_see_the_list() {
        as(people.staff(Role.AGENT)).get(WORDS).then().statusCode(403);
    }

    private ValidatableResponse trial(Staff staff, String text) {
        return as(staff)
                .body(Map.of("text", text))
                .post(WORDS + "/trial")
                .then()
                .statusCode(200);
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }
}
