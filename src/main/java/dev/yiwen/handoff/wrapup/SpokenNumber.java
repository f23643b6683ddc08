package dev.yiwen.handoff.wrapup;

import java.time.DateTimeException;

/** Small numbers as people say them: 十二, 二十五, 两, 半, 3.5. */
final class SpokenNumber {
    private static final String DIGITS = "零一二三四五六七八九";

    private SpokenNumber() {}

    /** Fails with {@link DateTimeException} for what is no number. */
    static double of(String words) {
        if (words.equals("半")) {
            return 0.5;
        }
        if (!words.isEmpty() && Character.isDigit(words.charAt(0))) {
            return Double.parseDouble(words);
        }
        int tens = words.indexOf('十');
        if (tens < 0) {
            return digits(words);
        }
        return 10 * (tens == 0 ? 1 : digits(words.substring(0, tens)))
                + (tens == words.length() - 1 ? 0 : digits(words.substring(tens + 1)));
    }

    private static int digits(String words) {
        int n = 0;
        for (char c : words.replace('两', '二').toCharArray()) {
            int digit = DIGITS.indexOf(c);
            if (digit < 0) {
                throw new DateTimeException(words);
            }
            n = 10 * n + digit;
        }
        return n;
    }
}
