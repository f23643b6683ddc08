package dev.yiwen.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.identity.password.FirstAdministrator;
import dev.yiwen.identity.password.PasswordReset;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OneTimePasswordsTest {
    private static final Path FILE = Path.of("target", "first-password");

    @Inject
    People people;

    @Inject
    FirstAdministrator first;

    @Inject
    PasswordReset passwords;

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
    void a_start_with_no_administrator_who_could_sign_in_keeps_another_until_it_is_changed() throws IOException {
        run("update staff set active = false where 'ADMIN' = any(roles) and active");
        try {
            var administrator = people.newcomer(Role.ADMIN);
            assertThat(keptByAStart()).isEmpty();
            expire(administrator);

            var kept = keptByAStart();

            assertThat(kept).hasSize(2).first().isEqualTo(administrator.login());
            assertThat(Files.getPosixFilePermissions(FILE)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            var session = signIn(administrator.login(), kept.getLast())
                    .statusCode(200)
                    .body("staff.mustChangePassword", equalTo(true))
                    .extract()
                    .cookie("yiwen_session");
            assertThat(keptByAStart()).as("not changed yet").isEqualTo(kept);

            given().contentType(ContentType.JSON)
                    .cookie("yiwen_session", session)
                    .body(Map.of("old", kept.getLast(), "new", "horse battery staple 92"))
                    .put("/api/v1/session/password")
                    .then()
                    .statusCode(200);
            assertThat(keptByAStart()).as("changed").isEmpty();
        } finally {
            run("update staff set active = true where 'ADMIN' = any(roles)");
        }
    }

    @Test
    void whoever_runs_the_installation_lets_a_disabled_member_in_who_has_to_wait() {
        var staff = people.newcomer(Role.ADMIN);
        var before =
                signIn(staff.login(), People.PASSWORD).statusCode(200).extract().cookie("yiwen_session");
        run("update staff set active = false where id = '" + staff.id().value() + "'");
        run("insert into sign_in_pace (kind, subject, misses, at, next_at)"
                + " select 'place', login || ' ' || address, 10, now(), now() + interval '1 hour' from sign_in_place"
                + " where login = '" + staff.login() + "' on conflict (kind, subject) do update set"
                + " next_at = excluded.next_at");
        signIn(staff.login(), People.PASSWORD).statusCode(429);

        var reset = passwords
                .of(staff.login().toUpperCase(Locale.ROOT))
                .await()
                .indefinitely()
                .orElseThrow();

        assertThat(reset.wasDisabled()).isTrue();
        signIn(staff.login(), reset.password()).statusCode(200).body("staff.mustChangePassword", equalTo(true));
        given().cookie("yiwen_session", before).get("/api/v1/session").then().statusCode(401);
        assertThat(events(staff)).contains("staff.changed", "staff.password.reset");
        assertThat(passwords.of("nobody.has.it").await().indefinitely()).isEmpty();
    }

    private List<String> events(Staff staff) {
        return database
                .preparedQuery("select kind from audit_event where subject = $1 and actor is null")
                .execute(Tuple.of("staff:" + staff.id().value()))
                .await()
                .indefinitely()
                .stream()
                .map(row -> row.getString("kind"))
                .toList();
    }

    /** Its login and password; empty when there is none. */
    private List<String> keptByAStart() throws IOException {
        first.seeTo().await().indefinitely();
        return Files.exists(FILE) ? List.of(Files.readString(FILE).strip().split(" ")) : List.of();
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
