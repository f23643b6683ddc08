package dev.yiwen.reading;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese numerals that count something, as digits: 三十天 is 30天, 百分之五 is 5%, 1.5万 is 15000. */
public final class Numerals {
    static final String SIGNS = "[零〇一二两三四五六七八九十百千万亿半]";
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern SHARE = Pattern.compile("百分之(" + SIGNS + "+|\\d+(?:\\.\\d+)?)");
    private static final Pattern TENTHS = Pattern.compile("([一二两三四五六七八九])成(?![员为立功本交])");
    private static final Pattern MIXED = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([千万亿])(?!兆)");
    private static final Pattern COUNTED =
            Pattern.compile("(?<!" + SIGNS + "|第|[统唯同])(" + SIGNS + "+)(?=\\s*(?:" + Units.ANY + "))");
    // 九点 is a time only where something says so; 两点 is mostly two points.
    private static final Pattern CLOCK = Pattern.compile("(?<=上午|下午|早上|晚上|凌晨|中午|早|晚)(" + SIGNS + "{1,3})(?=点)|(?<!"
            + SIGNS + ")(" + SIGNS + "{1,3})(?=点(?:半|整|钟|前|后|到|至))");

    private Numerals() {}

    static String inDigits(String plain) {
        String text = SHARE.matcher(plain).replaceAll(it -> value(it.group(1)) + "%");
        text = TENTHS.matcher(text).replaceAll(it -> value(it.group(1) + "十") + "%");
        text = MIXED.matcher(text).replaceAll(it -> plain(new BigDecimal(it.group(1)).multiply(scale(it.group(2)))));
        text = CLOCK.matcher(text).replaceAll(it -> value(it.group(1) != null ? it.group(1) : it.group(2)));
        return COUNTED.matcher(text).replaceAll(it -> Matcher.quoteReplacement(value(it.group(1))));
    }

    private static BigDecimal scale(String sign) {
        return BigDecimal.TEN.pow(
                switch (sign) {
                    case "千" -> 3;
                    case "万" -> 4;
                    default -> 8;
                });
    }

    /** Of signs or of digits: 五十八 is 58, 58 is 58. */
    public static String digits(String number) {
        return value(number);
    }

    /** 二零二六 is 2026, 三十 is 30, 一百五 is 150, 一万五千 is 15000, 半 is 0.5. */
    private static String value(String signs) {
        if (Character.isDigit(signs.charAt(0)) && signs.charAt(0) < 0x80) {
            return signs;
        }
        if (signs.equals("半")) {
            return "0.5";
        }
        String plain = signs.replace('两', '二').replace('〇', '零').replace("半", "");
        if (plain.chars().allMatch(it -> DIGITS.indexOf(it) >= 0)) {
            var digits = new StringBuilder();
            plain.chars().forEach(it -> digits.append(DIGITS.indexOf(it)));
            return digits.toString();
        }
        return String.valueOf(number(plain));
    }

    private static long number(String signs) {
        long whole = 0;
        long section = 0;
        long digit = 0;
        long last = 1;
        for (int i = 0; i < signs.length(); i++) {
            char sign = signs.charAt(i);
            long scale = switch (sign) {
                case '十' -> 10;
                case '百' -> 100;
                case '千' -> 1000;
                case '万' -> 10_000;
                case '亿' -> 100_000_000;
                default -> 1;
            };
            if (scale == 1) {
                digit = DIGITS.indexOf(sign);
                last = sign == '零' ? 1 : last;
            } else if (scale >= 10_000) {
                whole = (whole + section + digit) * scale;
                section = 0;
                digit = 0;
                last = scale;
            } else {
                section += Math.max(digit, i == 0 || section == 0 && whole == 0 ? 1 : digit) * scale;
                digit = 0;
                last = scale;
            }
        }
        // 一百五 is 150.
        return whole + section + (last > 10 ? digit * last / 10 : digit);
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
