package dev.yiwen.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.identity.password.FirstAdministrator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OneTimePasswordsTest {
    @Inject
    People people;

    @Inject
    FirstAdministrator first;

    @Inject
    Pool database;

    @Test
    void end_after_a_day() {
        var staff = people.newcomer(Role.AGENT);
        signIn(staff.login(), People.PASSWORD).statusCode(200);

        expire(staff);

        signIn(staff.login(), People.PASSWORD)
                .statusCode(403)
                .body("type", equalTo("urn:yiwen:problem:one-time-password-expired"));
        signIn(staff.login(), "a wrong one").statusCode(401);
    }

    @Test
    void a_start_with_no_administrator_who_could_sign_in_prints_another() {
        run("update staff set active = false where 'ADMIN' = any(roles) and active");
        try {
            var administrator = people.newcomer(Role.ADMIN);
            assertThat(printedByAStart()).doesNotContain(administrator.login());
            expire(administrator);

            var printed = printedByAStart();

            assertThat(printed).contains(administrator.login());
            var password = Pattern.compile("One-time password: (\\S+)").matcher(printed);
            assertThat(password.find()).isTrue();
            signIn(administrator.login(), password.group(1))
                    .statusCode(200)
                    .body("staff.mustChangePassword", equalTo(true));
            assertThat(printedByAStart()).doesNotContain(administrator.login());
        } finally {
            run("update staff set active = true where 'ADMIN' = any(roles)");
        }
    }

    private String printedByAStart() {
        var before = System.out;
        var heard = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            first.seeTo().await().indefinitely();
        } finally {
            System.setOut(before);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    private void expire(Staff staff) {
        database.preparedQuery("update staff set one_time_until = now() - interval '1 second' where id = $1")
                .execute(Tuple.of(staff.id().value()))
                .await()
                .indefinitely();
    }

    private void run(String sql) {
        database.query(sql).execute().await().indefinitely();
    }

    private static ValidatableResponse signIn(String login, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("login", login, "password", password))
                .post("/api/v1/session")
                .then();
    }
}
