package dev.yiwen.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.yiwen.TestSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** One of the recorded calls of the guide, played as far as a test wants it. */
final class PlayedCall implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("src", "docs", "examples");

    final String id = "call-" + UUID.randomUUID();
    final String number;
    private final URI base;
    private final String token;
    private final String agent;
    private final TestSocket line;
    private final Deque<ObjectNode> recording = new ArrayDeque<>();
    private int place;

    private PlayedCall(URI base, String token, String agent, String number) {
        this.base = base;
        this.token = token;
        this.line = TestSocket.open(base, "/ws/v1/calls", token);
        this.agent = agent;
        this.number = number;
    }

    /**
     * @param matter last digit of the caller's number, by which the example operator knows what is the matter
     * @param agent login of who has it from its first ring
     */
    static PlayedCall from(int matter, URI base, String token, String agent) {
        var number = "138%07d%d".formatted(ThreadLocalRandom.current().nextInt(10_000_000), matter);
        return new PlayedCall(base, token, agent, number);
    }

    /** Another call of the same customer. */
    PlayedCall again() {
        return new PlayedCall(base, token, agent, number);
    }

    PlayedCall plays(String example) {
        try {
            for (var one : Files.readAllLines(EXAMPLES.resolve(example))) {
                recording.add((ObjectNode) JSON.readTree(one));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void rings() {
        event("ringing", Map.of("number", number, "agent", agent));
    }

    void answered() {
        event("answered", Map.of("agent", agent));
    }

    /** Goes on until that was said. */
    void through(String words) {
        ObjectNode one;
        do {
            one = recording.remove();
            send(one);
        } while (!one.path("text").asText().contains(words));
    }

    void toItsEnd() {
        while (!recording.isEmpty()) {
            send(recording.remove());
        }
    }

    /** For the audio of one side. */
    TestSocket audio(String side, int rate) {
        return TestSocket.open(base, "/ws/v1/calls/" + id + "/audio?side=" + side + "&rate=" + rate, token);
    }

    void event(String type, Map<String, ?> fields) {
        var event = JSON.<ObjectNode>valueToTree(fields);
        send(event.put("type", type));
    }

    /** As the launcher's replay does: what has no type is a turn. */
    private void send(ObjectNode event) {
        place++;
        if (!event.has("type")) {
            event.put("type", "transcript").put("utteranceId", "turn-" + place).put("final", true);
        }
        line.sendText(event.put("callId", id).put("at", place * 1000L).toString());
    }

    @Override
    public void close() {
        event("ended", Map.of());
        line.close();
    }
}
