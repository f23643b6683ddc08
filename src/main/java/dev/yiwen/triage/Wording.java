package dev.yiwen.triage;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** A message in the form that cues are written in: the header of {@code triage/human.txt} describes it to editors. */
final class Wording {
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Punct}\\p{IsPunctuation}\\p{So}\\p{Sk}\\s]+");
    private static final Pattern LATIN_GAP = Pattern.compile("(?<=[a-z])\\s+(?=[a-z])");
    // 人 工, 转 人 工: letters set apart to be seen, or to slip past a filter.
    private static final Pattern SPACED_OUT =
            Pattern.compile("(?<=(?:^|\\n)\\p{IsHan})\\n(?=\\p{IsHan}(?:$|\\n))", Pattern.DOTALL);
    // Patterns look at a line at a time. Nobody writes so much without a mark; who does gets each part of it read, and
    // the seams
    // twice.
    private static final int LONGEST_LINE = 200;
    private static final int SEAM = 40;
    private static final int BEGINNING = 2_000;
    private static final int END = 500;
    private static final char LATIN_SPACE = '\u0001';

    // Character by character, remembered: the library's own conversion segments words first, which takes milliseconds.
    private static final char[] SIMPLIFIED = new char[0x10000];

    private Wording() {}

    /** In lower case, of one width and one script, with its punctuation. */
    static String plain(String raw) {
        return simplified(Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    static String of(String raw) {
        // Some characters become many.
        String text = ends(plain(ends(raw)));
        text = LATIN_GAP.matcher(text).replaceAll(String.valueOf(LATIN_SPACE));
        text = SEPARATORS.matcher(text).replaceAll("\n").strip();
        return inLines(SPACED_OUT.matcher(text.replace(LATIN_SPACE, ' ')).replaceAll(""));
    }

    private static String inLines(String text) {
        if (text.length() <= LONGEST_LINE) {
            return text;
        }
        var lines = new StringJoiner("\n");
        for (String line : text.split("\n")) {
            int from = 0;
            for (; line.length() - from > LONGEST_LINE; from += LONGEST_LINE - SEAM) {
                lines.add(line.substring(from, from + LONGEST_LINE));
            }
            lines.add(line.substring(from));
        }
        return lines.toString();
    }

    /** Whoever pastes pages says what he wants before or after them; patterns need not crawl through the rest. */
    private static String ends(String raw) {
        return raw.length() <= BEGINNING + END
                ? raw
                : raw.substring(0, BEGINNING) + '\n' + raw.substring(raw.length() - END);
    }

    private static String simplified(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            char c = characters[i];
            if (Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) {
                if (SIMPLIFIED[c] == 0) {
                    String one = ZhConverterUtil.toSimple(String.valueOf(c));
                    SIMPLIFIED[c] = one.length() == 1 ? one.charAt(0) : c;
                }
                characters[i] = SIMPLIFIED[c];
            }
        }
        return new String(characters);
    }
}
