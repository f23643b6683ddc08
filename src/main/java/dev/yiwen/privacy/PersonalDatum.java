package dev.yiwen.privacy;

/**
 * What stands somewhere in a text.
 *
 * @param start of its first character in the text as it was written, {@code end} after its last
 * @param value the same however it was written: digits plain and without separators
 */
public record PersonalDatum(Kind kind, int start, int end, String value) {

    int length() {
        return end - start;
    }

    boolean overlaps(PersonalDatum other) {
        return start < other.end && other.start < end;
    }
}
