package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing acknowledged is ever lost, doubled or reordered, whatever happens to the server. */
class DeliveryIT {
    private static final int CLIENTS = 200;
    private static final int MESSAGES = 10;
    private static final Map<String, String> ENVIRONMENT = Map.of("YIWEN_KNOWLEDGE_STARTER", "false");

    @Test
    @Timeout(600)
    void keeps_every_acknowledged_message_once_and_in_order_when_the_server_is_killed_while_200_clients_write() {
        var port = RunningYiwen.freePort();
        try (var first = RunningYiwen.start(port, ENVIRONMENT);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var chatters = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> new VisitorClient(
                            first.base(),
                            VisitorClient.visitorToken(first.base()),
                            MESSAGES,
                            number -> "第" + number + "个问题"))
                    .toList();
            int acknowledgedAtTheKill;
            try {
                chatters.forEach(threads::submit);
                await(90).until(() -> acknowledged(chatters) > CLIENTS * MESSAGES / 4);
                first.kill();
                acknowledgedAtTheKill = acknowledged(chatters);
                try (var second = RunningYiwen.start(port, ENVIRONMENT)) {
                    await(90).until(() -> acknowledged(chatters) == CLIENTS * MESSAGES);
                    await(60)
                            .untilAsserted(() -> assertThat(chatters)
                                    .allSatisfy(visitor -> assertThat(visitor.received())
                                            .isEqualTo(List.copyOf(Database.messages(visitor.conversation())
                                                    .keySet()))));
                }
            } finally {
                chatters.forEach(VisitorClient::stop);
            }

            assertThat(acknowledgedAtTheKill).isLessThan(CLIENTS * MESSAGES);
            assertThat(chatters).allSatisfy(DeliveryIT::hasLostAndDoubledNothing);
            assertThat(chatters)
                    .allSatisfy(visitor -> assertThat(visitor.connections()).isGreaterThan(1));
        }
    }

    private static void hasLostAndDoubledNothing(VisitorClient visitor) {
        var stored = Database.messages(visitor.conversation());
        var bySender = new HashMap<String, Long>();
        stored.forEach((seq, sender) -> {
            if (!sender.isEmpty()) {
                assertThat(bySender.put(sender, seq)).as("a second %s", sender).isNull();
            }
        });
        assertThat(stored.keySet()).containsExactlyElementsOf(VisitorClient.upTo(stored.size()));
        assertThat(visitor.received()).isEqualTo(VisitorClient.upTo(stored.size()));
        assertThat(bySender).containsExactlyInAnyOrderEntriesOf(visitor.acknowledged());
    }

    private static int acknowledged(List<VisitorClient> chatters) {
        return chatters.stream()
                .mapToInt(visitor -> visitor.acknowledged().size())
                .sum();
    }

    private static org.awaitility.core.ConditionFactory await(int seconds) {
        return Awaitility.await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(200));
    }
}
