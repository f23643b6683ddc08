package dev.yiwen.assist.procedure;

import java.util.regex.Pattern;

/** Numbers as they are spoken, in digits: 八十元 is 80元, 三个 is 3个, and 一下 stays 一下. */
final class SpokenNumbers {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern LONG = Pattern.compile("[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九][百千][零一二两三四五六七八九十百]*");
    private static final Pattern SINGLE = Pattern.compile("[一二两三四五六七八九](?=[个天号点月元块日年级星次]|小时|分钟|工作日)(?!个人)");

    private SpokenNumbers() {}

    static String inDigits(String text) {
        var tens = LONG.matcher(text).replaceAll(it -> String.valueOf(value(it.group())));
        return SINGLE.matcher(tens)
                .replaceAll(it -> String.valueOf(digit(it.group().charAt(0))));
    }

    /** Of a number below 10,000. */
    private static int value(String number) {
        var sum = 0;
        var digit = 0;
        for (var sign : number.toCharArray()) {
            switch (sign) {
                case '十' -> {
                    sum += 10 * (digit == 0 ? 1 : digit);
                    digit = 0;
                }
                case '百' -> {
                    sum += 100 * digit;
                    digit = 0;
                }
                case '千' -> {
                    sum += 1000 * digit;
                    digit = 0;
                }
                default -> digit = digit(sign);
            }
        }
        // 一百五 is 150.
        var hundreds = number.matches(".*百[一二三四五六七八九]");
        var thousands = number.matches(".*千[一二三四五六七八九]");
        return sum + digit * (thousands ? 100 : hundreds ? 10 : 1);
    }

    private static int digit(char sign) {
        return sign == '两' ? 2 : DIGITS.indexOf(sign);
    }
}
