package dev.yiwen.knowledge.starter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples belong to all tests: each brings back what it takes away. */
@QuarkusTest
class StarterResourceTest {
    private static final String STARTER = "/api/v1/starter-knowledge";

    @Inject
    People people;

    private Staff admin;

    @BeforeEach
    void an_administrator() {
        admin = people.staff(Role.ADMIN, Role.EDITOR);
    }

    @AfterEach
    void bring_them_back() {
        as().post(STARTER + "/return").then().statusCode(200);
    }

    @Test
    void the_examples_go_as_a_whole_and_come_back_as_they_were() {
        int present = as().get(STARTER)
                .then()
                .body("phase", equalTo("PRESENT"))
                .extract()
                .path("present");
        int total = list("elderly")
                .body("items.example", everyItem(equalTo(true)))
                .extract()
                .path("total");
        assertThat(total).isPositive();

        int edited = as().delete(STARTER)
                .then()
                .statusCode(200)
                .body("phase", equalTo("REMOVED"))
                .body("removed", equalTo(present - editedNow()))
                .extract()
                .path("edited");

        list("elderly").body("items.example", not(hasItem(true)));
        as().post(STARTER + "/return")
                .then()
                .statusCode(200)
                .body("phase", equalTo("PRESENT"))
                .body("present", equalTo(present))
                .body("edited", equalTo(edited));
        list("elderly").body("total", equalTo(total));
    }

    @Test
    void an_example_that_somebody_has_changed_is_theirs_and_stays() {
        String id = list("points-and-stars").extract().path("items[0].id");
        var article = as().get("/api/v1/articles/" + id).then().extract().jsonPath();
        int revision = article.getInt("revision");
        String etag = as().get("/api/v1/articles/" + id).header("ETag");
        as().header("If-Match", etag == null ? "\"" + revision + "\"" : etag)
                .body(Map.of("question", article.getString("question"), "answer", "我们自己的回答。"))
                .put("/api/v1/articles/" + id)
                .then()
                .statusCode(200);

        as().delete(STARTER).then().statusCode(200);

        as().get("/api/v1/articles/" + id).then().body("state", equalTo("PUBLISHED"));
    }

    private int editedNow() {
        return as().get(STARTER).then().extract().path("edited");
    }

    private ValidatableResponse list(String topic) {
        return as().get("/api/v1/articles?topic=" + topic + "&state=PUBLISHED&size=100")
                .then()
                .statusCode(200);
    }

    private RequestSpecification as() {
        return given().auth().oauth2(people.token(admin)).contentType(ContentType.JSON);
    }
}
