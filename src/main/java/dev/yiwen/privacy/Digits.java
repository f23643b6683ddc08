package dev.yiwen.privacy;

import java.util.ArrayList;
import java.util.List;

/** Groups of digits in a text, in figures or in characters (一三八, 幺, 贰, O), with what stands between them. */
final class Digits {
    private static final String CHARACTERS = "零一二三四五六七八九〇幺贰叁肆伍陆柒捌玖○壹";
    private static final String VALUES = "012345678901234567890" + "1";
    /** Between the groups of one number. */
    private static final String SEPARATORS = " \t-–—―−_./·•・…|,，、~*+=()（）[]#:";

    private static final int WIDEST_GAP = 3;
    private static final int WIDEST_SPACE = 6;

    /**
     * @param start in the plain text, {@code end} after its last digit
     * @param joins whether what stands before it lets it be the same number as the group before
     */
    record Group(int start, int end, String digits, boolean inCharacters, boolean joins) {}

    private Digits() {}

    /** Whether there is a number or a Latin letter at all: most questions hold none. */
    static boolean mayBeIn(FoldedText text) {
        for (int i = 0; i < text.length(); i++) {
            if (value(text, i, false) >= 0 || isLatin(text.at(i))) {
                return true;
            }
        }
        return false;
    }

    static List<Group> groups(FoldedText text) {
        var groups = new ArrayList<Group>();
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            if (value(text, i, false) < 0) {
                i++;
                continue;
            }
            int start = i;
            boolean inCharacters = false;
            var digits = new StringBuilder();
            for (int value = value(text, i, false); value >= 0; value = value(text, i, true)) {
                digits.append(value);
                inCharacters |= text.at(i) > 0x7F;
                i++;
            }
            groups.add(new Group(start, i, digits.toString(), inCharacters, before >= 0 && isGap(text, before, start)));
            before = i;
        }
        return groups;
    }

    private static int value(FoldedText text, int place, boolean within) {
        char letter = text.at(place);
        if (letter >= '0' && letter <= '9') {
            return letter - '0';
        }
        // 138OO138OOO
        if ((letter == 'o' || letter == 'O') && within && !isLatin(text.at(place - 1), true)) {
            return isLatin(text.at(place + 1), true) ? -1 : 0;
        }
        int at = letter > 0x7F ? CHARACTERS.indexOf(letter) : -1;
        return at < 0 ? -1 : VALUES.charAt(at) - '0';
    }

    static boolean isLatin(char letter) {
        return isLatin(letter, false);
    }

    private static boolean isLatin(char letter, boolean butO) {
        boolean latin = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
        return latin && !(butO && (letter == 'o' || letter == 'O'));
    }

    private static boolean isGap(FoldedText text, int from, int to) {
        if (to - from > WIDEST_GAP
                        && !text.text()
                                .substring(from, Math.min(to, from + WIDEST_SPACE + 1))
                                .isBlank()
                || to - from > WIDEST_SPACE) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (SEPARATORS.indexOf(text.at(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
