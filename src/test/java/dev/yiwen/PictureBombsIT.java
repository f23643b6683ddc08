package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.file.picture.Bombs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a small heap, customers send pictures that need gigabytes of whoever reads them; the service goes on. */
class PictureBombsIT {
    private static final int CUSTOMERS = 6;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private record Customer(TestSocket socket, String token, String conversation) {}

    @Test
    @Timeout(600)
    void many_customers_with_bombs_do_not_end_it() throws Exception {
        var bombs = List.of(
                Bombs.pngOfNotes(),
                Bombs.jpegOfSegments(),
                Bombs.gifOfComments(),
                Bombs.webpOfChunks(),
                Bombs.pngOfSize(29_000, 29_000),
                Bombs.pngOfDots(7_000, 7_000));
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var port = RunningYiwen.freePort();
        try (var yiwen = RunningYiwen.start(
                        port, Map.of("YIWEN_KNOWLEDGE_STARTER", "false"), "-Xmx512m", "-XX:+ExitOnOutOfMemoryError");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CUSTOMERS; i++) {
                var customer = waiting(yiwen.base());
                // All at once, as an attacker would; a page sends them one after the other.
                for (var bomb : bombs) {
                    threads.submit(() -> {
                        statuses.add(send(yiwen.base(), customer, bomb));
                        return null;
                    });
                }
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(240, java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();

            // Whether some had to wait too long is the machine's matter.
            assertThat(statuses).hasSize(CUSTOMERS * bombs.size()).isSubsetOf(200, 413, 429, 503);
            assertThat(statuses).as("harmless without their notes").contains(200);
            assertThat(statuses).as("beyond the limits").contains(413);
            var health = CLIENT.send(
                    HttpRequest.newBuilder(yiwen.base().resolve("/q/health/ready"))
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(health.statusCode()).isEqualTo(200);
            waiting(yiwen.base()).socket().close();
        }
        assertThat(Files.readString(Path.of("target", "running", port + ".log")))
                .doesNotContain("OutOfMemoryError");
    }

    /** A customer who asked for a person: files go to people. */
    private static Customer waiting(URI base) {
        var token = VisitorClient.visitorToken(base);
        var socket = TestSocket.open(base, "/ws/v1/chat?token=" + token, null);
        socket.send(Map.of("type", "hello", "afterSeq", 0));
        var conversation =
                socket.next("welcome").path("conversation").path("id").asText();
        socket.send(Map.of("type", "send", "clientMessageId", "person", "text", "转人工"));
        while (!socket.next("owner").path("owner").path("kind").asText().equals("queue")) {
            // Still the bot's.
        }
        return new Customer(socket, token, conversation);
    }

    private static int send(URI base, Customer customer, byte[] picture) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve("/api/v1/chat/" + customer.conversation()
                        + "/files?name=a.png&clientMessageId=" + UUID.randomUUID()))
                .header("Authorization", "Bearer " + customer.token())
                .header("Content-Type", "application/octet-stream")
                .timeout(Duration.ofSeconds(200))
                .POST(HttpRequest.BodyPublishers.ofByteArray(picture))
                .build();
        var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 200) {
            preview(
                    base,
                    customer,
                    new ObjectMapper()
                            .readTree(response.body())
                            .at("/body/file/id")
                            .asText());
        }
        return response.statusCode();
    }

    private static void preview(URI base, Customer customer, String file) throws IOException, InterruptedException {
        CLIENT.send(
                HttpRequest.newBuilder(base.resolve(
                                "/api/v1/chat/" + customer.conversation() + "/files/" + file + "?size=preview"))
                        .header("Authorization", "Bearer " + customer.token())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
