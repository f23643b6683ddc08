package dev.yiwen.assist.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Files of a JSON object a line. Reads all or nothing. */
public final class CaseLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 8_000;

    /** Lines that are not in the format; the message names file and line of each, a line a fault. */
    public static final class Faults extends Exception {
        private static final int TOLD = 20;

        Faults(List<String> faults) {
            super(String.join("\n", faults.subList(0, Math.min(TOLD, faults.size())))
                    + (faults.size() > TOLD ? "\nand %d more".formatted(faults.size() - TOLD) : ""));
        }
    }

    /** A line that is not in the format. */
    public static final class Fault extends RuntimeException {
        public Fault(String words) {
            super(words);
        }
    }

    private CaseLines() {}

    /** Past replies: {@code {"context", "response"}} a line. Those in which one of the two says nothing are not among them. */
    public static List<PastReply> replies(Path file) throws Faults {
        return read(file, node -> new PastReply(text(node, "context"), text(node, "response"))).stream()
                .filter(it -> !it.context().isBlank() && !it.response().isBlank())
                .toList();
    }

    /** @param reader may throw {@link Fault} */
    public static <T> List<T> read(Path file, Function<JsonNode, T> reader) throws Faults {
        var read = new ArrayList<T>();
        var faults = new ArrayList<String>();
        var lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                read.add(reader.apply(object(lines.get(i))));
            } catch (Fault e) {
                faults.add("%s:%d: %s".formatted(file, i + 1, e.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
        if (read.isEmpty()) {
            throw new Faults(List.of(file + ": is empty"));
        }
        return read;
    }

    private static List<String> lines(Path file) throws Faults {
        if (Files.isDirectory(file)) {
            throw new Faults(List.of(file + ": is a folder; name a file"));
        }
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new Faults(List.of(file + ": is not UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode object(String line) {
        try {
            var node = JSON.readTree(line);
            if (node == null || !node.isObject()) {
                throw new Fault("is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Fault("is not valid JSON: " + e.getOriginalMessage());
        }
    }

    /** Not too many words, perhaps none. */
    public static String text(JsonNode node, String key) {
        @Nullable JsonNode value = node.get(key);
        if (value == null || !value.isTextual()) {
            throw new Fault("needs \"" + key + "\": a text");
        }
        if (value.textValue().length() > LONGEST) {
            throw new Fault("\"" + key + "\" is longer than " + LONGEST + " characters");
        }
        return value.textValue();
    }
}
