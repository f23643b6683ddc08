package dev.yiwen.channel.voice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.yiwen.shared.Problem;
import java.util.Optional;

/** Reads events as they come over the wire; fails with a {@link Problem} that says what is wrong with one. */
final class CallEventReader {

    private CallEventReader() {}

    /** A frame of the socket. */
    static CallEvent read(ObjectMapper json, String frame) {
        return read(object(json, frame));
    }

    /** One of a batch about one call: it need not name the call, and may name no other. */
    static CallEvent read(JsonNode event, String callId) {
        if (!(event instanceof ObjectNode object)) {
            throw notAnObject();
        }
        var named = object.path("callId");
        if (!named.isMissingNode() && !named.asText().strip().equals(callId)) {
            throw new Problem(Problem.Kind.INVALID, "\"callId\" must be that of the address, or left out.");
        }
        return read(object.deepCopy().put("callId", callId));
    }

    private static CallEvent read(JsonNode event) {
        var it = new CallFields(event);
        return switch (it.text("type", CallFields.LONGEST_ID)) {
            case "ringing" ->
                new CallEvent.Ringing(
                        it.callId(), it.text("number", CallFields.LONGEST_NUMBER), it.optional("agent"), it.began());
            case "answered" -> new CallEvent.Answered(it.callId(), it.optional("agent"), it.moment("answered"));
            case "held" -> new CallEvent.Held(it.callId(), it.moment("held"));
            case "resumed" -> new CallEvent.Resumed(it.callId(), it.moment("resumed"));
            case "transferred" -> {
                var to = it.text("to", CallFields.LONGEST_ID);
                yield new CallEvent.Transferred(it.callId(), to, it.moment("transferred:" + to));
            }
            case "consulting" -> {
                var with = it.optional("with");
                yield new CallEvent.Consulting(it.callId(), with, it.moment("consulting:" + with.orElse("")));
            }
            case "muted" -> {
                var speaker = it.speaker();
                yield new CallEvent.Muted(it.callId(), speaker, it.moment("muted:" + speaker.wire()));
            }
            case "unmuted" -> {
                var speaker = it.speaker();
                yield new CallEvent.Unmuted(it.callId(), speaker, it.moment("unmuted:" + speaker.wire()));
            }
            case "transcript" -> it.transcript();
            case "tone" ->
                new CallEvent.Tone(
                        it.callId(),
                        it.speaker(),
                        it.number("rate", 0, 100),
                        it.number("loudness", -200, 200),
                        it.moment("tone"));
            case "ended" -> new CallEvent.Ended(it.callId(), by(it), it.optional("why"), it.moment("ended"));
            default -> throw new UnknownFrame();
        };
    }

    private static Optional<String> by(CallFields it) {
        return it.optional("by").map(by -> switch (by) {
            case "customer", "agent", "system" -> by;
            default -> throw CallFields.invalid("\"by\" must be \"customer\", \"agent\" or \"system\"");
        });
    }

    private static JsonNode object(ObjectMapper json, String frame) {
        try {
            var node = json.readTree(frame);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // Said below; the parser's words would quote the frame.
        }
        throw notAnObject();
    }

    private static Problem notAnObject() {
        return new Problem(Problem.Kind.INVALID, "An event must be a JSON object.");
    }

    /** A frame of a type that does not exist: from a newer telephony side, or a mistake. */
    static final class UnknownFrame extends RuntimeException {
        UnknownFrame() {
            super("There is no such event: ringing, answered, held, resumed, transferred, consulting, muted, unmuted,"
                    + " transcript, tone and ended are known.");
        }
    }
}
