package dev.yiwen.channel.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.yiwen.channel.voice.CallEvent.Speaker;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.StorableText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of an event, checked as they are read. */
record CallFields(JsonNode node) {
    static final int LONGEST_ID = 128;
    static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_TEXT = 2000;
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
    CallEvent.Transcript transcript() {
        var speaker = speaker();
        var text = text("text", LONGEST_TEXT);
        var given = optional("utteranceId");
        var id = given.orElseGet(() -> "@" + time());
        var known = speaker.name() + ":" + id + (given.isPresent() ? "" : ":" + text);
        return new CallEvent.Transcript(
                callId(), speaker, id, messageId(known), text, flag("final"), spokenAt(), revision());
    }

    /** When the call began, if an event says so; what is since the beginning says nothing about that. */
    CallMoment began() {
        var at = at();
        return at.instant() == null ? CallMoment.untold() : at;
    }

    /** @param what happened: with the time an id of it, unless the telephony system gives one */
    CallMoment moment(String what) {
        var at = at();
        return optional("eventId")
                .map(id -> at.knownAs("#" + id))
                .orElseGet(() -> at.isTold() ? at.knownAs(what + "@" + time()) : at);
    }

    private CallMoment at() {
        var at = node.path("at");
        if (at.isMissingNode() || at.isNull()) {
            return CallMoment.untold();
        }
        var read = at.isNumber() && at.canConvertToLong()
                ? CallMoment.of(at.asLong())
                : instant().flatMap(it -> CallMoment.of(it.toEpochMilli()));
        return read.orElseThrow(() -> invalid(
                "\"at\" must be milliseconds since the call began or since 1970, or a date and time with its zone"));
    }

    private Optional<Instant> instant() {
        try {
            var at = node.path("at");
            return at.isTextual()
                    ? Optional.of(OffsetDateTime.parse(at.asText().strip()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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
        var instant = instant();
        return instant.isPresent() ? instant.get().toEpochMilli() : null;
    }

    private @Nullable Integer revision() {
        var revision = node.path("revision");
        if (revision.isMissingNode() || revision.isNull()) {
            return null;
        }
        if (revision.isIntegralNumber() && revision.canConvertToInt() && revision.asInt() >= 0) {
            return revision.asInt();
        }
        throw invalid("\"revision\" must be a whole number from 0");
    }

    double number(String name, double least, double most) {
        var value = node.path(name).isNumber() ? node.path(name).asDouble() : Double.NaN;
        if (value >= least && value <= most) {
            return value;
        }
        throw invalid("\"%s\" must be a number from %.0f to %.0f".formatted(name, least, most));
    }

    /** What telephony systems use as ids may be longer, or hold other characters, than the id of a message. */
    private static String messageId(String given) {
        return MESSAGE_ID.matcher(given).matches()
                ? given
                : UUID.nameUUIDFromBytes(given.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private boolean flag(String name) {
        if (node.path(name).isBoolean()) {
            return node.path(name).asBoolean();
        }
        throw invalid("\"" + name + "\" must be true or false");
    }

    Optional<String> optional(String name) {
        var value = node.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(text(name, LONGEST_ID));
    }

    /** An id that stands in an address. */
    static String id(String callId) {
        return new CallFields(JsonNodeFactory.instance.objectNode().put("callId", callId)).callId();
    }

    String text(String name, int longest) {
        var value = node.path(name);
        // PostgreSQL has no text with the character 0.
        if (!value.isTextual() || value.asText().isBlank() || value.asText().indexOf('\0') >= 0) {
            throw invalid("\"" + name + "\" must be a text that is not blank");
        }
        var text = StorableText.of(value.asText()).strip();
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Problem(Problem.Kind.TOO_LARGE, "\"" + name + "\" is longer than " + longest + " characters.");
        }
        return text;
    }

    static Problem invalid(String why) {
        return new Problem(Problem.Kind.INVALID, why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".");
    }
}
