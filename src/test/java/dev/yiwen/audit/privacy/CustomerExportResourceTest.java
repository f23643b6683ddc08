package dev.yiwen.audit.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerExportResourceTest {
    @Inject
    Customers customers;

    @Inject
    People people;

    @Test
    void who_may_read_and_reveal_everything_as_well_is_handed_a_zip_and_nobody_else() throws Exception {
        var customer = customers.visitor().await().indefinitely().id().value();
        var path = "/api/v1/privacy/customers/" + customer + "/export";

        var zip = given().header("Authorization", "Bearer " + people.token(people.staff(Role.ADMIN, Role.SUPERVISOR)))
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(entries.getNextEntry()).isNotNull();
        }
        for (var one : List.of(Role.SUPERVISOR, Role.ADMIN)) {
            given().header("Authorization", "Bearer " + people.token(people.staff(one)))
                    .get(path)
                    .then()
                    .statusCode(403);
        }
    }
}
