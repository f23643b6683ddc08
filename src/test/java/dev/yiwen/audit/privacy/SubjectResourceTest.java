package dev.yiwen.audit.privacy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubjectResourceTest {
    @Inject
    Customers customers;

    @Inject
    People people;

    @Test
    void a_caller_is_found_however_the_number_is_written() {
        var digits = "1991234" + ThreadLocalRandom.current().nextInt(1000, 10_000);
        var caller = customers
                .caller("+86" + digits)
                .await()
                .indefinitely()
                .id()
                .value()
                .toString();
        var token = people.token(people.staff(Role.ADMIN));

        for (var written :
                new String[] {digits, "+86" + digits, "86 " + digits, digits.substring(0, 3) + "-" + digits.substring(3)
                }) {
            given().header("Authorization", "Bearer " + token)
                    .queryParam("q", written)
                    .get("/api/v1/privacy/customers")
                    .then()
                    .statusCode(200)
                    .body("id", contains(caller));
        }
        given().header("Authorization", "Bearer " + token)
                .queryParam("q", "没有这位")
                .get("/api/v1/privacy/customers")
                .then()
                .statusCode(200)
                .body("", empty());
    }
}
