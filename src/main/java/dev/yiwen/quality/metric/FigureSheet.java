package dev.yiwen.quality.metric;

import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Sheet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures, and the conversations behind them, as tables for a spreadsheet. */
@Singleton
final class FigureSheet {
    private static final List<String> FIGURES =
            List.of("figure", "version", "from", "to", "part", "n", "value", "low", "high", "p90", "uncounted");
    private static final List<String> CASES = List.of(
            "conversation",
            "opened",
            "closed",
            "channel",
            "topic",
            "region",
            "agent",
            "article",
            "product",
            "tier",
            "waited",
            "answered",
            "handled",
            "score",
            "repeats",
            "followed",
            "hit");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Messages messages;

    FigureSheet(Messages messages) {
        this.messages = messages;
    }

    /** @param part {@code name}, {@code formula}, {@code left-out} */
    String word(Locale language, Metric metric, String part) {
        return messages.text(
                language,
                "quality.metric." + metric.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part,
                Map.of());
    }

    byte[] of(Figures.Answer answer, Locale language) {
        var name = word(language, answer.metric(), "name");
        return Sheet.of(
                head(FIGURES, language),
                Stream.concat(
                        Stream.of(line(answer, name, "", answer.all(), answer.leftOut())),
                        answer.parts().stream()
                                .map(it -> line(
                                        answer,
                                        name,
                                        Objects.requireNonNullElse(
                                                it.name(), it.key().isEmpty() ? "?" : it.key()),
                                        it.value(),
                                        null))));
    }

    byte[] of(List<Cases.Case> cases, Locale language) {
        return Sheet.of(head(CASES, language), cases.stream().map(FigureSheet::line));
    }

    private List<String> head(List<String> columns, Locale language) {
        return columns.stream()
                .map(it -> messages.text(language, "quality.report." + it, Map.of()))
                .toList();
    }

    private static List<String> line(
            Figures.Answer answer, String name, String part, Value value, @Nullable Long leftOut) {
        return List.of(
                name,
                Integer.toString(answer.version()),
                answer.from().toString(),
                answer.to().toString(),
                part,
                Long.toString(value.n()),
                number(value.value()),
                number(value.low()),
                number(value.high()),
                number(value.p90()),
                Objects.toString(leftOut, ""));
    }

    private static List<String> line(Cases.Case it) {
        return List.of(
                it.conversationId().value().toString(),
                time(it.openedAt()),
                time(it.closedAt()),
                it.channel(),
                Objects.requireNonNullElse(it.topic(), ""),
                Objects.requireNonNullElse(it.region(), ""),
                Objects.requireNonNullElse(it.agent(), ""),
                Objects.requireNonNullElse(it.article(), ""),
                Objects.requireNonNullElse(it.product(), ""),
                Objects.toString(it.tier(), ""),
                Objects.toString(it.waitedMs(), ""),
                Boolean.toString(it.answered()),
                Objects.toString(it.handledMs(), ""),
                Objects.toString(it.score(), ""),
                Boolean.toString(it.repeats()),
                Boolean.toString(it.followed()),
                Boolean.toString(it.hit()));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(HomeZone.id()));
    }
}
