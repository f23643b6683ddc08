package dev.yiwen.handoff.wrapup;

import dev.yiwen.handoff.wrapup.SpokenTimes.Parts;
import dev.yiwen.reading.Numerals;
import dev.yiwen.shared.HomeZone;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a spoken time is over, counted from when it was said, where the company lives; of a span its end. */
final class SpokenDue {
    private static final LocalTime END_OF_WORK = LocalTime.of(18, 0);
    private static final int NOON = 12;
    /** 三点 without a part of the day is the afternoon's. */
    private static final int EARLIEST = 7;

    private static final String DAYS_OF_WEEK = "一二三四五六日";
    private static final Pattern WEEK = Pattern.compile("(下下|下|上上|上)?.*?(?:周|星期|礼拜)([一二三四五六日天末])?");
    private static final Pattern DATE =
            Pattern.compile("(?:(\\d{1,2}|[一二三四五六七八九十]{1,3})月)?(\\d{1,2}|[零一二三四五六七八九十]{1,3})[日号]?");
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2}|[零一二两三四五六七八九十]{1,3})(?:点钟?|时|[:：])(半|[一三]刻|\\d{1,2}|[零一二三四五六七八九十]{1,3})?分?");

    private SpokenDue() {}

    /** Empty when no moment follows from it, as of 8月40日. */
    static Optional<Instant> of(Parts parts, Instant said) {
        try {
            var count = parts.count();
            var unit = parts.unit();
            return Optional.of(
                    count != null && unit != null
                            ? after(said, largest(count) + (parts.half() ? 0.5 : 0), unit)
                            : moment(parts, said));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant after(Instant said, double n, String unit) {
        return switch (unit.charAt(unit.length() - 1)) {
            case '钟' -> said.plus(Duration.ofMinutes((long) n));
            case '时', '头' -> said.plus(Duration.ofMinutes((long) (60 * n)));
            case '周', '期', '拜' -> said.plus(Duration.ofDays((long) (7 * n)));
            case '月' -> at(day(said).plusMonths(Math.max(1, (long) n)), said);
            case '年' -> at(day(said).plusMonths((long) (12 * n)), said);
            case '日' -> unit.contains("工作") ? at(workingDays(day(said), (int) Math.ceil(n)), said) : days(said, n);
            case '天' -> days(said, n);
            default -> throw new DateTimeException(unit);
        };
    }

    private static Instant days(Instant said, double n) {
        return said.plus(Duration.ofHours((long) (24 * n)));
    }

    private static LocalDate workingDays(LocalDate from, int n) {
        var day = from;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                left--;
            }
        }
        return day;
    }

    private static Instant at(LocalDate day, Instant said) {
        return day.atTime(said.atZone(HomeZone.id()).toLocalTime())
                .atZone(HomeZone.id())
                .toInstant();
    }

    private static LocalDate day(Instant said) {
        return said.atZone(HomeZone.id()).toLocalDate();
    }

    private static Instant moment(Parts parts, Instant said) {
        var words = parts.day();
        var day = words == null ? day(said) : day(words, day(said));
        return day.atTime(time(parts, words == null ? "" : words))
                .atZone(HomeZone.id())
                .toInstant();
    }

    private static LocalDate day(String words, LocalDate today) {
        if (words.startsWith("大后")) {
            return today.plusDays(3);
        }
        if (words.contains("周") || words.contains("星期") || words.contains("礼拜")) {
            return ofWeek(words, today);
        }
        if (words.endsWith("月底")) {
            return (words.startsWith("下") ? today.plusMonths(1) : today).with(TemporalAdjusters.lastDayOfMonth());
        }
        if (words.equals("年底")) {
            return today.with(TemporalAdjusters.lastDayOfYear());
        }
        return switch (words.charAt(0)) {
            case '昨' -> today.minusDays(1);
            case '前' -> today.minusDays(2);
            case '上' -> ofMonth(words, today.minusMonths(1).withDayOfMonth(1));
            case '今', '当' -> today;
            case '明' -> today.plusDays(1);
            case '后' -> today.plusDays(2);
            case '次', '下' -> ofMonth(words, today.plusMonths(1).withDayOfMonth(1));
            case '本', '这' -> ofMonth(words, today.withDayOfMonth(1));
            default -> ofDate(words, today);
        };
    }

    private static LocalDate ofMonth(String words, LocalDate first) {
        var number = words.replaceFirst("^(?:次月|下个?月|上个?月|本月|这个?月)", "").replaceAll("[日号]", "");
        return number.isEmpty() ? first : first.withDayOfMonth((int) number(number));
    }

    private static LocalDate ofWeek(String words, LocalDate today) {
        Matcher week = WEEK.matcher(words);
        if (!week.find()) {
            throw new DateTimeException(words);
        }
        var named = week.group(2);
        var wanted =
                named == null ? 5 : named.equals("末") ? 6 : named.equals("天") ? 7 : DAYS_OF_WEEK.indexOf(named) + 1;
        var later = week.group(1);
        var day = today.with(DayOfWeek.MONDAY).plusDays(wanted - 1L).plusWeeks(weeks(later));
        return later == null && day.isBefore(today) ? day.plusWeeks(1) : day;
    }

    private static long weeks(@Nullable String later) {
        return later == null ? 0 : later.startsWith("上") ? -later.length() : later.length();
    }

    private static LocalDate ofDate(String words, LocalDate today) {
        Matcher date = DATE.matcher(words);
        if (!date.matches()) {
            throw new DateTimeException(words);
        }
        var month = date.group(1);
        int dayOfMonth = (int) number(date.group(2));
        if (month == null) {
            var day = today.withDayOfMonth(dayOfMonth);
            return day.isBefore(today) ? day.plusMonths(1) : day;
        }
        var day = LocalDate.of(today.getYear(), (int) number(month), dayOfMonth);
        // 1月3日, said in December; a day of last month is a day of last month.
        return day.isBefore(today.minusMonths(6)) ? day.plusYears(1) : day;
    }

    private static LocalTime time(Parts parts, String day) {
        var part = parts.part() == null ? part(day) : parts.part();
        var clock = parts.clock();
        if (clock == null) {
            return part == null ? END_OF_WORK : end(part);
        }
        Matcher read = CLOCK.matcher(clock);
        if (!read.find()) {
            throw new DateTimeException(clock);
        }
        int hour = hour((int) number(read.group(1)), part);
        return hour >= 24 ? LocalTime.of(23, 59) : LocalTime.of(hour, minute(read.group(2)));
    }

    /** 明晚, 今早. */
    private static @Nullable String part(String day) {
        return day.endsWith("晚") ? "晚上" : day.endsWith("早") ? "早上" : null;
    }

    private static int hour(int said, @Nullable String part) {
        boolean afternoon = part == null
                ? said < EARLIEST
                : part.equals("下午") || part.equals("傍晚") || part.startsWith("晚") || part.equals("中午") && said < 10;
        return afternoon && said < NOON ? said + NOON : said;
    }

    private static int minute(@Nullable String said) {
        if (said == null) {
            return 0;
        }
        return switch (said) {
            case "半" -> 30;
            case "一刻" -> 15;
            case "三刻" -> 45;
            default -> (int) number(said);
        };
    }

    private static LocalTime end(String part) {
        return switch (part) {
            case "凌晨" -> LocalTime.of(6, 0);
            case "早上", "早晨" -> LocalTime.of(10, 0);
            case "上午" -> LocalTime.NOON;
            case "中午" -> LocalTime.of(14, 0);
            case "傍晚" -> LocalTime.of(19, 0);
            case "晚上", "晚间", "夜里" -> LocalTime.of(21, 0);
            default -> END_OF_WORK;
        };
    }

    /** Of 三到五 the five. */
    private static double largest(String count) {
        var parts = count.split("到|至|[-~–—]");
        return number(parts[parts.length - 1].strip());
    }

    /** Fails with {@link DateTimeException} for what is no number. */
    private static double number(String words) {
        try {
            return Double.parseDouble(Numerals.digits(words));
        } catch (NumberFormatException e) {
            throw new DateTimeException(words, e);
        }
    }
}
