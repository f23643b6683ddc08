package dev.yiwen.conversation.store;

import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;

/** What people type, made fit to be stored: PostgreSQL refuses NUL and half a surrogate pair. */
public final class MessageText {
    static final int MAX_CHARACTERS = 2000;
    static final int MAX_CLIENT_ID = 64;
    private static final int REPLACEMENT_CHARACTER = 0xFFFD;

    private MessageText() {}

    /**
     * Line ends become LF, control characters go, halves of surrogate pairs become U+FFFD, space around goes. Fails with
     * {@code INVALID} when nothing is left and with {@code TOO_LARGE} above 2,000 characters (code points).
     */
    public static String clean(String typed) {
        var text = typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .map(c -> isHalfOfPair(c) ? REPLACEMENT_CHARACTER : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (text.isEmpty()) {
            throw new Problem(Kind.INVALID, "The text is empty.");
        }
        if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            throw new Problem(Kind.TOO_LARGE, "The text is longer than " + MAX_CHARACTERS + " characters.");
        }
        return text;
    }

    /** A sender's own id of a message: 1 to 64 printable ASCII characters. */
    public static String clientId(String id) {
        if (id.isEmpty() || id.length() > MAX_CLIENT_ID || !id.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw new Problem(
                    Kind.INVALID, "An id of a message has 1 to " + MAX_CLIENT_ID + " printable ASCII characters.");
        }
        return id;
    }

    private static boolean isHalfOfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
