package dev.yiwen.command.redaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.privacy.Kind;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Texts with the personal data that stands in them. Either lines of fields with tabs between, the text and then each datum
 * as {@code label=value}, or a hyphen when there is none; or lines of JSON, {@code {"text": …, "spans": [{"label": …,
 * "value": …}]}}, where {@code start} and {@code end} may stand for {@code value}. A label is a kind's, 手机号 or MOBILE.
 * Values stand in the order of the text. Empty lines and those that begin with # count as lines, but hold nothing.
 */
final class Forms {
    private Forms() {}

    record Span(Kind kind, int start, int end) {}

    record Form(int line, String text, List<Span> spans) {}

    /** A file is not in the format; the message names file and line. */
    static final class FormatFault extends Exception {
        FormatFault(Path file, int line, String words) {
            super(line > 0 ? file + ":" + line + ": " + words : file + ": " + words);
        }
    }

    private record Json(@Nullable String text, @Nullable List<JsonSpan> spans) {}

    private record JsonSpan(
            @Nullable String label,
            @Nullable String value,
            @Nullable Integer start,
            @Nullable Integer end) {}

    static List<Form> read(Path file, ObjectMapper json) throws FormatFault {
        var forms = new ArrayList<Form>();
        var lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                forms.add(line.startsWith("{") ? ofJson(file, i + 1, line, json) : ofFields(file, i + 1, line));
            }
        }
        if (forms.isEmpty()) {
            throw new FormatFault(file, 0, "holds no texts");
        }
        return forms;
    }

    private static List<String> lines(Path file) throws FormatFault {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new FormatFault(file, 0, "is not UTF-8");
        } catch (IOException e) {
            throw new FormatFault(file, 0, "cannot be read: " + e.getMessage());
        }
    }

    private static Form ofFields(Path file, int number, String line) throws FormatFault {
        var fields = line.split("\t");
        if (fields.length < 2) {
            throw new FormatFault(file, number, "has no field after the text: label=value, or a hyphen for none");
        }
        var spans = new ArrayList<Span>();
        for (String field : Arrays.asList(fields).subList(1, fields.length)) {
            if (field.equals("-")) {
                continue;
            }
            int is = field.indexOf('=');
            if (is < 0) {
                throw new FormatFault(file, number, "\"" + field + "\" is not label=value");
            }
            spans.add(span(file, number, fields[0], field.substring(0, is), field.substring(is + 1), spans));
        }
        return new Form(number, fields[0], spans);
    }

    private static Form ofJson(Path file, int number, String line, ObjectMapper json) throws FormatFault {
        Json read;
        try {
            read = json.readValue(line, Json.class);
        } catch (JsonProcessingException e) {
            throw new FormatFault(file, number, "is not {\"text\": …, \"spans\": […]}");
        }
        String text = read.text();
        if (text == null || read.spans() == null) {
            throw new FormatFault(file, number, "has no text or no spans");
        }
        var spans = new ArrayList<Span>();
        for (JsonSpan it : read.spans()) {
            String label = it.label() == null ? "" : it.label();
            Integer start = it.start();
            Integer end = it.end();
            if (start != null && end != null && 0 <= start && start < end && end <= text.length()) {
                spans.add(new Span(kind(file, number, label), start, end));
            } else {
                spans.add(span(file, number, text, label, it.value() == null ? "" : it.value(), spans));
            }
        }
        return new Form(number, text, spans);
    }

    private static Span span(Path file, int number, String text, String label, String value, List<Span> before)
            throws FormatFault {
        int from = before.isEmpty() ? 0 : before.getLast().end();
        int at = value.isEmpty() ? -1 : text.indexOf(value, from);
        if (at < 0) {
            throw new FormatFault(file, number, "\"" + value + "\" does not stand in the text, or not in this order");
        }
        return new Span(kind(file, number, label), at, at + value.length());
    }

    private static Kind kind(Path file, int number, String label) throws FormatFault {
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(Kind::isPersonal)
                .filter(it -> it.label().equalsIgnoreCase(label) || it.name().equalsIgnoreCase(label))
                .findFirst();
        return kind.orElseThrow(() -> new FormatFault(file, number, "\"" + label + "\" is no kind of personal data"));
    }
}
