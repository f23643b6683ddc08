package dev.yiwen.shared;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a Chinese writer means by marks that CommonMark reads otherwise, said to the parser in characters of private use and
 * taken back from what it made. The pages follow the same rules: {@code as-written.ts}.
 */
final class AsWritten {
    private static final char EDGE = '\uE000';
    private static final char STAR = '\uE001';
    private static final char DOT = '\uE002';
    private static final char BRACKET = '\uE003';
    private static final Pattern PRIVATE = Pattern.compile("[\uE000-\uE003]");

    /** What a telephone is told: *#06#, **21*10086#. */
    private static final Pattern DIALLED =
            Pattern.compile("(?:\\*{1,2}|#{1,2}|\\*#|#\\*)\\d{1,6}(?:\\*\\+?\\d{0,20}){0,4}#");
    /** 5*8, 12*512: times. */
    private static final Pattern TIMES = Pattern.compile("(?<=\\d)\\*(?=\\d)");
    /** A line that begins with a year or another number that counts nothing. */
    private static final Pattern NUMBERED_LINE =
            Pattern.compile("^(\\s*(?:[-*+>]\\s+)*\\d{4,9})([.)])(?=\\s)", Pattern.MULTILINE);
    /** Bold that begins or ends beside a sign on one side and a letter on the other. */
    private static final Pattern BOLD = Pattern.compile("(?<![\\\\*])\\*{2,3}(?!\\*)");

    private static final Pattern CHINESE =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\u3000-\u303F\uFF00-\uFFEF“”‘’…—·]");
    private static final Pattern SIGN = Pattern.compile("[\\p{P}\\p{S}]");

    private AsWritten() {}

    static String prepared(String text) {
        String plain = PRIVATE.matcher(text).replaceAll("");
        plain = DIALLED.matcher(plain).replaceAll(it -> it.group().replace('*', STAR));
        plain = TIMES.matcher(plain).replaceAll(String.valueOf(STAR));
        plain = NUMBERED_LINE
                .matcher(plain)
                .replaceAll(it -> it.group(1) + (it.group(2).equals(".") ? DOT : BRACKET));
        String whole = plain;
        return BOLD.matcher(whole).replaceAll(it -> edged(it, whole));
    }

    private static String edged(MatchResult marks, String whole) {
        String before = marks.start() == 0 ? "\n" : Character.toString(whole.codePointBefore(marks.start()));
        String after = marks.end() == whole.length() ? "\n" : Character.toString(whole.codePointAt(marks.end()));
        if (!is(CHINESE, before) && !is(CHINESE, after)) {
            return marks.group();
        }
        boolean left = is(SIGN, before) && !is(SIGN, after) && !after.isBlank();
        boolean right = is(SIGN, after) && !is(SIGN, before) && !before.isBlank();
        return (left ? EDGE : "") + marks.group() + (right ? EDGE : "");
    }

    private static boolean is(Pattern kind, String letter) {
        return kind.matcher(letter).matches();
    }

    static String restored(String made) {
        return made.replace(String.valueOf(EDGE), "")
                .replace(STAR, '*')
                .replace(DOT, '.')
                .replace(BRACKET, ')');
    }
}
