package dev.yiwen.command.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One visitor's chat, for a thread that waits for each answer. */
final class Chat implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The visitor was not served. */
    static final class Unserved extends Exception {
        Unserved(String message) {
            super(message);
        }
    }

    /** What all visitors share: the address and the connections to it. */
    record Site(URI base, HttpClient http, WebSocketClient sockets) {

        private RequestOptions visitors() {
            return new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setHost(base.getHost())
                    .setPort(base.getPort())
                    .setURI("/api/v1/visitors");
        }

        private WebSocketConnectOptions chat(String token) {
            return new WebSocketConnectOptions()
                    .setHost(base.getHost())
                    .setPort(base.getPort())
                    .setURI("/ws/v1/chat?token=" + token);
        }
    }

    private final WebSocket socket;
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();

    private Chat(WebSocket socket) {
        this.socket = socket;
    }

    /** A new visitor opens the chat and is welcomed. */
    static Chat open(Site site) throws Unserved, InterruptedException {
        var token = await(site.http()
                .request(site.visitors())
                .compose(request -> request.putHeader("Content-Length", "0").send())
                .compose(response -> response.statusCode() / 100 == 2
                        ? response.body()
                        : io.vertx.core.Future.failedFuture("HTTP " + response.statusCode() + " to a new visitor"))
                .map(body -> parse(body.toString()).path("token").asText())
                .toCompletionStage()
                .toCompletableFuture());
        // Handlers are set before the first frame can arrive: the socket is paused until then.
        var chat = await(site.sockets()
                .connect(site.chat(token))
                .map(Chat::listening)
                .toCompletionStage()
                .toCompletableFuture());
        chat.send(Map.of("type", "hello", "afterSeq", 0));
        chat.receive("welcome");
        return chat;
    }

    private static Chat listening(WebSocket socket) {
        var chat = new Chat(socket);
        socket.textMessageHandler(chat.frames::add);
        return chat;
    }

    /** Nothing more is expected of this chat: what arrives is dropped. */
    void idle() {
        socket.textMessageHandler(frame -> {});
        frames.clear();
    }

    /** From sending the question to receiving the bot's reply. A chat that went to the queue comes back first. */
    Duration ask(String question) throws Unserved, InterruptedException {
        var sent = System.nanoTime();
        send(Map.of("type", "send", "clientMessageId", UUID.randomUUID().toString(), "text", question));
        while (true) {
            var frame = next();
            switch (frame.path("type").asText()) {
                case "message" -> {
                    if (frame.at("/message/author/kind").asText().equals("bot")) {
                        return Duration.ofNanos(System.nanoTime() - sent);
                    }
                }
                case "owner" -> {
                    if (frame.at("/owner/kind").asText().equals("queue")) {
                        var took = Duration.ofNanos(System.nanoTime() - sent);
                        comeBack();
                        return took;
                    }
                }
                case "error" ->
                    throw new Unserved(frame.path("code").asText() + ": "
                            + frame.path("detail").asText());
                default -> {
                    // Acknowledgements and typing hints are not the answer.
                }
            }
        }
    }

    private void comeBack() throws Unserved, InterruptedException {
        send(Map.of("type", "back-to-bot"));
        while (!receive("owner").at("/owner/kind").asText().equals("bot")) {
            // Still on the way.
        }
    }

    private JsonNode receive(String type) throws Unserved, InterruptedException {
        while (true) {
            var frame = next();
            if (frame.path("type").asText().equals(type)) {
                return frame;
            }
        }
    }

    private JsonNode next() throws Unserved, InterruptedException {
        var frame = frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (frame == null) {
            throw new Unserved("no answer within " + PATIENCE.toSeconds() + " s");
        }
        return parse(frame);
    }

    private void send(Map<String, ?> frame) {
        try {
            socket.writeTextMessage(JSON.writeValueAsString(frame));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The service sent what is not JSON", e);
        }
    }

    private static <T> T await(CompletableFuture<T> result) throws Unserved, InterruptedException {
        try {
            return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Unserved(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw new Unserved("no connection within " + PATIENCE.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
