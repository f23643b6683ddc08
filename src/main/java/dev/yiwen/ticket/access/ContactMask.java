package dev.yiwen.ticket.access;

/** What customers can be reached by, as those see it who need not reach them: the last two characters tell one from another. */
public final class ContactMask {
    private static final int SHOWN = 2;

    private ContactMask() {}

    /** Letters and digits, whatever they mean: customers say in their own words how to reach them. */
    public static String all(String contact) {
        var points = contact.codePoints().toArray();
        for (int i = 0; i < points.length - SHOWN; i++) {
            points[i] = Character.isLetterOrDigit(points[i]) ? '*' : points[i];
        }
        return points.length <= SHOWN ? "*".repeat(points.length) : new String(points, 0, points.length);
    }
}
