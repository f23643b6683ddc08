package dev.yiwen.command.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A socket that reads whatever comes. */
final class FrameSocket implements AutoCloseable, WebSocket.Listener {
    private static final String END = "\u0000end";

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;
    private volatile boolean ended;

    private FrameSocket() {}

    /** Fails with a {@link Refused} when the handshake is. */
    static FrameSocket open(HttpClient http, URI base, String path, String token) throws IOException {
        var listener = new FrameSocket();
        var builder = http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        var address = URI.create("ws://" + base.getAuthority() + path);
        try {
            listener.socket = builder.buildAsync(address, listener).join();
            return listener;
        } catch (CompletionException e) {
            throw e.getCause() instanceof WebSocketHandshakeException refused
                    ? new Refused(refused.getResponse().statusCode())
                    : new IOException(e.getCause());
        }
    }

    /** The status of a refused handshake. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;
        private final int status;

        Refused(int status) {
            super("HTTP " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    void send(Map<String, ?> frame) throws JsonProcessingException {
        sendText(Target.JSON.writeValueAsString(frame));
    }

    void sendText(String text) {
        if (socket != null) {
            try {
                socket.sendText(text, true).join();
            } catch (CompletionException e) {
                ended = true;
            }
        }
    }

    /** The next frame for which that holds, or nothing when none comes in time. */
    JsonNode await(Predicate<JsonNode> wanted, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            var text = frames.poll(Math.max(1, (end - System.nanoTime()) / 1_000_000), TimeUnit.MILLISECONDS);
            if (text == null || text.equals(END)) {
                break;
            }
            try {
                var frame = Target.JSON.readTree(text);
                if (wanted.test(frame)) {
                    return frame;
                }
            } catch (JsonProcessingException e) {
                // Not ours to judge here.
            }
        }
        return MissingNode.getInstance();
    }

    boolean endsWithin(Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (!ended && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return ended;
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ended = true;
        frames.add(END);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended = true;
        frames.add(END);
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
