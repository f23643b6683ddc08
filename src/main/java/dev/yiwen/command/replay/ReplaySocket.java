package dev.yiwen.command.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.ask.CommandFailure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A socket on which JSON objects go one way and come the other, for a client that waits for its answers. */
final class ReplaySocket implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What arrived: a frame, or why no more will come. */
    private sealed interface Arrival {
        record Frame(JsonNode json) implements Arrival {}

        record End(String why) implements Arrival {}
    }

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable WebSocket socket;

    private ReplaySocket() {}

    /** Opens the socket {@code path} of the service at {@code base}, with a bearer token. */
    static ReplaySocket open(HttpClient client, URI base, String path, String token) {
        var line = new ReplaySocket();
        var address = URI.create(base.toString().replaceFirst("^http", "ws").replaceFirst("/+$", "") + path);
        try {
            line.socket = client.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .connectTimeout(PATIENCE)
                    .buildAsync(address, line)
                    .join();
            return line;
        } catch (CompletionException e) {
            throw new CommandFailure(why(base, e.getCause()));
        }
    }

    private static String why(URI base, @Nullable Throwable cause) {
        if (cause instanceof java.net.http.WebSocketHandshakeException refused) {
            var status = refused.getResponse().statusCode();
            return status == 401 || status == 403
                    ? "The service at " + base + " refuses the token (HTTP " + status + ")."
                    : "The service at " + base + " answers HTTP " + status + " instead of opening a socket.";
        }
        return "No service answers at " + base + ". Start it with ./yiwen run, or say where it is: YIWEN_URL.";
    }

    void send(Map<String, ?> frame) {
        var open = socket;
        if (open == null || open.isOutputClosed()) {
            throw new CommandFailure("The service closed the socket.");
        }
        try {
            open.sendText(JSON.writeValueAsString(frame), true).join();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        } catch (CompletionException e) {
            throw new CommandFailure("The connection broke: " + e.getCause());
        }
    }

    /** The next frame. */
    JsonNode receive() throws InterruptedException {
        return switch (arrivals.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            case null -> throw new CommandFailure("The service has not answered for " + PATIENCE.toSeconds() + " s.");
            case Arrival.Frame frame -> frame.json();
            case Arrival.End end -> {
                arrivals.add(end);
                throw new CommandFailure(end.why());
            }
        };
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                arrivals.add(new Arrival.Frame(JSON.readTree(text.toString())));
            } catch (JsonProcessingException e) {
                arrivals.add(new Arrival.End("The service sent what is not JSON: " + e.getOriginalMessage()));
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        arrivals.add(new Arrival.End("The service closed the socket (" + code + " " + reason + ")."));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        arrivals.add(new Arrival.End("The connection broke: " + error));
    }

    @Override
    public void close() {
        var open = socket;
        if (open != null) {
            open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(1, TimeUnit.SECONDS)
                    .exceptionally(e -> {
                        open.abort();
                        return open;
                    });
        }
    }
}
