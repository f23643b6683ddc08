package dev.yiwen.ticket;

import java.util.regex.Pattern;

/** What customers can be reached by, as those see it who need not reach them: the last two characters tell one from another. */
final class ContactMask {
    private static final int SHOWN = 2;
    /** At least seven digits, as people part them. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}(?:[ ()（）-]{0,2}\\p{Nd}){6,29}");

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,255}");

    private ContactMask() {}

    /** Letters and digits, whatever they mean: customers say in their own words how to reach them. */
    static String all(String contact) {
        var points = contact.codePoints().toArray();
        for (int i = 0; i < points.length - SHOWN; i++) {
            points[i] = Character.isLetterOrDigit(points[i]) ? '*' : points[i];
        }
        return points.length <= SHOWN ? "*".repeat(points.length) : new String(points, 0, points.length);
    }

    /** Numbers and addresses in a text. */
    static String in(String text) {
        var numbers = NUMBER.matcher(text).replaceAll(found -> all(found.group()));
        return ADDRESS.matcher(numbers).replaceAll(found -> all(found.group()));
    }
}
