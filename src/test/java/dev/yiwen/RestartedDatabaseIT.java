package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RestartedDatabaseIT {
    private static final int CUSTOMERS = 12;

    @Test
    @Timeout(600)
    void customers_wait_on_and_agents_work_on_when_the_database_was_restarted() throws Exception {
        try (var cluster = OwnCluster.start();
                var yiwen = RunningYiwen.start(RunningYiwen.freePort(), cluster.environment())) {
            var centre = new CallCentre(cluster::connect);
            var agents = Stream.of("AGENT", "AGENT")
                    .map(it -> centre.signIn(yiwen.base(), it))
                    .toList();
            var customers = IntStream.range(0, CUSTOMERS)
                    .mapToObj(i -> centre.waiting(yiwen.base()))
                    .toList();
            var ids = customers.stream().map(CallCentre.Customer::conversation).toList();
            var seat = centre.seat(yiwen.base(), agents.getFirst());
            var before = seat.next("offer").path("conversationId").asText();
            seat.send(Map.of("type", "accept", "conversationId", before));
            CallCentre.await(30)
                    .until(() -> centre.mine(yiwen.base(), agents.getFirst()).contains(before));

            cluster.stop();
            seat.send(Map.of("type", "send", "conversationId", before, "clientMessageId", "lost", "text", "请稍等"));
            assertThat(seat.next("error").path("clientMessageId").asText()).isEqualTo("lost");
            cluster.startAgain();

            // The same sockets go on: nobody has to come back or to ask again.
            CallCentre.await(60).untilAsserted(() -> {
                seat.send(Map.of("type", "send", "conversationId", before, "clientMessageId", "lost", "text", "请稍等"));
                assertThat(seat.next("ack").path("clientMessageId").asText()).isEqualTo("lost");
            });
            centre.serve(yiwen.base(), agents, ids);
            customers.forEach(it -> CallCentre.ownedBy(it.socket(), "nobody"));
            assertThat(centre.agentsOf(ids).values()).hasSize(CUSTOMERS).allMatch(it -> it == 1);
            centre.isSound(yiwen.base(), ids);
        }
    }
}
