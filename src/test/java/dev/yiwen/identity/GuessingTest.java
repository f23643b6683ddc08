package dev.yiwen.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Page;
import dev.yiwen.WithLimits;
import dev.yiwen.browser.Browser;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.password.Guesses;
import dev.yiwen.identity.password.PasswordCheck;
import dev.yiwen.identity.password.Passwords;
import dev.yiwen.identity.password.Passwords.Asking;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Guessing passwords, with the limits that an installation has. */
@QuarkusTest
@TestProfile(WithLimits.class)
class GuessingTest {

    private static final ClientAddress ATTACKER = ClientAddress.of("203.0.113.66");
    private static final ClientAddress OFFICE = ClientAddress.of("198.51.100.5");

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    Guesses guesses;

    @Inject
    PasswordCheck check;

    @Inject
    Passwords passwords;

    @Inject
    People people;

    @Inject
    Pool database;

    @BeforeEach
    void nobody_guessed_yet() {
        run("delete from sign_in_pace");
        run("delete from sign_in_place");
        run("delete from rate_limit");
    }

    @Test
    void an_address_waits_twice_as_long_after_each_miss() {
        for (int miss = 1; miss <= 6; miss++) {
            assertThat(guess("admin", ATTACKER)).isEmpty();
        }
        assertThat(guess("admin", ATTACKER).orElseThrow()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));

        for (int doubled = 1; doubled <= 12; doubled++) {
            waitUntilNext();
            assertThat(guess("other" + doubled, ATTACKER)).isEmpty();
            assertThat(guess("admin", ATTACKER).orElseThrow())
                    .isBetween(Duration.ofSeconds(1L << doubled).minusSeconds(2), Duration.ofSeconds(1L << doubled));
        }
    }

    @Test
    void guesses_that_run_at_once_do_not_slip_past() {
        var all = Uni.join()
                .all(Stream.generate(() -> guesses.begin("admin", ATTACKER)
                                .replaceWith(true)
                                .onFailure(Problem.class)
                                .recoverWithItem(false))
                        .limit(40)
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(all).filteredOn(admitted -> admitted).hasSize(6);
    }

    @Test
    void an_attack_from_everywhere_keeps_nobody_out() {
        var admin = people.staff(Role.ADMIN);
        right(admin, OFFICE);
        for (int i = 0; i < 300; i++) {
            guess(admin.login(), ClientAddress.of("203.0." + i / 200 + "." + i % 200));
        }

        right(admin, OFFICE);
        right(admin, ClientAddress.of("192.0.2.77"));
    }

    @Test
    void an_attack_from_everywhere_is_slow_from_each() {
        for (int i = 0; i < 320; i++) {
            guess("admin", ClientAddress.of("203.0." + i / 200 + "." + i % 200));
        }

        var fresh = ClientAddress.of("192.0.2.77");
        assertThat(guess("admin", fresh)).isEmpty();
        assertThat(guess("admin", fresh)).isPresent();
        assertThat(guess("another", ClientAddress.of("192.0.2.78"))).isEmpty();
        assertThat(guess("another", ClientAddress.of("192.0.2.78"))).isEmpty();
    }

    @Test
    void signing_in_oneself_between_guesses_makes_them_no_faster() {
        var own = people.staff(Role.AGENT);
        for (int miss = 1; miss <= 6; miss++) {
            guess("admin", ATTACKER);
        }
        waitUntilNext();
        right(own, ATTACKER);
        assertThat(guess("admin", ATTACKER)).isEmpty();

        assertThat(guess("admin", ATTACKER).orElseThrow()).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void where_somebody_signed_in_before_others_misses_do_not_count() {
        var staff = people.staff(Role.AGENT);
        right(staff, OFFICE);
        for (int miss = 1; miss <= 20; miss++) {
            guess("colleague", OFFICE);
        }
        assertThat(guess("colleague", OFFICE)).isPresent();

        right(staff, OFFICE);

        for (int miss = 1; miss <= 6; miss++) {
            assertThat(guess(staff.login(), OFFICE)).isEmpty();
        }
        assertThat(guess(staff.login(), OFFICE)).isPresent();
    }

    @Test
    void one_with_thousands_of_ipv6_networks_is_one() {
        int admitted = 0;
        for (int network = 0; network < 120; network++) {
            admitted += guess("admin", ClientAddress.of("2001:db8:5:" + Integer.toHexString(network) + "::1"))
                            .isEmpty()
                    ? 1
                    : 0;
        }

        assertThat(admitted).isLessThan(90);
        assertThat(guess("admin", ClientAddress.of("2001:db8:6:1::1"))).isEmpty();
    }

    @Test
    void misses_are_forgotten_one_by_one() {
        for (int miss = 1; miss <= 7; miss++) {
            guess("admin", ATTACKER);
        }
        assertThat(guess("admin", ATTACKER)).isPresent();
        run("update sign_in_pace set at = at - interval '3 hours', next_at = next_at - interval '3 hours'");

        for (int miss = 1; miss <= 3; miss++) {
            assertThat(guess("admin", ATTACKER)).as("miss " + miss).isEmpty();
        }
        assertThat(guess("admin", ATTACKER)).isPresent();
    }

    @Test
    void strangers_who_flood_the_hashing_leave_room_for_the_known() throws Exception {
        var gate = new CountDownLatch(1);
        var strangers = new ArrayList<CompletableFuture<Boolean>>();
        try {
            for (int i = 0; i < 60; i++) {
                strangers.add(
                        passwords.onWorker(Asking.STRANGER, () -> pass(gate)).subscribeAsCompletionStage());
            }

            assertThat(strangers)
                    .filteredOn(CompletableFuture::isCompletedExceptionally)
                    .hasSizeGreaterThan(20);
            var refused = strangers.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .findFirst()
                    .orElseThrow();
            assertThat(refused.exceptionNow()).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.kind()).isEqualTo(Problem.Kind.OVERLOADED);
                assertThat(problem.retryAfter()).isPresent();
            });
            var known = passwords.onWorker(Asking.KNOWN, () -> pass(gate)).subscribeAsCompletionStage();
            assertThat(known.isCompletedExceptionally()).isFalse();
            gate.countDown();
            assertThat(known.get()).isTrue();
        } finally {
            gate.countDown();
        }
    }

    @Test
    void the_answer_says_how_long_to_wait_and_the_log_who_guessed() {
        var staff = people.staff(Role.AGENT);
        for (int miss = 1; miss <= 7; miss++) {
            signIn(staff.login(), "wrong").statusCode(401);
            if (miss == 6) {
                waitUntilNext();
            }
        }

        var refused = signIn(staff.login(), People.PASSWORD)
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:yiwen:problem:too-many-requests"));

        assertThat(Integer.parseInt(refused.extract().header("Retry-After"))).isBetween(1, 2);
        assertThat(events("sign-in.failed", "staff:" + staff.id().value())).isEqualTo(7);
        assertThat(events("sign-in.slowed", "login")).isPositive();
    }

    @Test
    void the_page_says_how_long_and_comes_back_by_itself() {
        var staff = people.staff(Role.EDITOR);
        for (var screen : List.of(Screen.DESKTOP, Screen.PHONE)) {
            nobody_guessed_yet();
            var page = browser.person(screen);
            page.navigate("/login");
            // By the page itself: a browser may come over IPv6, from another address than this test.
            for (int miss = 1; miss <= 9; miss++) {
                waitUntilNext();
                page.waitForResponse("**/api/v1/session", () -> enter(page, staff.login(), "wrong"));
            }
            assertThat(page.locator(".problem")).containsText("账号或密码不对");

            enter(page, staff.login(), People.PASSWORD);

            assertThat(page.locator(".problem")).containsText("秒后再试");
            assertThat(page.locator("form button")).isDisabled();
            browser.picture(page, "login-wait-" + screen.name().toLowerCase(java.util.Locale.ROOT));
            assertThat(page.locator("form button")).isEnabled();
            assertThat(page.locator(".problem")).hasCount(0);
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("/login"));
        }
    }

    @Test
    void the_page_tells_a_weak_password_from_a_strong_one() {
        var staff = people.newcomer(Role.EDITOR);
        for (var screen : List.of(Screen.DESKTOP, Screen.PHONE)) {
            var page = browser.person(screen);
            page.navigate("/login");
            enter(page, staff.login(), People.PASSWORD);
            page.locator("input[name=next]").fill("Woaini1314520");
            assertThat(page.locator(".strength")).containsText("密码强度：");
            assertThat(page.locator(".strength .hint").first()).isVisible();
            browser.picture(page, "password-weak-" + screen.name().toLowerCase(java.util.Locale.ROOT));
            page.locator("input[name=repeated]").fill("Woaini1314520");
            assertThat(page.locator("form button")).isDisabled();

            page.locator("input[name=next]").fill("青石板路 teapot 37 窗外");
            page.locator("input[name=repeated]").fill("青石板路 teapot 37 窗外");

            assertThat(page.locator(".strength")).containsText("强");
            assertThat(page.locator("form button")).isEnabled();
            browser.picture(page, "password-strong-" + screen.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static void enter(Page page, String login, String password) {
        page.locator("input[name=login]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.keyboard().press("Enter");
    }

    /** Empty when it may be checked, else how long to wait. It is always wrong. */
    private Optional<Duration> guess(String login, ClientAddress from) {
        return guesses.begin(login, from)
                .map(attempt -> Optional.<Duration>empty())
                .onFailure(Problem.class)
                .recoverWithItem(refused -> ((Problem) refused).retryAfter())
                .await()
                .indefinitely();
    }

    private void right(Staff staff, ClientAddress from) {
        assertThat(check.check(staff.login(), People.PASSWORD, from)
                        .await()
                        .indefinitely()
                        .staff()
                        .id())
                .isEqualTo(staff.id());
    }

    private static ValidatableResponse signIn(String login, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("login", login, "password", password))
                .post("/api/v1/session")
                .then();
    }

    private void waitUntilNext() {
        run("update sign_in_pace set next_at = now() where next_at > now()");
    }

    private int events(String kind, String subject) {
        return database.preparedQuery("select count(*)::int as n from audit_event where kind = $1 and subject = $2")
                .execute(Tuple.of(kind, subject))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger("n");
    }

    private void run(String sql) {
        database.query(sql).execute().await().indefinitely();
    }

    private static boolean pass(CountDownLatch gate) {
        try {
            gate.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
