package dev.yiwen.edge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.yiwen.Configured;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers and browsers are told, and what only operators see. */
@QuarkusTest
@TestProfile(Configured.class)
class EdgeTest {

    @Inject
    People people;

    @Test
    void tells_whoever_found_a_weakness_whom_to_write_to() {
        given().get("/.well-known/security.txt")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(org.hamcrest.Matchers.startsWith("Contact: mailto:security@example.com\nExpires: 20"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui/",
                "/q/health-details",
                "/q/health-details/ready",
                "/q/"
            })
    void strangers_and_agents_see_nothing_of_the_inside(String path) {
        given().redirects().follow(false).get(path).then().statusCode(401);
        as(Role.AGENT).redirects().follow(false).get(path).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/openapi", "/q/swagger-ui/", "/q/health-details"})
    void an_administrator_sees_it(String path) {
        as(Role.ADMIN).get(path).then().statusCode(200);
    }

    @Test
    void a_collector_reads_metrics_and_nothing_else() {
        given().header("Authorization", "Bearer " + Configured.COLLECTOR)
                .get("/q/metrics")
                .then()
                .statusCode(200);
        given().header("Authorization", "Bearer " + Configured.COLLECTOR)
                .get("/q/openapi")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer something else")
                .get("/q/metrics")
                .then()
                .statusCode(401);
    }

    @Test
    void a_probe_says_one_word() {
        var body =
                given().get("/q/health/live").then().statusCode(200).extract().asString();

        assertThat(body).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void made_up_methods_and_addresses_make_no_series() throws IOException {
        madeUp("warm");
        var before = series();

        for (var i = 0; i < 40; i++) {
            madeUp("x" + i);
        }

        assertThat(series()).isLessThanOrEqualTo(before + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1;x/staff",
                "/api%2fv1/staff",
                "/api/v1/staff%3Bx",
                "/api/v1/..%5cstaff",
                "/q%2fmetrics",
                "/a%00"
            })
    void an_address_that_reads_two_ways_is_refused(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void the_interface_is_kept_nowhere_and_loads_nothing() {
        given().get("/api/v1/session")
                .then()
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @ParameterizedTest
    @CsvSource({"/chat,(self)", "/,(self)", "/agent,()", "/login,()", "/assist,()"})
    void only_pages_with_the_chat_may_use_the_microphone(String path, String allowed) {
        given().get(path).then().header("Permissions-Policy", containsString("microphone=" + allowed + ","));
    }

    @Test
    void a_page_runs_its_own_scripts_alone() {
        given().get("/agent")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .header("Content-Security-Policy", containsString("object-src 'none'; base-uri 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'self'"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", containsString("camera=()"))
                .header("Referrer-Policy", "same-origin")
                .header("Strict-Transport-Security", equalTo(null));
    }

    @Test
    void nobody_else_than_a_proxy_says_how_a_request_came() {
        var response = given().header("X-Forwarded-Proto", "https").get("/login");

        assertThat(response.getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void the_same_host_over_another_scheme_is_another_origin() {
        as(Role.SUPERVISOR)
                .header("Origin", "https://localhost:" + RestAssured.port)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/tickets")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:yiwen:problem:foreign-origin"))
                .body("detail", containsString("https://localhost:" + RestAssured.port))
                .body("detail", containsString("YIWEN_PUBLIC_URL"));
    }

    @Test
    void nobody_signs_in_from_a_foreign_page() {
        given().header("Origin", "http://elsewhere.example")
                .contentType("application/json")
                .body("{\"login\":\"a\",\"password\":\"b\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:yiwen:problem:foreign-origin"));
    }

    private RequestSpecification as(Role role) {
        return given().cookie("yiwen_session", people.token(people.staff(role)));
    }

    private long series() {
        return given().header("Authorization", "Bearer " + Configured.COLLECTOR)
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .count();
    }

    /** REST Assured knows no such methods. */
    private void madeUp(String name) throws IOException {
        for (var line : new String[] {
            name.toUpperCase(Locale.ROOT) + " /login", "GET /api/v1/" + name, "GET /" + name, "POST /" + name
        }) {
            try (var socket = new Socket("localhost", RestAssured.port)) {
                socket.getOutputStream()
                        .write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readAllBytes();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "*/*",
                "application/json",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8,a/b;v=\"b,3\";q=0.7"
            })
    void whatever_real_clients_accept_is_answered(String accept) {
        given().header("Accept", accept)
                .contentType("application/json; charset=\"utf-8\"")
                .body("{}")
                .post("/api/v1/visitors")
                .then()
                .statusCode(200);
    }

    @Test
    void plain_text_is_no_json_though_a_record_could_be_made_of_it() {
        given().contentType("text/plain")
                .body("a token")
                .post("/api/v1/assist/token")
                .then()
                .statusCode(415)
                .body("type", equalTo("urn:yiwen:problem:unsupported-media-type"));
    }
}
