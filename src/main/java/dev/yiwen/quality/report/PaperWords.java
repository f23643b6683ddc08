package dev.yiwen.quality.report;

import dev.yiwen.quality.metric.PeriodFigure;
import dev.yiwen.shared.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The words of a report in one language. */
record PaperWords(Messages messages, Locale locale) {
    private static final Set<String> CHANNELS = Set.of("WEB", "VOICE", "WECHAT", "SOCIAL");

    String language() {
        return locale.getLanguage().equals("en") ? "en" : "zh";
    }

    String say(String key) {
        return say(key, Map.of());
    }

    String say(String key, Map<String, String> facts) {
        return messages.text(locale, "quality.paper." + key, facts);
    }

    PeriodFigure.Words of(PeriodFigure figure) {
        return Objects.requireNonNullElseGet(
                figure.words().get(language()), () -> new PeriodFigure.Words(figure.metric(), "", ""));
    }

    String part(String by, PeriodFigure.Slice slice) {
        if (slice.key().isEmpty()) {
            return say("unknown");
        }
        var name = language().equals("en") && slice.english() != null ? slice.english() : slice.name();
        if (name != null && !name.isBlank()) {
            return name;
        }
        return switch (by) {
            case "DAY" -> Integer.toString(LocalDate.parse(slice.key()).getDayOfMonth());
            case "CHANNEL" ->
                CHANNELS.contains(slice.key()) ? say("channel-" + slice.key().toLowerCase(Locale.ROOT)) : slice.key();
            case "TOPIC" -> slice.key().replace('-', ' ');
            default -> slice.key();
        };
    }

    /** 2026 年 11 月; November 2026; 2026 年第 4 季度. */
    String name(ReportPeriod period) {
        var from = period.from();
        return period.kind() == ReportPeriod.Kind.MONTH
                ? say(
                        "month",
                        Map.of(
                                "year",
                                Integer.toString(from.getYear()),
                                "month",
                                language().equals("en")
                                        ? from.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                        : Integer.toString(from.getMonthValue())))
                : say(
                        "quarter",
                        Map.of(
                                "year", Integer.toString(from.getYear()),
                                "quarter", Integer.toString(from.get(IsoFields.QUARTER_OF_YEAR))));
    }

    static String day(LocalDate day) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
    }
}
