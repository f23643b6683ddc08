package dev.yiwen.identity.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.factor.PhoneApp;
import dev.yiwen.identity.password.PasswordReset;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A password alone does not open an account that has a second factor. */
@QuarkusTest
class SecondFactorTest {
    private static final String OWN = "/api/v1/session/second-factor";

    @Inject
    People people;

    @Inject
    PasswordReset reset;

    @Inject
    Pool database;

    /** Somebody with a second factor; {@code token} is of the session that set it up. */
    private record Protected(Staff staff, String secret, List<String> recoveryCodes, String token) {}

    @Test
    void sign_in_asks_for_the_code_after_the_right_password_alone() {
        var one = withSecondFactor(Role.AGENT);

        refused(signIn(one.staff(), "wrong password", null), "unauthenticated");
        var asked = signIn(one.staff(), People.PASSWORD, null);
        refused(asked, "second-factor-required");
        assertThat(asked.getCookies()).isEmpty();
        refused(signIn(one.staff(), People.PASSWORD, "000000"), "second-factor-wrong");
        refused(signIn(one.staff(), People.PASSWORD, PhoneApp.oldCode(one.secret())), "second-factor-wrong");

        signIn(one.staff(), People.PASSWORD, PhoneApp.nextCode(one.secret()))
                .then()
                .statusCode(200)
                .body("staff.secondFactor", equalTo(true));
    }

    @Test
    void no_code_counts_twice() {
        var one = withSecondFactor(Role.AGENT);
        var code = PhoneApp.nextCode(one.secret());
        signIn(one.staff(), People.PASSWORD, code).then().statusCode(200);

        refused(signIn(one.staff(), People.PASSWORD, code), "second-factor-wrong");
    }

    @Test
    void a_recovery_code_signs_in_once_however_it_is_typed() {
        var one = withSecondFactor(Role.AGENT);
        assertThat(one.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        var code = one.recoveryCodes().get(3).toUpperCase(Locale.ROOT).replace("-", " ");

        signIn(one.staff(), People.PASSWORD, code).then().statusCode(200);

        refused(signIn(one.staff(), People.PASSWORD, code), "second-factor-wrong");
        assertThat(audited("staff.recovery-code.used", one.staff()).getString("entries[0].details.left"))
                .isEqualTo("9");
        as(one.token()).get(OWN).then().body("recoveryCodes", equalTo(9));
    }

    @Test
    void setting_it_up_takes_the_password_and_ends_the_other_sessions() {
        var staff = people.staff(Role.AGENT);
        var here = people.token(staff);
        var there = people.token(staff);
        refused(as(here).body(Map.of("password", "wrong password")).post(OWN), "unauthenticated");
        var secret = begin(here);
        refused(as(here).body(Map.of("code", "000000")).put(OWN), "second-factor-wrong");
        as(there).get("/api/v1/session").then().statusCode(200).body("secondFactor", equalTo(false));

        var done = as(here).body(Map.of("code", PhoneApp.code(secret))).put(OWN);

        done.then().statusCode(200).body("recoveryCodes", hasSize(10));
        as(there).get("/api/v1/session").then().statusCode(401);
        as(done.getCookie("yiwen_session"))
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("secondFactor", equalTo(true));
        assertThat(audited("staff.second-factor.set", staff).getList("entries")).hasSize(1);
    }

    @Test
    void the_secret_is_told_to_nobody_once_it_is_confirmed() {
        var one = withSecondFactor(Role.ADMIN);

        as(one.token())
                .body(Map.of("password", People.PASSWORD))
                .post(OWN)
                .then()
                .statusCode(409);

        for (var path : List.of(OWN, "/api/v1/session", "/api/v1/staff", "/api/v1/sessions", "/api/v1/audit")) {
            as(one.token()).get(path).then().statusCode(200).body(not(containsString(one.secret())));
        }
        assertThat(stored(one.staff()))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(one.recoveryCodes())
                        .noneMatch(code -> it.contains(code) || it.contains(code.replace("-", ""))));
    }

    @Test
    void turning_it_off_takes_password_and_code() {
        var one = withSecondFactor(Role.AGENT);
        var code = one.recoveryCodes().getFirst();
        refused(removal(one, "wrong password", code), "unauthenticated");
        refused(removal(one, People.PASSWORD, "000000"), "second-factor-wrong");

        var removed = removal(one, People.PASSWORD, code);

        removed.then().statusCode(204);
        as(removed.getCookie("yiwen_session")).get(OWN).then().statusCode(200).body("since", nullValue());
        signIn(one.staff(), People.PASSWORD, null).then().statusCode(200);
        assertThat(audited("staff.second-factor.removed", one.staff()).getList("entries"))
                .hasSize(1);
    }

    @Test
    void an_administrator_resets_that_of_a_colleague_and_it_is_written_down() {
        var one = withSecondFactor(Role.AGENT);
        var admin = withSecondFactor(Role.ADMIN);
        as(people.token(people.staff(Role.SUPERVISOR))).delete(of(one)).then().statusCode(403);
        as(admin.token()).delete(of(admin)).then().statusCode(409);

        as(admin.token()).delete(of(one)).then().statusCode(204);

        as(one.token()).get("/api/v1/session").then().statusCode(401);
        signIn(one.staff(), People.PASSWORD, null).then().statusCode(200);
        assertThat(audited("staff.second-factor.reset", one.staff()).getString("entries[0].actor"))
                .isEqualTo(admin.staff().id().value().toString());
        as(admin.token()).delete(of(one)).then().statusCode(404);
    }

    @Test
    void the_command_line_takes_it_away_together_with_the_password() {
        var one = withSecondFactor(Role.ADMIN);

        var given = reset.of(one.staff().login()).await().indefinitely().orElseThrow();

        signIn(one.staff(), given.password(), null)
                .then()
                .statusCode(200)
                .body("staff.mustChangePassword", equalTo(true))
                .body("staff.secondFactor", equalTo(false));
        assertThat(audited("staff.second-factor.reset", one.staff()).getString("entries[0].details.by"))
                .isEqualTo("command line");
    }

    @Test
    void a_wrong_code_counts_as_a_wrong_password_does_and_a_right_one_does_not() {
        var one = withSecondFactor(Role.AGENT);

        signIn(one.staff(), People.PASSWORD, "000000");
        assertThat(misses(one)).isGreaterThan(0.9);
        assertThat(audited("sign-in.failed", one.staff()).getString("entries[0].details.step"))
                .isEqualTo("code");
        signIn(one.staff(), People.PASSWORD, one.recoveryCodes().getFirst())
                .then()
                .statusCode(200);
        assertThat(misses(one)).isLessThanOrEqualTo(1);
    }

    @Test
    void whoever_guessed_too_often_waits_even_with_the_right_code_until_the_operator_vouches() {
        var one = withSecondFactor(Role.AGENT);
        run("""
                insert into sign_in_pace (kind, subject, misses, at, next_at)
                values ('code', $1, 20, now(), now() + interval '1 hour')
                on conflict (kind, subject) do update set misses = 20, at = now(), next_at = now() + interval '1 hour'
                """, one.staff().login());

        var answer = signIn(one.staff(), People.PASSWORD, PhoneApp.nextCode(one.secret()));

        answer.then().statusCode(429);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        reset.of(one.staff().login()).await().indefinitely();
        assertThat(misses(one)).isZero();
    }

    private Protected withSecondFactor(Role role) {
        var staff = people.staff(role);
        var token = people.token(staff);
        var secret = begin(token);
        var done = as(token).body(Map.of("code", PhoneApp.code(secret))).put(OWN);
        done.then().statusCode(200);
        return new Protected(staff, secret, done.jsonPath().getList("recoveryCodes"), done.getCookie("yiwen_session"));
    }

    private static String begin(String token) {
        return as(token)
                .body(Map.of("password", People.PASSWORD))
                .post(OWN)
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }

    private static Response removal(Protected one, String password, String code) {
        return as(one.token()).body(Map.of("password", password, "code", code)).post(OWN + "/removal");
    }

    private static String of(Protected one) {
        return "/api/v1/staff/" + one.staff().id().value() + "/second-factor";
    }

    private static void refused(Response response, String kind) {
        response.then().statusCode(401).body("title", equalTo(kind));
    }

    private static Response signIn(Staff staff, String password, @Nullable String code) {
        var body = new HashMap<String, String>(Map.of("login", staff.login(), "password", password));
        if (code != null) {
            body.put("code", code);
        }
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/session");
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return given().cookie("yiwen_session", token).contentType(ContentType.JSON);
    }

    private JsonPath audited(String kind, Staff staff) {
        return as(people.token(people.staff(Role.ADMIN)))
                .queryParams("kind", kind, "subject", "staff:" + staff.id().value())
                .get("/api/v1/audit")
                .jsonPath();
    }

    private double misses(Protected one) {
        var rows = run(
                "select misses from sign_in_pace where kind = 'code' and subject = $1",
                one.staff().login());
        return rows.isEmpty() ? 0 : rows.getFirst().getDouble("misses");
    }

    /** Whatever the tables of the second factor hold, as text. */
    private List<String> stored(Staff staff) {
        return run(
                        "select recovery_code::text as it from recovery_code where staff_id = $1",
                        staff.id().value())
                .stream()
                .map(row -> row.getString("it"))
                .toList();
    }

    private List<Row> run(String sql, Object argument) {
        var rows = new java.util.ArrayList<Row>();
        database.preparedQuery(sql)
                .execute(Tuple.of(argument instanceof UUID id ? id : argument))
                .await()
                .indefinitely()
                .forEach(rows::add);
        return rows;
    }
}
