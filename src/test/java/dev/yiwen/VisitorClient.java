package dev.yiwen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A customer who keeps writing over the public protocol, whatever happens to the server: comes back, resumes after the
 * last message, and sends again what was not acknowledged.
 */
final class VisitorClient implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final String LOST = "lost";
    private static final int IN_FLIGHT = 3;
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(1);

    private volatile URI base;
    private final String token;
    private final int messages;
    private final IntFunction<String> words;
    private final Map<String, String> unacknowledged = new LinkedHashMap<>();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final List<Long> received = new CopyOnWriteArrayList<>();
    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private final Set<String> later = new LinkedHashSet<>();
    private long refusedAt;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile String conversation = "";
    private volatile boolean done;
    private int written;

    VisitorClient(URI base, String token, int messages, IntFunction<String> words) {
        this.base = base;
        this.token = token;
        this.messages = messages;
        this.words = words;
    }

    static String visitorToken(URI base) {
        var request = HttpRequest.newBuilder(base.resolve("/api/v1/visitors"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(response.body()).path("token").asText();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    String conversation() {
        return conversation;
    }

    /** The number that each acknowledged message got. */
    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    /** Numbers of the messages as they came, over all connections. */
    List<Long> received() {
        return received;
    }

    /** What came, in order. */
    List<JsonNode> bodies() {
        return bodies;
    }

    int connections() {
        return connections.get();
    }

    /** Goes to another instance when the connection is lost, as a load balancer would send it. */
    void moveTo(URI other) {
        base = other;
    }

    void stop() {
        done = true;
    }

    @Override
    public void run() {
        while (!done) {
            try {
                talk();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The server is away; its ports come back.
                sleep();
            }
        }
    }

    private void talk() throws InterruptedException {
        var frames = new LinkedBlockingQueue<JsonNode>();
        var socket = CLIENT.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .buildAsync(
                        URI.create("ws://" + base.getAuthority() + "/ws/v1/chat?token=" + token), new Frames(frames))
                .join();
        connections.incrementAndGet();
        try {
            send(socket, Map.of("type", "hello", "afterSeq", received.isEmpty() ? 0 : received.getLast()));
            while (!done) {
                var frame = frames.poll(50, TimeUnit.MILLISECONDS);
                if (frame == null) {
                    sendRefused(socket);
                    write(socket);
                } else if (frame.path("type").asText().equals(LOST)) {
                    sleep();
                    return;
                } else {
                    handle(socket, frame);
                }
            }
        } finally {
            socket.abort();
        }
    }

    private void handle(WebSocket socket, JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "welcome" -> {
                conversation = frame.path("conversation").path("id").asText();
                unacknowledged.forEach((id, text) -> sendMessage(socket, id, text));
            }
            case "ack" -> {
                var id = frame.path("clientMessageId").asText();
                acknowledged.put(id, frame.path("seq").asLong());
                unacknowledged.remove(id);
            }
            case "message" -> {
                received.add(frame.path("message").path("seq").asLong());
                bodies.add(frame.path("message").path("body"));
            }
            case "error" ->
                refused(
                        frame.path("code").asText(),
                        frame.path("clientMessageId").asText());
            default -> {
                // Hints.
            }
        }
    }

    /** What was too much at once is sent again after a second, as pages do. */
    private void refused(String code, String id) {
        if (code.equals("overloaded") || code.equals("too-fast")) {
            later.add(id);
            refusedAt = System.nanoTime();
        }
    }

    private void sendRefused(WebSocket socket) {
        if (later.isEmpty() || System.nanoTime() - refusedAt < AFTER_REFUSAL.toNanos()) {
            return;
        }
        var again = List.copyOf(later);
        later.clear();
        again.forEach(id -> {
            var text = unacknowledged.get(id);
            if (text != null) {
                sendMessage(socket, id, text);
            }
        });
    }

    private void write(WebSocket socket) {
        if (!conversation.isEmpty() && written < messages && unacknowledged.size() < IN_FLIGHT) {
            var id = UUID.randomUUID().toString();
            var text = words.apply(++written);
            unacknowledged.put(id, text);
            sendMessage(socket, id, text);
        }
    }

    private static void sendMessage(WebSocket socket, String id, String text) {
        send(socket, Map.of("type", "send", "clientMessageId", id, "text", text));
    }

    private static void send(WebSocket socket, Map<String, ?> frame) {
        try {
            socket.sendText(JSON.writeValueAsString(frame), true).join();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Frames(BlockingQueue<JsonNode> frames, StringBuilder text) implements WebSocket.Listener {
        Frames(BlockingQueue<JsonNode> frames) {
            this(frames, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    frames.add(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            frames.add(JSON.createObjectNode().put("type", LOST));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            frames.add(JSON.createObjectNode().put("type", LOST));
        }
    }

    /** The numbers 1 to {@code last}: what everybody must have received, in this order. */
    static List<Long> upTo(long last) {
        var all = new ArrayList<Long>();
        for (var seq = 1L; seq <= last; seq++) {
            all.add(seq);
        }
        return all;
    }
}
