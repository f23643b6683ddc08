package dev.yiwen.assist.procedure;

import dev.yiwen.reading.Numerals;
import java.util.regex.Pattern;

/** Numbers as they are spoken, in digits: 八十元 is 80元, 三个 is 3个, and 一下 stays 一下. */
final class SpokenNumbers {
    private static final Pattern LONG = Pattern.compile("[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九][百千][零一二两三四五六七八九十百]*");
    private static final Pattern SINGLE = Pattern.compile("[一二两三四五六七八九](?=[个天号点月元块日年级星次]|小时|分钟|工作日)(?!个人)");

    private SpokenNumbers() {}

    static String inDigits(String text) {
        var tens = LONG.matcher(text).replaceAll(it -> Numerals.digits(it.group()));
        return SINGLE.matcher(tens).replaceAll(it -> Numerals.digits(it.group()));
    }
}
