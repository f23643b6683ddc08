package dev.yiwen.privacy;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Texts without personal data, for logs and lists: what it was is said, but there is no way back. */
public final class Masked {
    private static final int SHOWN = 4;

    private Masked() {}

    /** 我是[姓名]，电话[手机号]. */
    public static String text(String original) {
        return text(original, it -> true);
    }

    /**
     * At most {@code longest} characters of a beginning. What is given goes on a little, so that a number at the end is read
     * whole and not shown by half.
     */
    public static @Nullable String beginning(@Nullable String original, int longest) {
        if (original == null) {
            return null;
        }
        var masked = text(original);
        return masked.codePointCount(0, masked.length()) <= longest
                ? masked
                : masked.substring(0, masked.offsetByCodePoints(0, longest));
    }

    static String text(String original, Predicate<PersonalDatum> which) {
        var found = PersonalData.in(original).stream().filter(which).toList();
        if (found.isEmpty()) {
            return original;
        }
        var masked = new StringBuilder(original.length());
        int past = 0;
        for (PersonalDatum it : found) {
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
