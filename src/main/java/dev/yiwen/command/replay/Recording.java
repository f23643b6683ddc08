package dev.yiwen.command.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.ask.CommandFailure;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One recorded call.
 *
 * @param id its name in the file, or its number there, from 0
 * @param turns what is said, and what befalls the line in between
 */
record Recording(String id, List<Step> turns) {

    enum Speaker {
        CUSTOMER,
        AGENT;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    sealed interface Step {}

    record Turn(Speaker speaker, String text) implements Step {}

    /** @param fields of an event such as {@code held}, with its type, as they are sent */
    record LineEvent(Map<String, Object> fields) implements Step {
        LineEvent {
            fields = Map.copyOf(fields);
        }

        String type() {
            return String.valueOf(fields.get("type"));
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    Recording {
        turns = List.copyOf(turns);
    }

    /** Reads JSON lines: either a turn or an event a line (one call), or {@code {"id","turns":[…]}} a line (many calls). */
    static List<Recording> readAll(Path file) {
        var calls = new ArrayList<Recording>();
        var turns = new ArrayList<Step>();
        var number = 0;
        for (var line : lines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var place = new Place(file, number);
            var node = place.parse(line);
            if (node.has("turns")) {
                calls.add(place.call(node, calls.size()));
            } else {
                turns.add(place.step(node));
            }
            if (!calls.isEmpty() && !turns.isEmpty()) {
                throw place.unreadable("single turns and whole calls are mixed in one file");
            }
        }
        if (!turns.isEmpty()) {
            calls.add(new Recording(String.valueOf(file.getFileName()), turns));
        }
        if (calls.isEmpty()) {
            throw new CommandFailure(file + ": holds no call");
        }
        return calls;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(file + ": no such file");
        } catch (MalformedInputException e) {
            throw new CommandFailure(file + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new CommandFailure(file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    private record Place(Path file, int line) {

        JsonNode parse(String text) {
            try {
                var node = JSON.readTree(text);
                if (node.isObject()) {
                    return node;
                }
            } catch (JsonProcessingException e) {
                throw unreadable("is not JSON: " + e.getOriginalMessage());
            }
            throw unreadable("is not a JSON object");
        }

        Recording call(JsonNode node, int index) {
            var turns = new ArrayList<Step>();
            for (var turn : node.get("turns")) {
                turns.add(step(turn));
            }
            if (turns.isEmpty()) {
                throw unreadable("\"turns\" holds no turn");
            }
            return new Recording(node.path("id").asText(String.valueOf(index)), turns);
        }

        Step step(JsonNode node) {
            if (!node.has("type")) {
                return turn(node);
            }
            var fields = new LinkedHashMap<String, Object>();
            for (var field : node.properties()) {
                if (!field.getValue().isValueNode() || field.getValue().isNull()) {
                    throw unreadable("\"" + field.getKey() + "\" must be a text, a number, true or false");
                }
                fields.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class));
            }
            return new LineEvent(fields);
        }

        Turn turn(JsonNode node) {
            var text = node.path("text");
            if (!text.isTextual() || text.asText().isBlank()) {
                throw unreadable("\"text\" must be a text that is not blank");
            }
            return switch (node.path("speaker").asText()) {
                case "customer" -> new Turn(Speaker.CUSTOMER, text.asText());
                case "agent" -> new Turn(Speaker.AGENT, text.asText());
                default -> throw unreadable("\"speaker\" must be \"customer\" or \"agent\"");
            };
        }

        CommandFailure unreadable(String why) {
            return new CommandFailure(file + ":" + line + ": " + why);
        }
    }
}
