package dev.yiwen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A socket of JSON frames, for tests that wait for what comes. */
public final class TestSocket implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private WebSocket socket;

    private TestSocket() {}

    /** Fails with the WebSocketHandshakeException of a refused upgrade as its cause. */
    public static TestSocket open(URI base, String path, String bearer) {
        return open(CLIENT, base, path, bearer == null ? Map.of() : Map.of("Authorization", "Bearer " + bearer));
    }

    /** Over that client, and over TLS where the address says so. */
    static TestSocket open(HttpClient client, URI base, String path, Map<String, String> headers) {
        var it = new TestSocket();
        var builder = client.newWebSocketBuilder();
        headers.forEach(builder::header);
        var scheme = base.getScheme().equals("https") ? "wss://" : "ws://";
        it.socket = builder.buildAsync(URI.create(scheme + base.getAuthority() + path), it)
                .join();
        return it;
    }

    public void send(Map<String, ?> frame) {
        try {
            sendText(JSON.writeValueAsString(frame));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One at a time, whoever sends: a heart may beat beside the test. */
    public synchronized void sendText(String frame) {
        socket.sendText(frame, true).join();
    }

    public void sendBinary(byte[] frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
    }

    /** The next frame; fails when none comes in good time even on a slow machine. */
    public JsonNode next() {
        return within(Duration.ofSeconds(30));
    }

    /** The next frame of a type; others before it are passed over. */
    public JsonNode next(String type) {
        while (true) {
            var frame = next();
            if (frame.path("type").asText().equals(type)) {
                return frame;
            }
        }
    }

    /** Whether nothing comes for that long. */
    public boolean staysSilentFor(Duration time) {
        return poll(time).isEmpty();
    }

    /** The next frame if one comes in that time. */
    public Optional<JsonNode> poll(Duration time) {
        try {
            return Optional.ofNullable(frames.poll(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Code and reason with which the server closes it, as in {@code 1008 session-ended}. */
    public String closed() {
        return closed.orTimeout(30, TimeUnit.SECONDS).join();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    private JsonNode within(Duration time) {
        return poll(time).orElseThrow(() -> new AssertionError("No frame within " + time));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                frames.add(JSON.readTree(text.toString()));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code + " " + reason);
        return null;
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }
}
