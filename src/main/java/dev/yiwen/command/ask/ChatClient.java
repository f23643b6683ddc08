package dev.yiwen.command.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One socket that speaks JSON frames. Sending and receiving belong to one thread. */
final class ChatClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final ObjectMapper json;
    private final WebSocket socket;
    private final Incoming incoming;

    private ChatClient(ObjectMapper json, WebSocket socket, Incoming incoming) {
        this.json = json;
        this.socket = socket;
        this.incoming = incoming;
    }

    /** Fails with {@link java.util.concurrent.CompletionException} when nobody answers or the token is refused. */
    static ChatClient connect(HttpClient http, ObjectMapper json, URI address) {
        var incoming = new Incoming(json);
        var socket = http.newWebSocketBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .buildAsync(address, incoming)
                .join();
        return new ChatClient(json, socket, incoming);
    }

    void send(Map<String, ?> frame) {
        try {
            socket.sendText(json.writeValueAsString(frame), true).join();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next frame, or null after {@code patience}. Fails when the connection has ended. */
    @Nullable JsonNode next(Duration patience) throws InterruptedException {
        var received = incoming.frames.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (received == null) {
            return null;
        }
        if (received.frame() == null) {
            throw new CommandFailure("The connection ended: " + received.end());
        }
        return received.frame();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(failure -> socket);
        socket.abort();
    }

    /** A frame, or why there will be none any more. */
    private record Received(@Nullable JsonNode frame, String end) {}

    private static final class Incoming implements WebSocket.Listener {
        private final BlockingQueue<Received> frames = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private final ObjectMapper json;

        Incoming(ObjectMapper json) {
            this.json = json;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(read(partial.toString()));
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            frames.add(new Received(null, "closed with status " + status + " " + reason));
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            frames.add(new Received(null, String.valueOf(error.getMessage())));
        }

        private Received read(String text) {
            try {
                return new Received(json.readTree(text), "");
            } catch (JsonProcessingException e) {
                return new Received(null, "not JSON: " + e.getOriginalMessage());
            }
        }
    }
}
