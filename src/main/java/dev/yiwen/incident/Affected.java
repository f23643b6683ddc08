package dev.yiwen.incident;

/** Whether an incident concerns somebody. */
public enum Affected {
    /** The matter is theirs, and they are where it is. */
    YES,
    /** The matter is theirs; where they are, or what they have, is not known. */
    MAYBE,
    NO;

    Affected and(Affected other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
