package dev.yiwen.brand;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FirstStepsTest {
    private static final String GUIDE = "/api/v1/first-steps";

    @Inject
    People people;

    @Test
    void each_step_is_done_when_it_is_a_fact() {
        admin().get(GUIDE)
                .then()
                .statusCode(200)
                .body("steps.key", contains("PASSWORD", "BRAND", "KNOWLEDGE", "COLLEAGUES", "EMBEDDING", "QUESTION"))
                // The example's brand is nobody's own; the tests import the starter knowledge.
                .body("steps.find { it.key == 'KNOWLEDGE' }.done", equalTo(true))
                .body("steps.find { it.key == 'COLLEAGUES' }.done", equalTo(true));
    }

    @Test
    void a_dismissed_guide_stays_so_until_it_is_wanted_again() {
        admin().put(GUIDE + "/dismissal").then().statusCode(204);
        admin().put(GUIDE + "/dismissal").then().statusCode(204);
        admin().get(GUIDE).then().body("dismissed", equalTo(true));

        admin().delete(GUIDE + "/dismissal").then().statusCode(204);

        admin().get(GUIDE).then().body("dismissed", equalTo(false));
    }

    @Test
    void nobody_but_an_administrator_is_guided() {
        given().auth()
                .oauth2(people.token(people.staff(Role.SUPERVISOR)))
                .get(GUIDE)
                .then()
                .statusCode(403);
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(people.token(people.staff(Role.ADMIN)));
    }
}
