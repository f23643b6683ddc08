package dev.yiwen.command.ask;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.identity.Puzzle;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Asks the running service one question, as a visitor of its own, over the public chat protocol. */
final class Question {
    static final ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** What {@code ask} prints. */
    sealed interface Outcome {}

    record Served(
            String question, String decision, String text, List<Source> sources, double confidence, long latencyMs)
            implements Outcome {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(String question, String error) implements Outcome {}

    record Source(String article, String title, int revision) {}

    private static final int PROOF_REQUIRED = 428;

    private final HttpClient http;
    private final ServiceAddress service;
    private final Duration patience;

    Question(HttpClient http, ServiceAddress service, Duration patience) {
        this.http = http;
        this.service = service;
        this.patience = patience;
    }

    Outcome ask(String text) throws InterruptedException {
        try (var client = ChatClient.connect(http, JSON, service.socket("ws/v1/chat?token=" + visitorToken()))) {
            client.send(Map.of("type", "hello", "afterSeq", 0));
            await(client, "welcome");
            var start = System.nanoTime();
            client.send(Map.of("type", "send", "clientMessageId", "ask-1", "text", text));
            var outcome = decision(client, text, start);
            if (outcome instanceof Served served && served.decision().equals("handoff")) {
                // Nobody is there to be served: agents are not kept waiting for a program.
                client.send(Map.of("type", "end"));
                while (!await(client, "owner")
                        .path("owner")
                        .path("kind")
                        .asText()
                        .equals("nobody")) {
                    // The queue, as was wished.
                }
            }
            return outcome;
        } catch (CompletionException e) {
            return new Failed(text, "the chat socket did not open: " + e.getCause());
        } catch (CommandFailure e) {
            return new Failed(text, String.valueOf(e.getMessage()));
        }
    }

    /** Many questions from one address cost a little work each. */
    private String visitorToken() throws InterruptedException {
        try {
            var response = arrive("{}");
            if (response.statusCode() == PROOF_REQUIRED) {
                var wanted = JSON.readTree(response.body());
                var puzzle = wanted.path("puzzle").asText();
                var number = Puzzle.solve(puzzle, wanted.path("bits").asInt());
                response = arrive(JSON.writeValueAsString(Map.of("proof", Map.of("puzzle", puzzle, "number", number))));
            }
            if (response.statusCode() / 100 != 2) {
                throw new CommandFailure("the service refused a visitor (HTTP " + response.statusCode() + ")");
            }
            var token = JSON.readTree(response.body()).path("token").asText();
            return URLEncoder.encode(token, StandardCharsets.UTF_8);
        } catch (ConnectException e) {
            throw new NotRunning();
        } catch (IOException e) {
            throw new CommandFailure("the service did not answer: " + e.getMessage());
        }
    }

    private HttpResponse<String> arrive(String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.http("api/v1/visitors"))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Nobody listens at the address: no question will be served. */
    static final class NotRunning extends RuntimeException {}

    private Outcome decision(ChatClient client, String question, long start) throws InterruptedException {
        while (true) {
            var body = await(client, "message").path("message").path("body");
            var kind = body.path("kind").asText();
            var decision = kind.equals("notice") && body.path("code").asText().equals("handoff") ? "handoff" : kind;
            switch (decision) {
                case "answer", "clarify", "smalltalk", "handoff" -> {
                    var millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
                    return new Served(
                            question,
                            decision,
                            body.path("text").asText(),
                            sources(body.path("sources")),
                            body.path("confidence").asDouble(0),
                            millis);
                }
                default -> {
                    // Our own words, or a notice on the way.
                }
            }
        }
    }

    private JsonNode await(ChatClient client, String type) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var frame = client.next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            if (frame == null) {
                throw new CommandFailure("no " + type + " within " + patience.toSeconds() + " s");
            }
            var received = frame.path("type").asText();
            if (received.equals("error")) {
                throw new CommandFailure("refused as " + frame.path("code").asText() + ": "
                        + frame.path("detail").asText());
            }
            if (received.equals(type)) {
                return frame;
            }
        }
    }

    private static List<Source> sources(@Nullable JsonNode nodes) {
        var sources = new ArrayList<Source>();
        if (nodes != null) {
            nodes.forEach(node -> sources.add(new Source(
                    node.path("article").asText(),
                    node.path("title").asText(),
                    node.path("revision").asInt())));
        }
        return sources;
    }
}
