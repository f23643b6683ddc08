package dev.yiwen.llm;

/** Why the model's reply cannot be used. */
public enum Fault {
    /** Nothing was written in time. */
    SLOW_START,
    /** It was not finished in time. */
    SLOW,
    /** Nobody listens there. */
    UNREACHABLE,
    /** 429: too many requests. */
    BUSY,
    /** 5xx. */
    BROKEN,
    /** Another status: a wrong key, address or model. */
    REJECTED,
    /** The connection ended before the reply did. */
    CUT,
    /** Not the protocol. */
    UNREADABLE,
    EMPTY,
    /** It went on looking things up instead of writing. */
    ONLY_TOOLS,
    /** Longer than it may be. */
    TOO_LONG,
    /** It failed too often lately and is left alone. */
    PAUSED,
    /** Too many calls are under way. */
    CROWDED,
    CONVERSATION_BUDGET,
    DAY_BUDGET,
    /** None of these: look into the log. */
    UNEXPECTED;

    /** Whether the server said no before it did any work. */
    boolean costsNothing() {
        return switch (this) {
            case UNREACHABLE, BUSY, BROKEN, REJECTED, PAUSED, CROWDED, CONVERSATION_BUDGET, DAY_BUDGET -> true;
            case SLOW_START, SLOW, CUT, UNREADABLE, EMPTY, ONLY_TOOLS, TOO_LONG, UNEXPECTED -> false;
        };
    }

    /** Whether it speaks of the server's health rather than of our limits. */
    boolean isTheServers() {
        return switch (this) {
            case CONVERSATION_BUDGET, DAY_BUDGET, CROWDED, PAUSED, ONLY_TOOLS -> false;
            case SLOW_START, SLOW, UNREACHABLE, BUSY, BROKEN, REJECTED, CUT, UNREADABLE, EMPTY, TOO_LONG, UNEXPECTED ->
                true;
        };
    }

    /** Whether another attempt may find it well. */
    boolean passes() {
        return this == BUSY || this == BROKEN || this == UNREACHABLE;
    }
}
