package dev.yiwen.knowledge.editing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PhrasingCheckTest {
    private static final String ARTICLES = "/api/v1/articles";

    @Inject
    People people;

    @Test
    void a_phrasing_that_hands_over_at_once_is_not_published_and_named() {
        publish("怎么反映服务问题", List.of("我要投诉你们"), "CUSTOMER", "zh")
                .statusCode(422)
                .body("type", endsWith("phrasing-hands-over"))
                .body("detail", allOf(containsString("我要投诉你们"), containsString("「投诉」")));
    }

    @Test
    void a_title_is_refused_in_the_editors_language() {
        publish("给我转人工", List.of(), "CUSTOMER", "en")
                .statusCode(422)
                .body("detail", allOf(containsString("Not published"), containsString("给我转人工")));
    }

    @Test
    void what_asks_about_a_complaint_is_published() {
        publish("月球邮差送错了信怎么投诉", List.of("我妈的手机怎么充话费"), "CUSTOMER", "zh").statusCode(200);
    }

    @Test
    void what_only_agents_see_may_say_anything() {
        publish("客户说我要投诉你们", List.of("我要投诉你们"), "AGENT", "zh").statusCode(200);
    }

    private ValidatableResponse publish(String question, List<String> phrasings, String audience, String language) {
        var editor = people.staff(Role.EDITOR);
        String id = as(editor)
                .body(Map.of(
                        "slug", "phrasing-check/" + Ids.next(),
                        "question", question,
                        "phrasings", phrasings,
                        "answer", "请在 App 里办理。",
                        "audience", audience))
                .post(ARTICLES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return as(editor)
                .header("Accept-Language", language)
                .post(ARTICLES + "/" + id + "/publish")
                .then();
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }
}
