package dev.yiwen.channel.voice.audio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The frames of FunASR's two-pass recognition: a first pass hears along ({@code 2pass-online}), a second hears each sentence
 * again when it has ended ({@code 2pass-offline}). Protocol: {@code runtime/docs/websocket_protocol.md} of FunASR. Its two
 * servers differ: the one in C++ tells when sentences were spoken and marks the last answer {@code is_final}; the one in
 * Python counts frames, so they must be of {@value #CHUNK_MS} ms, and marks answers {@code is_final} while the client speaks.
 */
final class TwoPass {
    static final int CHUNK_MS = 60;

    private static final int LONGEST = 2000;
    /** Models of several languages write language and mood before the words: {@code <|zh|><|NEUTRAL|>}. */
    private static final Pattern MARKS = Pattern.compile("<\\|[^|>]{0,40}\\|>|\\p{Cc}");

    private final ObjectMapper json;

    TwoPass(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What a connection begins with.
     *
     * @param rate 8000 or 16000 samples a second
     * @param hotWords with their weights; the protocol wants them as a text of JSON
     */
    String begin(String name, int rate, Map<String, Integer> hotWords) {
        var frame = json.createObjectNode()
                .put("mode", "2pass")
                .put("wav_name", name)
                .put("wav_format", "pcm")
                .put("audio_fs", rate)
                .put("is_speaking", true)
                .put("chunk_interval", 10)
                .put("itn", true);
        frame.putArray("chunk_size").add(5).add(10).add(5);
        if (!hotWords.isEmpty()) {
            frame.put("hotwords", json.valueToTree(hotWords).toString());
        }
        return frame.toString();
    }

    String end() {
        return json.createObjectNode().put("is_speaking", false).toString();
    }

    Recognised read(String frame) {
        var node = object(frame);
        if (node.isEmpty()) {
            return new Recognised.Unreadable();
        }
        var answer = node.get();
        var text = words(answer.path("text").asText(""));
        boolean last = answer.path("is_final").asBoolean(false);
        return switch (answer.path("mode").asText("")) {
            case "2pass-online" -> text.isBlank() ? new Recognised.Other() : new Recognised.More(text);
            case "2pass-offline" -> new Recognised.Sentence(text.strip(), span(answer), last);
            default -> last ? new Recognised.NothingMore() : new Recognised.Other();
        };
    }

    private Optional<JsonNode> object(String frame) {
        try {
            return Optional.ofNullable(json.readTree(frame)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String words(String text) {
        var words = MARKS.matcher(text).replaceAll("");
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }

    /** Of each character as {@code "[[430,670],[670,810]]"}, a text, or of each part of the sentence. */
    private Optional<Recognised.Span> span(JsonNode answer) {
        var stamps = answer.path("timestamp");
        var characters = stamps.isTextual() ? array(stamps.asText()) : stamps;
        if (characters.isArray() && !characters.isEmpty()) {
            return span(
                    characters.path(0).path(0),
                    characters.path(characters.size() - 1).path(1));
        }
        var parts = answer.path("stamp_sents");
        return span(
                parts.path(0).path("start"),
                parts.path(Math.max(0, parts.size() - 1)).path("end"));
    }

    private static Optional<Recognised.Span> span(JsonNode from, JsonNode to) {
        return from.isNumber() && to.isNumber() && from.asLong() >= 0 && from.asLong() <= to.asLong()
                ? Optional.of(new Recognised.Span(from.asLong(), to.asLong()))
                : Optional.empty();
    }

    private JsonNode array(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }
}
