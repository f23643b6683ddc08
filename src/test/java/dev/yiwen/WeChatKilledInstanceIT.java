package dev.yiwen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.command.bench.wechat.KilledInstance;
import dev.yiwen.command.wechat.WechatSimulator;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code bench wechat} does with a thousand customers, with a few: an instance dies and nothing that customers say is lost or doubled. */
class WeChatKilledInstanceIT {
    private static final String PASSWORD = "an instance less in wechat";

    @Test
    @Timeout(600)
    void nothing_that_customers_say_is_lost_or_doubled_by_an_instance_that_is_killed_and_replaced()
            throws IOException, InterruptedException, SQLException {
        // Other accounts each time: an account can be added once.
        try (var wechat = WechatSimulator.running(0, System.nanoTime())) {
            var environment = Map.of(
                    "YIWEN_KNOWLEDGE_STARTER",
                    "none",
                    "YIWEN_WECHAT_KEY",
                    "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                    "YIWEN_WECHAT_API",
                    wechat.url(),
                    "YIWEN_WECHAT_WORK_API",
                    wechat.url());
            var first = CompletableFuture.supplyAsync(() -> RunningYiwen.start(RunningYiwen.freePort(), environment));
            try (var pair =
                    new Pair(RunningYiwen.start(RunningYiwen.freePort(), environment), first.join(), environment)) {

                var figures = new KilledInstance(wechat, pair).run(60, 5, Duration.ofMinutes(5));

                assertThat(figures.sound()).as(figures.toString()).isTrue();
                assertThat(figures.bubbles()).isGreaterThan(60);
            }
        }
    }

    private static final class Pair implements KilledInstance.Pair, AutoCloseable {
        private final RunningYiwen one;
        private final Map<String, String> environment;
        private RunningYiwen other;

        Pair(RunningYiwen one, RunningYiwen other, Map<String, String> environment) {
            this.one = one;
            this.other = other;
            this.environment = environment;
        }

        @Override
        public List<URI> both() {
            return List.of(one.base(), other.base());
        }

        @Override
        public void kill() {
            other.kill();
        }

        @Override
        public void replace() {
            other = RunningYiwen.start(other.port(), environment);
        }

        @Override
        public Connection connect() throws SQLException {
            return Database.connect();
        }

        @Override
        public String token() {
            return given().baseUri(one.base().toString())
                    .contentType("application/json")
                    .body(Map.of("login", Database.staff(PASSWORD, "ADMIN"), "password", PASSWORD))
                    .post("/api/v1/session")
                    .then()
                    .statusCode(200)
                    .extract()
                    .cookie("yiwen_session");
        }

        @Override
        public void close() {
            one.close();
            other.close();
        }
    }
}
