package dev.yiwen.privacy;

import java.text.Normalizer;

/**
 * A text whose digits and Latin letters are plain, however they were written (full width, circled, of another script), and
 * without signs that nobody sees. One character here for one there, so that places lead back.
 */
final class FoldedText {
    private static final int KEYCAP = 0x20E3;
    private static final int EMOJI_FORM = 0xFE0F;

    private final String text;
    private final int[] origins;

    private FoldedText(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    static FoldedText of(String original) {
        var plain = new StringBuilder(original.length());
        var origins = new int[original.length() + 1];
        for (int i = 0; i < original.length(); ) {
            int letter = original.codePointAt(i);
            int next = i + Character.charCount(letter);
            if (isSeen(letter)) {
                origins[plain.length()] = i;
                plain.append(plain(letter));
            }
            i = next;
        }
        origins[plain.length()] = original.length();
        return new FoldedText(plain.toString(), origins);
    }

    private static boolean isSeen(int letter) {
        return letter != KEYCAP && letter != EMOJI_FORM && Character.getType(letter) != Character.FORMAT;
    }

    private static char plain(int letter) {
        if (letter < 0x80) {
            return (char) letter;
        }
        int digit = switch (Character.getType(letter)) {
            case Character.DECIMAL_DIGIT_NUMBER -> Character.digit(letter, 10);
            case Character.OTHER_NUMBER -> Character.getNumericValue(letter);
            default -> -1;
        };
        if (digit >= 0 && digit <= 9) {
            return (char) ('0' + digit);
        }
        boolean compatible =
                letter >= 0xFF01 && letter <= 0xFF5E || letter >= 0x2460 && letter <= 0x24FF || letter >= 0x1D400;
        if (compatible) {
            String one = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC);
            return one.length() == 1 ? one.charAt(0) : '\uFFFC';
        }
        return letter > Character.MAX_VALUE ? '\uFFFC' : (char) letter;
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    char at(int place) {
        return place >= 0 && place < text.length() ? text.charAt(place) : '\n';
    }

    PersonalDatum found(Kind kind, int start, int end, String value) {
        // After the last character, but before unseen ones that follow it.
        int last = origins[end - 1];
        return new PersonalDatum(kind, origins[start], Math.max(last + 1, Math.min(origins[end], last + 2)), value);
    }

    PersonalDatum found(Kind kind, int start, int end) {
        return found(kind, start, end, text.substring(start, end));
    }
}
