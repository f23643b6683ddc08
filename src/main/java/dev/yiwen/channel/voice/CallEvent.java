package dev.yiwen.channel.voice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a telephony system reports. */
sealed interface CallEvent {
    int LONGEST_ID = 128;
    int LONGEST_NUMBER = 64;
    int LONGEST_TEXT = 2000;

    String callId();

    /** The name of the event on the wire. */
    String type();

    /** @param agent login of whose phone rings, when the telephony system chose */
    record Ringing(String callId, String number, Optional<String> agent) implements CallEvent {
        @Override
        public String type() {
            return "ringing";
        }
    }

    /** @param agent login of who took the call, when the telephony system knows */
    record Answered(String callId, Optional<String> agent) implements CallEvent {
        @Override
        public String type() {
            return "answered";
        }
    }

    /**
     * What a speaker is saying ({@code last} false: so far) or has said.
     *
     * @param utteranceId as the telephony system numbers it; both sides of a call may be numbered alike
     * @param messageId by which the message that it becomes is known
     * @param spokenAt milliseconds since the call began, or since 1970; null when it was not told, or not in a known form
     */
    record Transcript(
            String callId,
            Speaker speaker,
            String utteranceId,
            String messageId,
            String text,
            boolean last,
            @Nullable Long spokenAt)
            implements CallEvent {
        @Override
        public String type() {
            return "transcript";
        }
    }

    record Ended(String callId) implements CallEvent {
        @Override
        public String type() {
            return "ended";
        }
    }

    enum Speaker {
        CUSTOMER,
        AGENT
    }

    /** Reads a frame; fails with a {@link Problem} that says what is wrong with it. */
    static CallEvent read(ObjectMapper json, String frame) {
        var fields = new Fields(object(json, frame));
        return switch (fields.text("type", LONGEST_ID)) {
            case "ringing" ->
                new Ringing(fields.callId(), fields.text("number", LONGEST_NUMBER), fields.optional("agent"));
            case "answered" -> new Answered(fields.callId(), fields.optional("agent"));
            case "transcript" -> fields.transcript();
            case "ended" -> new Ended(fields.callId());
            default -> throw new UnknownFrame();
        };
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
        throw new Problem(Problem.Kind.INVALID, "A frame must be a JSON object.");
    }

    /** A frame of a type that does not exist: from a newer telephony side, or a mistake. */
    final class UnknownFrame extends RuntimeException {
        UnknownFrame() {
            super("There is no such frame: ringing, answered, transcript and ended are known.");
        }
    }

    /** The fields of a frame, checked as they are read. */
    record Fields(JsonNode node) {
        private static final Pattern MESSAGE_ID = Pattern.compile("[!-~]{1,64}");

        String callId() {
            return text("callId", LONGEST_ID);
        }

        Speaker speaker() {
            return switch (text("speaker", LONGEST_ID)) {
                case "customer" -> Speaker.CUSTOMER;
                case "agent" -> Speaker.AGENT;
                default -> throw invalid("\"speaker\" must be \"customer\" or \"agent\"");
            };
        }

        /** Without an id of its own, an utterance is known by its time and, for two may begin at once, by its words. */
        Transcript transcript() {
            var speaker = speaker();
            var text = text("text", LONGEST_TEXT);
            var given = optional("utteranceId");
            var id = given.orElseGet(() -> "@" + time());
            var known = speaker.name() + ":" + id + (given.isPresent() ? "" : ":" + text);
            return new Transcript(callId(), speaker, id, messageId(known), text, flag("final"), spokenAt());
        }

        private String time() {
            var at = node.path("at");
            return at.isNumber() ? at.asText() : text("at", LONGEST_ID);
        }

        private @Nullable Long spokenAt() {
            var at = node.path("at");
            if (at.isNumber()) {
                return at.asLong();
            }
            try {
                return at.isTextual()
                        ? OffsetDateTime.parse(at.asText().strip()).toInstant().toEpochMilli()
                        : null;
            } catch (DateTimeParseException e) {
                return null;
            }
        }

        /** What telephony systems use as ids may be longer, or hold other characters, than the id of a message. */
        private static String messageId(String given) {
            return MESSAGE_ID.matcher(given).matches()
                    ? given
                    : UUID.nameUUIDFromBytes(given.getBytes(StandardCharsets.UTF_8))
                            .toString();
        }

        boolean flag(String name) {
            if (node.path(name).isBoolean()) {
                return node.path(name).asBoolean();
            }
            throw invalid("\"" + name + "\" must be true or false");
        }

        Optional<String> optional(String name) {
            var value = node.path(name);
            return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(text(name, LONGEST_ID));
        }

        String text(String name, int longest) {
            var value = node.path(name);
            // PostgreSQL has no text with the character 0.
            if (!value.isTextual() || value.asText().isBlank() || value.asText().indexOf('\0') >= 0) {
                throw invalid("\"" + name + "\" must be a text that is not blank");
            }
            var text = value.asText().strip();
            if (text.codePointCount(0, text.length()) > longest) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE, "\"" + name + "\" is longer than " + longest + " characters.");
            }
            return text;
        }

        private static Problem invalid(String why) {
            return new Problem(
                    Problem.Kind.INVALID,
                    why.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + why.substring(1) + ".");
        }
    }
}
