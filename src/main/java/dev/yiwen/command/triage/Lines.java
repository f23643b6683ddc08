package dev.yiwen.command.triage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.command.argument.Half;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file of labelled texts: {@code {"text","label"}} a line, or {@code {"dialogue","speaker","text","label"}} in order.
 *
 * @param names of the conversations
 * @param talks the conversations; a text without company is one of a single line
 */
record Lines(Path file, boolean inTalk, List<String> names, List<List<Line>> talks) {
    record Line(String speaker, String text, String label) {}

    String name() {
        return String.valueOf(file.getFileName());
    }

    List<List<Line>> half(Half half) {
        var kept = new ArrayList<List<Line>>();
        for (int i = 0; i < talks.size(); i++) {
            if (half.holds(i)) {
                kept.add(talks.get(i));
            }
        }
        return kept;
    }

    static Lines read(Path file) throws FormatFault {
        List<String> lines = TextLines.of(file);
        var talks = new LinkedHashMap<String, List<Line>>();
        @Nullable Boolean inTalk = null;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            var node = TextLines.json(file, i + 1, lines.get(i));
            if (inTalk == null) {
                inTalk = node.has("dialogue");
            }
            String talk = inTalk ? text(node, "dialogue", file, i + 1) : String.valueOf(i);
            String speaker = inTalk ? text(node, "speaker", file, i + 1) : "";
            talks.computeIfAbsent(talk, key -> new ArrayList<>())
                    .add(new Line(speaker, text(node, "text", file, i + 1), text(node, "label", file, i + 1)));
        }
        if (inTalk == null) {
            throw new FormatFault(file, 0, "is empty");
        }
        return new Lines(file, inTalk, List.copyOf(talks.keySet()), List.copyOf(talks.values()));
    }

    /** Fails when no line has it, which is more likely a slip than a set without anger. */
    void mustHave(String label) throws FormatFault {
        var labels = new TreeSet<String>();
        talks.forEach(talk -> talk.forEach(line -> labels.add(line.label())));
        if (!labels.contains(label)) {
            throw new FormatFault(
                    file, 0, "no line has the label " + label + "; there are " + String.join(", ", labels));
        }
    }

    private static String text(JsonNode node, String key, Path file, int line) throws FormatFault {
        @Nullable JsonNode value = node.get(key);
        if (value == null || !value.isTextual()) {
            throw new FormatFault(file, line, "needs \"" + key + "\": a text");
        }
        return value.textValue();
    }
}
