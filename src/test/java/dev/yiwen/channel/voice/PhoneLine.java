package dev.yiwen.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.TestSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What a telephony system sends of one call. */
final class PhoneLine implements AutoCloseable {
    static final String PATH = "/ws/v1/calls";

    final String callId;
    final String number;
    private final TestSocket socket;

    private PhoneLine(URI base, String token, String callId, String number) {
        this.socket = TestSocket.open(base, PATH, token);
        this.callId = callId;
        this.number = number;
    }

    /** Of a call that nobody has heard of yet. */
    static PhoneLine open(URI base, String token) {
        return new PhoneLine(
                base,
                token,
                "call-" + UUID.randomUUID(),
                "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)));
    }

    /** Another socket, the same call. */
    PhoneLine again(URI base, String token) {
        return new PhoneLine(base, token, callId, number);
    }

    JsonNode ring() {
        send(Map.of("type", "ringing", "callId", callId, "number", number));
        var ack = next();
        assertThat(ack.path("type").asText()).as(ack.toString()).isEqualTo("ack");
        return ack;
    }

    JsonNode say(String utteranceId, String speaker, String text) {
        transcript(Map.of("speaker", speaker, "text", text, "final", true, "utteranceId", utteranceId));
        return next();
    }

    JsonNode say(String utteranceId, String speaker, String text, long at) {
        transcript(Map.of("speaker", speaker, "text", text, "final", true, "utteranceId", utteranceId, "at", at));
        return next();
    }

    void transcript(Map<String, ?> words) {
        var frame = new HashMap<String, Object>(words);
        frame.put("type", "transcript");
        frame.put("callId", callId);
        send(frame);
    }

    JsonNode end() {
        send(Map.of("type", "ended", "callId", callId));
        return next();
    }

    void send(Map<String, ?> frame) {
        socket.send(frame);
    }

    void sendText(String frame) {
        socket.sendText(frame);
    }

    void sendBinary(byte[] frame) {
        socket.sendBinary(frame);
    }

    JsonNode next() {
        return socket.next();
    }

    @Override
    public void close() {
        socket.close();
    }
}
