package dev.yiwen.knowledge.importing.source;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day as people write it: 2026-01-31, 2026/1/31, 2026年1月31日, 20260131, with a time or without. */
final class DayText {
    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})(?:[-/.]|\\s*年\\s*)(\\d{1,2})(?:[-/.]|\\s*月\\s*)(\\d{1,2})\\s*[日号]?(?:[T\\s].*)?|(\\d{4})(\\d{2})(\\d{2})");
    private static final Set<String> ALWAYS =
            Set.of("", "-", "—", "/", "无", "长期", "长期有效", "永久", "永久有效", "不限", "none", "never", "always", "n/a", "null");

    private DayText() {}

    /** Whether it says that there is no such day. */
    static boolean isNone(String text) {
        return ALWAYS.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    static Optional<LocalDate> of(String text) {
        var day = DAY.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    number(day.group(1), day.group(4)),
                    number(day.group(2), day.group(5)),
                    number(day.group(3), day.group(6))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String one, @Nullable String other) {
        return Integer.parseInt(one != null ? one : String.valueOf(other));
    }
}
