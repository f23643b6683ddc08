package dev.yiwen.quality.rating;

import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ratings as a table for a spreadsheet: comma-separated values (RFC 4180) in UTF-8, marked so, as Excel wants it. */
@Singleton
final class RatingSheet {
    private static final String MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final List<String> COLUMNS = List.of("at", "agent", "customer", "score", "comment", "conversation");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Messages messages;

    RatingSheet(Messages messages) {
        this.messages = messages;
    }

    byte[] of(List<Rating> ratings, Locale language) {
        var head = COLUMNS.stream().map(it -> word(language, it));
        var bot = word(language, "bot");
        var lines = Stream.concat(Stream.of(head), ratings.stream().map(it -> cells(it, bot)));
        return lines.map(it -> it.map(RatingSheet::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining(LINE_END, MARK, LINE_END))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String word(Locale language, String key) {
        return messages.text(language, "quality.ratings." + key, Map.of());
    }

    private static Stream<String> cells(Rating it, String bot) {
        return Stream.of(
                TIME.format(it.at()),
                it.agent() == null ? bot : it.agent().name(),
                Objects.requireNonNullElse(it.customer(), ""),
                Integer.toString(it.score()),
                Objects.requireNonNullElse(it.comment(), ""),
                it.conversationId().value().toString());
    }

    /** What customers write never becomes a formula. */
    private static String cell(String text) {
        var harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
