package dev.yiwen.answer.reading;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EditorWordResourceTest {
    private static final String WISHES = "/api/v1/wish-words";
    private static final String ACTS = "/api/v1/speech-acts";

    @Inject
    People people;

    /** Words that no other test and no earlier run has added. */
    private final String words = "整妥" + Ids.next().toString().substring(24);

    @Test
    void added_words_are_a_wish_at_once_and_none_when_they_are_removed() {
        var editor = people.staff(Role.EDITOR);
        trial(editor, WISHES, words).body("wish", equalTo(false));

        String id = add(editor, WISHES, words)
                .then()
                .statusCode(200)
                .body("by", equalTo(editor.name()))
                .body("", not(hasKey("act")))
                .extract()
                .path("id");
        trial(editor, WISHES, "请找" + words + "来").body("wish", equalTo(true)).body("because", hasItem(words));
        as(editor).delete(WISHES + "/" + id).then().statusCode(204);

        trial(editor, WISHES, words).body("wish", equalTo(false));
        as(editor).get(WISHES).then().statusCode(200).body("id", not(hasItem(id)));
    }

    @Test
    void added_words_are_understood_at_once_and_no_longer_when_they_are_removed() {
        var editor = people.staff(Role.EDITOR);
        trial(editor, ACTS, words).body("act", nullValue());

        String id = add(editor, ACTS, words)
                .then()
                .statusCode(200)
                .body("by", equalTo(editor.name()))
                .body("act", equalTo("SOLVED"))
                .extract()
                .path("id");
        trial(editor, ACTS, "好的，" + words + "！").body("act", equalTo("SOLVED")).body("because", equalTo(words));
        as(editor).delete(ACTS + "/" + id).then().statusCode(204);

        trial(editor, ACTS, words).body("act", nullValue());
        as(editor).get(ACTS).then().statusCode(200).body("id", not(hasItem(id)));
    }

    @Test
    void the_same_words_may_stand_in_both_lists_which_do_not_show_each_others() {
        var editor = people.staff(Role.EDITOR);

        String wish =
                add(editor, WISHES, words).then().statusCode(200).extract().path("id");
        String act = add(editor, ACTS, words).then().statusCode(200).extract().path("id");

        as(editor).get(WISHES).then().body("id", hasItem(wish)).body("id", not(hasItem(act)));
        as(editor).get(ACTS).then().body("id", hasItem(act)).body("id", not(hasItem(wish)));
    }

    @ParameterizedTest
    @ValueSource(strings = {WISHES, ACTS})
    void the_same_words_in_another_spelling_are_refused(String list) {
        var editor = people.staff(Role.EDITOR);
        add(editor, list, words).then().statusCode(200);

        add(editor, list, " " + words.toUpperCase(Locale.ROOT) + "！").then().statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {WISHES, ACTS})
    void a_single_character_is_refused(String list) {
        add(people.staff(Role.EDITOR), list, "人！").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {WISHES, ACTS})
    void a_supervisor_reads_and_does_not_write(String list) {
        var supervisor = people.staff(Role.SUPERVISOR);

        as(supervisor).get(list).then().statusCode(200);
        add(supervisor, list, words).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {WISHES, ACTS})
    void agents_do_not_see_the_list(String list) {
        as(people.staff(Role.AGENT)).get(list).then().statusCode(403);
    }

    private Response add(Staff staff, String list, String added) {
        var body = new HashMap<>(Map.of("words", added));
        if (list.equals(ACTS)) {
            body.put("act", "SOLVED");
        }
        return as(staff).body(body).post(list);
    }

    private ValidatableResponse trial(Staff staff, String list, String text) {
        return as(staff).body(Map.of("text", text)).post(list + "/trial").then().statusCode(200);
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }
}
