package dev.yiwen.shared;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemMapperTest {

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"login\":{},\"password\":1}", "nonsense"})
    void answers_a_body_that_it_cannot_read_with_a_problem(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/session")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("detail", not(containsString("Exception")));
    }

    @Test
    void says_which_field_is_wrong_in_the_language_of_the_page() {
        given().contentType("application/json")
                .header("Accept-Language", "zh-CN,zh;q=0.9")
                .body("{\"login\":\"\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(400)
                .body("detail", containsString("密码必须填写"))
                .body("detail", not(matchesPattern(".*[a-z]{3}.*")));
        given().contentType("application/json")
                .body("{\"login\":\"\"}")
                .post("/api/v1/session")
                .then()
                .body("detail", containsString("password is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml"})
    void answers_what_is_no_json_with_a_problem(String type) {
        given().contentType(type)
                .body("login=a")
                .post("/api/v1/session")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/articles/%00",
                "/api/v1/articles?q=a%00b",
                "/api/v1/articles?%00",
                "/api/v1/session%00",
                "/chat%00",
                "/login?to=%00"
            })
    void answers_an_address_with_nul_in_it_with_a_problem(String address) {
        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:yiwen:problem:invalid"));
    }
}
