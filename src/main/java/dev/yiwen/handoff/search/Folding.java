package dev.yiwen.handoff.search;

import com.github.houbb.opencc4j.util.ZhConverterUtil;

/**
 * The form in which words are looked for: small letters, half width, simplified characters. One character for one character, so
 * that a place in it is the same place in the text. The database's function {@code folded} does the same.
 */
final class Folding {
    private static final char FULL_WIDTH_FIRST = '！';
    private static final char FULL_WIDTH_LAST = '～';
    private static final char FULL_WIDTH_SPACE = '　';
    private static final char HAN_FIRST = '一';
    private static final char HAN_LAST = '鿿';

    private Folding() {}

    static String of(String text) {
        var folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = simplified(halfWidth(Character.toLowerCase(folded[i])));
        }
        return new String(folded);
    }

    private static char halfWidth(char letter) {
        if (letter == FULL_WIDTH_SPACE) {
            return ' ';
        }
        return letter >= FULL_WIDTH_FIRST && letter <= FULL_WIDTH_LAST
                ? (char) (letter - FULL_WIDTH_FIRST + '!')
                : letter;
    }

    private static char simplified(char letter) {
        if (letter < HAN_FIRST || letter > HAN_LAST) {
            return letter;
        }
        var simple = ZhConverterUtil.toSimple(String.valueOf(letter));
        return simple.length() == 1 && simple.charAt(0) >= HAN_FIRST && simple.charAt(0) <= HAN_LAST
                ? simple.charAt(0)
                : letter;
    }
}
