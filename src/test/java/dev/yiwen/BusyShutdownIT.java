package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the bot is busy with, the service ends when it is told to, and what it owes is answered after its return. */
class BusyShutdownIT {
    private static final int CUSTOMERS = 12;
    private static final int LETTERS = 6;
    private static final Map<String, String> ENVIRONMENT = Map.of("YIWEN_KNOWLEDGE_STARTER", "false");
    private static final List<String> HARD = List.of("xian".repeat(40) + "q", "要问".repeat(900), "怎么办".repeat(600));

    @Test
    @Timeout(600)
    void a_busy_service_ends_within_seconds_and_nothing_that_was_asked_stays_open() {
        var port = RunningYiwen.freePort();
        try (var first = RunningYiwen.start(port, ENVIRONMENT);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var customers = IntStream.range(0, CUSTOMERS)
                    .mapToObj(i -> new VisitorClient(
                            first.base(),
                            VisitorClient.visitorToken(first.base()),
                            LETTERS,
                            number -> HARD.get(number % HARD.size())))
                    .toList();
            try {
                customers.forEach(threads::submit);
                await().until(() -> acknowledged(customers) > 0);

                assertThat(first.endsWithin(Duration.ofSeconds(15))).isTrue();

                try (var second = RunningYiwen.start(port, ENVIRONMENT)) {
                    await().until(() -> acknowledged(customers) == CUSTOMERS * LETTERS);
                    await().untilAsserted(() -> assertThat(customers)
                            .allSatisfy(it -> assertThat(Database.openTurns(it.conversation()))
                                    .isZero()));
                }
            } finally {
                customers.forEach(VisitorClient::stop);
            }
        }
    }

    private static int acknowledged(List<VisitorClient> customers) {
        return customers.stream().mapToInt(it -> it.acknowledged().size()).sum();
    }

    private static org.awaitility.core.ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
    }
}
