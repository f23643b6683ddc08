package dev.yiwen.quality.report;

import dev.yiwen.quality.metric.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures as people read them; a dash where there is none. */
final class Shown {
    static final String NONE = "–";
    private static final double SHORT_MS = 10_000;
    private static final int SECOND = 1000;
    private static final int MINUTE = 60;
    private static final int PERCENT = 100;

    private Shown() {}

    static String of(String kind, @Nullable Double value) {
        if (value == null) {
            return NONE;
        }
        return switch (kind) {
            case "COUNT" -> count(Math.round(value));
            case "SHARE" -> percent(value);
            case "MEAN" -> String.format(Locale.ROOT, "%.2f", value);
            default -> time(value);
        };
    }

    /** Of quantiles both: the half and nine tenths. */
    static String of(String kind, Value value) {
        var p90 = value.p90();
        return p90 == null ? of(kind, value.value()) : of(kind, value.value()) + " / " + of(kind, p90);
    }

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** Of 0 to 1, with one decimal where it is not nought. */
    static String percent(double share) {
        return decimal(PERCENT * share) + "%";
    }

    /** With one decimal where it is not nought. */
    static String decimal(double number) {
        return BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString()
                .replaceFirst("\\.0$", "");
    }

    static String signed(double number) {
        var text = decimal(number);
        return text.startsWith("-") || text.equals("0") ? text.replaceFirst("^-0$", "0") : "+" + text;
    }

    private static String time(double ms) {
        if (ms < SHORT_MS) {
            return String.format(Locale.ROOT, "%.1f s", ms / SECOND);
        }
        long seconds = Math.round(ms / SECOND);
        long minutes = seconds / MINUTE;
        return minutes < MINUTE
                ? "%d:%02d".formatted(minutes, seconds % MINUTE)
                : "%d:%02d:%02d".formatted(minutes / MINUTE, minutes % MINUTE, seconds % MINUTE);
    }
}
