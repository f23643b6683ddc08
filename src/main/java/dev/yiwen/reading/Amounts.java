package dev.yiwen.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The dates, times and amounts in a text, each in all the ways that it may be said. */
public final class Amounts {
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)|(?:(\\d{4})\\s*年\\s*)?(?<!\\d)(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?(?!\\d)"
                    + "|(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月");
    private static final Pattern CLOCK = Pattern.compile(
            "(凌晨|早上|上午|中午|下午|晚上|早|晚)?\\s*(?<![\\d.:])(\\d{1,2})(?::(\\d{2})(?!\\d)|点(半|(\\d{1,2})分?)?)");
    private static final Pattern DAYS = Pattern.compile("(\\d+)\\s*日(?=之?内|以内|后)");
    private static final Pattern MONEY = Pattern.compile("[¥$]\\s*(\\d+(?:\\.\\d+)?)");
    private static final Pattern AMOUNT =
            Pattern.compile("(?<![\\d.])(\\d+(?:\\.\\d+)?)(?![.]\\d)(?:\\s*(?:-|~|—|–|至|到)\\s*(\\d+(?:\\.\\d+)?))?\\s*("
                    + Units.ANY + ")?");
    // 一张, 一步: rather an article than a number.
    private static final Pattern ARTICLE = Pattern.compile("(?<!" + Numerals.SIGNS + ")一(?=[张份条些下种项位步])");
    private static final int CALENDAR = 1900;

    /**
     * @param said as found
     * @param ways to say the same; of a claim one of them must be known
     */
    public record Amount(String said, Set<String> ways) {}

    private Amounts() {}

    /** The words around them. */
    public static String without(String plain) {
        var ignored = new ArrayList<Amount>();
        return AMOUNT.matcher(clocks(dates(counted(plain), ignored), ignored)).replaceAll(" ");
    }

    /** What a sentence claims. */
    public static List<Amount> claimed(String plain) {
        return in(ARTICLE.matcher(plain).replaceAll("某"));
    }

    public static List<Amount> in(String plain) {
        var found = new ArrayList<Amount>();
        String rest = clocks(dates(counted(plain), found), found);
        Matcher amount = AMOUNT.matcher(rest);
        while (amount.find()) {
            String unit = amount.group(3) == null ? "" : amount.group(3);
            found.add(amount(amount.group(), amount.group(1), unit));
            if (amount.group(2) != null) {
                found.add(amount(amount.group(), amount.group(2), unit));
            }
        }
        return found;
    }

    private static String counted(String plain) {
        String text = MONEY.matcher(Numerals.inDigits(plain)).replaceAll("$1元");
        return DAYS.matcher(text).replaceAll("$1天");
    }

    private static Amount amount(String said, String number, String unit) {
        if (unit.isEmpty()) {
            // An area code keeps its zero.
            boolean code = number.startsWith("0") && !number.contains(".");
            return new Amount(said, Set.of((code ? number : Numerals.plain(new BigDecimal(number))) + "|"));
        }
        if (unit.equals("年") && number.matches("\\d{4}") && Integer.parseInt(number) >= CALENDAR) {
            return new Amount(said, Set.of(number + "|year"));
        }
        return new Amount(said, Units.ways(number, unit));
    }

    private static String dates(String text, List<Amount> found) {
        Matcher date = DATE.matcher(text);
        var rest = new StringBuilder();
        @Nullable String lastYear = null;
        while (date.find()) {
            date.appendReplacement(rest, " ");
            @Nullable String year = first(date, 1, 4, 7);
            String month = String.valueOf(first(date, 2, 5, 8));
            @Nullable String day = first(date, 3, 6);
            if (Integer.parseInt(month) > 12) {
                rest.append(Matcher.quoteReplacement(date.group()));
                continue;
            }
            found.add(new Amount(date.group(), date(year, lastYear, month, day)));
            lastYear = year != null ? year : lastYear;
        }
        return date.appendTail(rest).toString();
    }

    /** With and without the year; one that is not said is that of the date before. */
    private static Set<String> date(
            @Nullable String year, @Nullable String lastYear, String month, @Nullable String day) {
        String short_ = Integer.parseInt(month) + (day == null ? "" : "-" + Integer.parseInt(day));
        if (year != null) {
            return Set.of(year + "-" + short_ + "|date");
        }
        return lastYear == null
                ? Set.of(short_ + "|date")
                : Set.of(short_ + "|date", lastYear + "-" + short_ + "|date");
    }

    private static String clocks(String text, List<Amount> found) {
        Matcher clock = CLOCK.matcher(text);
        var rest = new StringBuilder();
        while (clock.find()) {
            clock.appendReplacement(rest, " ");
            int hour = Integer.parseInt(clock.group(2));
            String half = clock.group(1) == null ? "" : clock.group(1);
            boolean afternoon = half.equals("下午") || half.startsWith("晚") || half.equals("中午") && hour < 3;
            @Nullable String minutes = "半".equals(clock.group(4)) ? "30" : first(clock, 3, 5);
            int minute = minutes == null ? 0 : Integer.parseInt(minutes);
            int ofDay = (afternoon && hour < 12 ? hour + 12 : hour) * 60 + minute;
            found.add(new Amount(clock.group(), Set.of(ofDay + "|clock")));
        }
        return clock.appendTail(rest).toString();
    }

    private static @Nullable String first(Matcher found, int... groups) {
        for (int group : groups) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return null;
    }

    /** What a source says, in all ways in which a sentence may claim it. */
    public static Set<String> known(String plain) {
        var known = new HashSet<String>();
        for (Amount amount : in(plain)) {
            known.addAll(amount.ways());
            amount.ways().stream().map(Amounts::parts).forEach(known::addAll);
        }
        return known;
    }

    /** Of 2026-3-1 also 3-1, the month and the year; of any amount its number, for 最多 5 and the columns of tables. */
    private static Set<String> parts(String way) {
        String value = way.substring(0, way.indexOf('|'));
        if (!way.endsWith("|date")) {
            return Set.of(value + "|any");
        }
        var parts = new HashSet<String>();
        String[] numbers = value.split("-", -1);
        boolean withYear = numbers[0].length() == 4;
        if (withYear) {
            parts.add(numbers[0] + "|year");
            parts.add(value.substring(5) + "|date");
            parts.add(numbers[0] + "-" + numbers[1] + "|date");
        }
        parts.add(numbers[withYear ? 1 : 0] + "|月");
        return parts;
    }

    /** Whether what is claimed is known; a number without a unit, on either side, counts as every unit. */
    public static boolean isKnown(Amount claimed, Set<String> known) {
        return claimed.ways().stream().anyMatch(way -> {
            String value = way.substring(0, way.indexOf('|'));
            return known.contains(way)
                    || known.contains(value + "|")
                    || way.endsWith("|") && known.contains(value + "|any");
        });
    }
}
