package dev.yiwen.knowledge.importing.source;

/** Numbers as lists of documents write them (ECMA-376, part 1, 17.18.59). */
final class CountingForm {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String LEGAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_SIGNS = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    private CountingForm() {}

    static String of(int number, String form) {
        return switch (form) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand" -> counted(number, DIGITS, "十百千");
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" ->
                counted(number, LEGAL, "拾佰仟");
            case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" -> digits(number);
            case "ideographTraditional" -> sign(number, STEMS);
            case "ideographZodiac" -> sign(number, BRANCHES);
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(java.util.Locale.ROOT);
            case "upperLetter" -> letters(number, 'A');
            case "lowerLetter" -> letters(number, 'a');
            case "decimalZero" -> number < 10 ? "0" + number : String.valueOf(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                number >= 1 && number <= 20 ? String.valueOf((char) ('①' + number - 1)) : "(" + number + ")";
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
            case "none" -> "";
            default -> String.valueOf(number);
        };
    }

    private static String sign(int number, String signs) {
        return number < 1 ? "" : String.valueOf(signs.charAt((number - 1) % signs.length()));
    }

    private static String digits(int number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(it -> it == '0' ? "〇" : String.valueOf(DIGITS.charAt(it - '0')))
                .reduce("", String::concat);
    }

    private static String fullWidth(int number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(it -> String.valueOf((char) (it - '0' + '０')))
                .reduce("", String::concat);
    }

    /** 十一, 二十, 一百零五. */
    private static String counted(int number, String digits, String powers) {
        if (number <= 0 || number > 9999) {
            return String.valueOf(number);
        }
        var text = new StringBuilder();
        boolean gap = false;
        for (int power = 3, unit = 1000; power >= 0; power--, unit /= 10) {
            int digit = number / unit % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append(digits.charAt(0));
                gap = false;
            }
            text.append(digits.charAt(digit));
            if (power > 0) {
                text.append(powers.charAt(power - 1));
            }
        }
        return number >= 10 && number < 20 && digits.equals(DIGITS) ? text.substring(1) : text.toString();
    }

    private static String roman(int number) {
        var text = new StringBuilder();
        int rest = Math.min(Math.max(number, 0), 4999);
        for (int i = 0; i < ROMAN.length; i++) {
            while (rest >= ROMAN[i]) {
                text.append(ROMAN_SIGNS[i]);
                rest -= ROMAN[i];
            }
        }
        return text.toString();
    }

    /** a … z, aa, bb: as Word goes on. */
    private static String letters(int number, char first) {
        return number < 1
                ? ""
                : String.valueOf((char) (first + (number - 1) % 26)).repeat(Math.min((number - 1) / 26 + 1, 10));
    }
}
