package dev.yiwen.channel.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.yiwen.TestSocket;
import dev.yiwen.WithLimits;
import dev.yiwen.browser.Browser;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Puzzle;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One address that brings more visitors, and more sockets, than it may. */
@QuarkusTest
@TestProfile(WithLimits.class)
class CrowdedAddressTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI here;

    @Inject
    People people;

    @Inject
    Pool database;

    @BeforeEach
    void nobody_came_yet() {
        database.query("delete from rate_limit").execute().await().indefinitely();
    }

    @Test
    void beyond_a_few_visitors_each_costs_a_little_work() {
        threeCome();

        var asked = arrive(Map.of())
                .statusCode(428)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:yiwen:problem:proof-required"))
                .body("bits", greaterThan(10));

        arrive(proof(asked)).statusCode(200);
    }

    @Test
    void a_solution_counts_once() {
        threeCome();
        var proof = proof(arrive(Map.of()));
        arrive(proof).statusCode(200);

        arrive(proof).statusCode(400);
    }

    @Test
    void a_wrong_solution_lets_nobody_in() {
        arrive(Map.of("proof", Map.of("puzzle", "made.1.1.up", "number", 1))).statusCode(400);
    }

    @Test
    void even_with_work_there_is_a_most() {
        threeCome();
        for (int i = 0; i < 2; i++) {
            arrive(proof(arrive(Map.of()))).statusCode(200);
        }

        var refused = arrive(proof(arrive(Map.of()))).statusCode(429);

        assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(1, 3600);
    }

    @Test
    void the_chat_page_does_the_work_by_itself() {
        threeCome();
        var page = browser.person(Screen.PHONE);

        page.navigate("/chat");

        assertThat(page.locator("yiwen-chat textarea, yiwen-chat input").first())
                .isEditable();
        page.waitForFunction("() => Object.keys(localStorage).some(it => it.startsWith('yiwen.visitor'))");
    }

    @Test
    void a_customer_has_few_sockets_at_once() throws Exception {
        var token = people.token(people.visitor());
        try (var first = chat(token);
                var second = chat(token)) {
            try (var third = chat(token)) {
                assertThat(third.next().get("code").asText()).isEqualTo("too-many-sockets");
            }
            second.send(Map.of("type", "hello", "afterSeq", 0));
            assertThat(second.next().get("type").asText()).isEqualTo("welcome");
            first.send(Map.of("type", "hello", "afterSeq", 0));
            assertThat(first.next().get("type").asText()).isEqualTo("welcome");
        }
    }

    @Test
    void an_address_has_few_sockets_at_once() throws Exception {
        try (var first = chat(people.token(people.visitor()));
                var second = chat(people.token(people.visitor()));
                var third = chat(people.token(people.visitor()))) {
            for (var open : List.of(first, second, third)) {
                open.send(Map.of("type", "hello", "afterSeq", 0));
                assertThat(open.next().get("type").asText()).isEqualTo("welcome");
            }
            try (var fourth = chat(people.token(people.visitor()))) {
                assertThat(fourth.next().get("code").asText()).isEqualTo("too-many-sockets");
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            try (var later = chat(people.token(people.visitor()))) {
                later.send(Map.of("type", "hello", "afterSeq", 0));
                return later.next().get("type").asText().equals("welcome");
            }
        });
    }

    private TestSocket chat(String token) {
        return TestSocket.open(here, "/ws/v1/chat?token=" + token, null);
    }

    private void threeCome() {
        for (int i = 0; i < 3; i++) {
            arrive(Map.of()).statusCode(200);
        }
    }

    private static Map<String, Object> proof(ValidatableResponse asked) {
        String puzzle = asked.extract().path("puzzle");
        int bits = asked.extract().path("bits");
        return Map.of("proof", Map.of("puzzle", puzzle, "number", Puzzle.solve(puzzle, bits)));
    }

    private static ValidatableResponse arrive(Map<String, Object> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/visitors")
                .then();
    }
}
