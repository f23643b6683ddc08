package dev.yiwen.privacy;

import java.util.function.Predicate;

/** Texts without personal data, for logs and lists: what it was is said, but there is no way back. */
public final class Masked {
    private static final int SHOWN = 4;

    private Masked() {}

    /** 我是[姓名]，电话[手机号]. */
    public static String text(String original) {
        return text(original, it -> true);
    }

    static String text(String original, Predicate<Found> which) {
        var found = PersonalData.in(original).stream().filter(which).toList();
        if (found.isEmpty()) {
            return original;
        }
        var masked = new StringBuilder(original.length());
        int past = 0;
        for (Found it : found) {
            masked.append(original, past, it.start())
                    .append('[')
                    .append(it.kind().label())
                    .append(']');
            past = it.end();
        }
        return masked.append(original, past, original.length()).toString();
    }

    /** The first character, by which a name or a place can be told from another. */
    public static String words(String words) {
        return words.substring(0, words.offsetByCodePoints(0, 1)) + "**";
    }

    /** Keeps the last four digits, by which the customer can be asked, and {@code head} of the first. */
    public static String number(String digits, int head) {
        int hidden = Math.max(0, digits.length() - head - SHOWN);
        // A short number would be all shown.
        if (digits.length() < 2 * SHOWN) {
            return "*".repeat(digits.length());
        }
        return digits.substring(0, head) + "*".repeat(hidden) + digits.substring(head + hidden);
    }
}
