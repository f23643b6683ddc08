package dev.yiwen.privacy;

/** Texts without personal data, for logs and lists: what it was is said, but there is no way back. */
public final class Masked {
    private static final int SHOWN = 4;

    private Masked() {}

    /** 我是[姓名]，电话[手机号]. */
    public static String text(String original) {
        var found = PersonalData.in(original);
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
