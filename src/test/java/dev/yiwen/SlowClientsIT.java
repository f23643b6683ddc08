package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands who never finish what they say. */
class SlowClientsIT {
    private static final int MANY = 2_000;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    @Timeout(600)
    void half_open_requests_end_within_seconds_and_others_are_served_meanwhile()
            throws IOException, InterruptedException {
        try (var yiwen = RunningYiwen.start()) {
            var slow = open(yiwen, MANY, "GET /login HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            await().atMost(Duration.ofSeconds(100))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        assertThat(status(yiwen.base().resolve("/login"))).isEqualTo(200);
                        slow.removeIf(it -> !isOpenAfterOneMoreByte(it));
                        return slow.isEmpty();
                    });
        }
    }

    @Test
    @Timeout(600)
    void a_body_that_comes_byte_by_byte_ends_and_a_quiet_socket_does_not() throws IOException, InterruptedException {
        try (var yiwen = RunningYiwen.start()) {
            var quiet = quietSocket(yiwen);
            var slow = open(
                    yiwen,
                    50,
                    "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{");

            await().atMost(Duration.ofSeconds(100))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        slow.removeIf(it -> !isOpenAfterOneMoreByte(it));
                        return slow.isEmpty();
                    });

            assertThat(quiet.isInputClosed()).isFalse();
            quiet.abort();
        }
    }

    @Test
    @Timeout(600)
    void an_address_opens_no_more_than_its_share() throws IOException, InterruptedException {
        var port = RunningYiwen.freePort();
        try (var yiwen = RunningYiwen.start(
                port,
                Map.of(
                        "YIWEN_KNOWLEDGE_STARTER", "false",
                        "YIWEN_EDGE_CONNECTIONS_PER_ADDRESS", "100",
                        "YIWEN_EDGE_CONNECTIONS_UNCOUNTED", "192.0.2.1",
                        "YIWEN_EDGE_CONNECTIONS_HEAD", "60s"))) {
            var all = open(yiwen, 300, "GET / HTTP/1.1\r\n");

            await().atMost(Duration.ofSeconds(30)).until(() -> {
                all.removeIf(it -> !isOpenAfterOneMoreByte(it));
                return all.size() <= 100;
            });

            assertThat(all).hasSizeGreaterThan(50);
        }
    }

    private static List<SocketChannel> open(RunningYiwen yiwen, int count, String beginning) throws IOException {
        var all = new ArrayList<SocketChannel>();
        for (var i = 0; i < count; i++) {
            var socket = SocketChannel.open(new InetSocketAddress("127.0.0.1", yiwen.port()));
            all.add(socket);
            try {
                socket.write(ByteBuffer.wrap(beginning.getBytes(StandardCharsets.US_ASCII)));
            } catch (IOException closed) {
                // Seen below.
            }
            socket.configureBlocking(false);
        }
        return all;
    }

    private static boolean isOpenAfterOneMoreByte(SocketChannel socket) {
        try {
            socket.write(ByteBuffer.wrap(new byte[] {'a'}));
            if (socket.read(ByteBuffer.allocate(64)) >= 0) {
                return true;
            }
            socket.close();
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static int status(URI address) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** A visitor's chat in which nobody says anything; pings go on below. */
    private static WebSocket quietSocket(RunningYiwen yiwen) throws IOException, InterruptedException {
        var visitor = HttpRequest.newBuilder(yiwen.base().resolve("/api/v1/visitors"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        var token = CLIENT.send(visitor, HttpResponse.BodyHandlers.ofString())
                .body()
                .replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
        return CLIENT.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + yiwen.port() + "/ws/v1/chat?token=" + token),
                        new WebSocket.Listener() {})
                .join();
    }
}
