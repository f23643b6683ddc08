package dev.yiwen.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** What the digits of a number say about it. */
final class Checksums {
    private static final Set<Integer> REGIONS = Set.of(
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
            62, 63, 64, 65, 71, 81, 82, 83, 91);

    private Checksums() {}

    /** ISO/IEC 7812-1, annex B. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    /**
     * Region, day of birth and length as in GB 11643. The check digit (ISO 7064, MOD 11-2) is not asked for: a number with
     * a slip of the finger is somebody's too, and what only looks like one fails by its day.
     */
    static boolean identityCard(String number) {
        return switch (number.length()) {
            case 18 -> REGIONS.contains(two(number, 0)) && isDay(Integer.parseInt(number.substring(6, 10)), number, 10);
            case 15 -> REGIONS.contains(two(number, 0)) && isDay(1900 + two(number, 6), number, 8);
            default -> false;
        };
    }

    /** Such as 20261129083000: when, not who. */
    static boolean isTimestamp(String digits) {
        boolean long14 = digits.length() == 14 || digits.length() == 17;
        if (long14 && isDay(Integer.parseInt(digits.substring(0, 4)), digits, 4)) {
            return two(digits, 8) < 24 && two(digits, 10) < 60 && two(digits, 12) < 60;
        }
        return digits.length() == 13 && digits.matches("1[5-9]\\d{11}");
    }

    private static boolean isDay(int year, String digits, int at) {
        return year >= 1900 && year <= 2099 && isDay(year, two(digits, at), two(digits, at + 2));
    }

    static boolean isDay(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int two(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }
}
