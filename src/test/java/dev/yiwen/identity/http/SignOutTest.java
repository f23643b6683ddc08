package dev.yiwen.identity.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.yiwen.TestSocket;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A right ends with its session: requests, sockets and passes. */
@QuarkusTest
class SignOutTest {
    private static final String ENDED = "1008 session-ended";
    private static final List<String> SOCKETS = List.of("/ws/v1/agent", "/ws/v1/tickets");

    @Inject
    People people;

    @Inject
    Pool database;

    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource("/")
    URI base;

    @Test
    void ends_the_token_for_whoever_else_holds_it() {
        var token = people.token(people.staff(Role.AGENT));
        with(token, "/api/v1/session").then().statusCode(200);

        given().cookie("yiwen_session", token).delete("/api/v1/session").then().statusCode(204);

        with(token, "/api/v1/session").then().statusCode(401);
        with(token, "/api/v1/tickets").then().statusCode(401);
    }

    @Test
    void closes_the_sockets_of_the_session_and_leaves_the_persons_other_ones() {
        var staff = people.staff(Role.SUPERVISOR);
        var token = people.token(staff);
        var other = people.token(staff);
        var sockets =
                SOCKETS.stream().map(it -> TestSocket.open(base, it, token)).toList();
        var panel = TestSocket.open(base, panel(), pass(token));
        try (var kept = TestSocket.open(base, "/ws/v1/agent", other)) {
            kept.next("welcome");

            given().cookie("yiwen_session", token)
                    .delete("/api/v1/session")
                    .then()
                    .statusCode(204);

            assertThat(sockets).extracting(TestSocket::closed).containsOnly(ENDED);
            assertThat(panel.closed()).isEqualTo(ENDED);
            assertThat(kept.isClosed()).isFalse();
            with(other, "/api/v1/session").then().statusCode(200);
        }
    }

    @Test
    void ends_the_passes_that_the_session_gave() {
        var token = people.token(people.staff(Role.SUPERVISOR));
        var pass = pass(token);
        with(pass, "/api/v1/assist/" + UUID.randomUUID()).then().statusCode(404);

        given().cookie("yiwen_session", token).delete("/api/v1/session").then().statusCode(204);

        with(pass, "/api/v1/assist/" + UUID.randomUUID()).then().statusCode(401);
    }

    @Test
    void is_heard_from_another_instance() {
        var staff = people.staff(Role.AGENT);
        var token = people.token(staff);
        var socket = TestSocket.open(base, "/ws/v1/tickets", token);
        with(token, "/api/v1/session").then().statusCode(200);

        endElsewhere(staff);

        assertThat(socket.closed()).isEqualTo(ENDED);
        with(token, "/api/v1/session").then().statusCode(401);
    }

    @Test
    void is_found_out_within_seconds_though_its_announcement_is_lost() {
        var staff = people.staff(Role.AGENT);
        var token = people.token(staff);
        with(token, "/api/v1/session").then().statusCode(200);

        database.preparedQuery("update staff_session set ended_at = now() where staff_id = $1")
                .execute(Tuple.of(staff.id().value()))
                .await()
                .indefinitely();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> with(token, "/api/v1/session").then().statusCode(401));
    }

    @Test
    void deactivation_and_a_lost_role_end_requests_and_sockets() {
        var admin = people.token(people.staff(Role.ADMIN));
        for (var change : List.of(Map.of("active", false), Map.of("roles", List.of("EDITOR")))) {
            var staff = people.staff(Role.AGENT);
            var token = people.token(staff);
            var sockets =
                    SOCKETS.stream().map(it -> TestSocket.open(base, it, token)).toList();

            given().cookie("yiwen_session", admin)
                    .contentType(ContentType.JSON)
                    .body(change)
                    .patch("/api/v1/staff/" + staff.id().value())
                    .then()
                    .statusCode(200);

            with(token, "/api/v1/tickets").then().statusCode(401);
            assertThat(sockets).extracting(TestSocket::closed).containsOnly(ENDED);
        }
    }

    @Test
    void one_sees_ones_own_sessions_and_ends_one_of_them() {
        var staff = people.staff(Role.AGENT);
        var here = people.token(staff);
        var there = people.token(staff);
        var listed = with(here, "/api/v1/sessions");
        listed.then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("session.address", equalTo(List.of("127.0.0.1", "127.0.0.1")));
        var other = listed.jsonPath().getString("find { !it.current }.session.id");

        given().cookie("yiwen_session", here)
                .delete("/api/v1/sessions/" + other)
                .then()
                .statusCode(204);

        with(there, "/api/v1/session").then().statusCode(401);
        with(here, "/api/v1/sessions")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].current", equalTo(true));
    }

    @Test
    void all_others_end_at_once_with_their_sockets_and_the_one_that_asks_stays() {
        var staff = people.staff(Role.AGENT);
        var here = people.token(staff);
        var there = List.of(people.token(staff), people.token(staff));
        var sockets = there.stream()
                .map(it -> TestSocket.open(base, SOCKETS.getFirst(), it))
                .toList();
        try (var kept = TestSocket.open(base, SOCKETS.getFirst(), here)) {
            kept.next("welcome");

            given().cookie("yiwen_session", here)
                    .delete("/api/v1/sessions")
                    .then()
                    .statusCode(200)
                    .body("sessions", equalTo(2));

            there.forEach(it -> with(it, "/api/v1/session").then().statusCode(401));
            assertThat(sockets).extracting(TestSocket::closed).containsOnly(ENDED);
            with(here, "/api/v1/session").then().statusCode(200);
            assertThat(kept.isClosed()).isFalse();
        }
        assertThat(recorded(staff)).isEqualTo("2");
    }

    @Test
    void an_administrator_signs_a_colleague_out_everywhere_and_a_supervisor_cannot() {
        var staff = people.staff(Role.AGENT);
        var tokens = List.of(people.token(staff), people.token(staff));
        var socket = TestSocket.open(base, SOCKETS.getFirst(), tokens.getFirst());
        var path = "/api/v1/staff/" + staff.id().value() + "/sessions";

        given().cookie("yiwen_session", people.token(people.staff(Role.SUPERVISOR)))
                .delete(path)
                .then()
                .statusCode(403);
        with(tokens.getFirst(), "/api/v1/session").then().statusCode(200);
        var admin = people.token(people.staff(Role.ADMIN));
        given().cookie("yiwen_session", admin).delete(path).then().statusCode(204);

        tokens.forEach(it -> with(it, "/api/v1/session").then().statusCode(401));
        assertThat(socket.closed()).isEqualTo(ENDED);
        assertThat(recorded(staff)).isEqualTo("2");
        with(people.token(staff), "/api/v1/session").then().statusCode(200);
        given().cookie("yiwen_session", admin)
                .delete("/api/v1/staff/" + UUID.randomUUID() + "/sessions")
                .then()
                .statusCode(404);
    }

    @Test
    void the_list_of_staff_says_who_last_signed_in_when() {
        var staff = people.staff(Role.AGENT);
        var never = people.staff(Role.AGENT);
        var before = Instant.now().minusSeconds(60);
        people.token(staff);

        var list = with(people.token(people.staff(Role.ADMIN)), "/api/v1/staff").jsonPath();

        assertThat(Instant.parse(list.getString("find { it.login == '%s' }.lastSignInAt".formatted(staff.login()))))
                .isAfter(before);
        assertThat(list.getString("find { it.login == '%s' }.lastSignInAt".formatted(never.login())))
                .isNull();
    }

    @Test
    void nobody_ends_the_session_of_another() {
        var token = people.token(people.staff(Role.AGENT));
        var id = with(token, "/api/v1/sessions").jsonPath().getString("[0].session.id");

        given().cookie("yiwen_session", people.token(people.staff(Role.ADMIN)))
                .delete("/api/v1/sessions/" + id)
                .then()
                .statusCode(404);

        with(token, "/api/v1/session").then().statusCode(200);
    }

    @Test
    void a_foreign_page_signs_nobody_out() {
        var token = people.token(people.staff(Role.AGENT));

        given().cookie("yiwen_session", token)
                .header("Origin", "https://evil.example")
                .delete("/api/v1/session");

        with(token, "/api/v1/session").then().statusCode(200);
    }

    /** How many ended, as the log has it: once. */
    private String recorded(Staff staff) {
        var found = with(
                        people.token(people.staff(Role.ADMIN)),
                        "/api/v1/audit?kind=sessions.ended&subject=staff:"
                                + staff.id().value())
                .jsonPath();
        assertThat(found.getList("entries")).hasSize(1);
        return found.getString("entries[0].details.sessions");
    }

    /** What another instance commits and announces. */
    private void endElsewhere(Staff staff) {
        database.preparedQuery("""
                        with ended as (
                          update staff_session set ended_at = now() where staff_id = $1 returning id
                        )
                        select pg_notify('session', $1::uuid || ' ' || id) from ended
                        """)
                .execute(Tuple.of(staff.id().value()))
                .await()
                .indefinitely();
    }

    /** Of a conversation that exists: the panel of any other closes by itself. */
    private String panel() {
        var customer = people.visitor();
        var id = UUID.randomUUID();
        database.preparedQuery(
                        "insert into conversation (id, customer_id, channel, owner) values ($1, $2, 'WEB', 'bot')")
                .execute(Tuple.of(id, customer.value()))
                .await()
                .indefinitely();
        return "/ws/v1/assist?conversation=" + id;
    }

    private static String pass(String token) {
        return given().cookie("yiwen_session", token)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/assist/token")
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    private static Response with(String token, String path) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }
}
