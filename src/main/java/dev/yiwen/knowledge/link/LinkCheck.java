package dev.yiwen.knowledge.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a link.
 *
 * @param status what was answered last; null when nothing was
 * @param failures checks in a row that came to nothing
 * @param detail why nothing was answered, or why it was not looked at; empty for none
 * @param checkedAt null: never
 */
record LinkCheck(
        String url,
        State state,
        @Nullable Integer status,
        int failures,
        String detail,
        @Nullable Instant checkedAt) {

    enum State {
        WORKS,
        /** There is no such page, or it has failed for some checks. */
        BROKEN,
        /** Nobody has answered for some checks. */
        UNREACHABLE,
        /** Not looked at yet, or not for certain. */
        UNCHECKED
    }

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int FAULT = 500;
    private static final int HUNDRED = 100;
    private static final int GOOD = 3;

    static LinkCheck never(String url) {
        return new LinkCheck(url, State.UNCHECKED, null, 0, "", null);
    }

    /**
     * After one more look.
     *
     * @param wayOut false: nobody at all was reached, so that it is this installation that has no way out, and nothing is known
     * @param limit failures in a row from which on they are told
     */
    LinkCheck after(Probe probe, boolean wayOut, int limit, Instant at) {
        return switch (probe) {
            case Probe.Answered(int answer)
            when answer / HUNDRED <= GOOD -> new LinkCheck(url, State.WORKS, answer, 0, "", at);
            case Probe.Answered(int answer)
            when answer == NOT_FOUND || answer == GONE ->
                new LinkCheck(url, State.BROKEN, answer, failures + 1, "", at);
            case Probe.Answered(int answer)
            when answer < FAULT ->
                // Wants to know who asks, or has had enough of machines: a page is there.
                new LinkCheck(url, State.WORKS, answer, 0, "", at);
            case Probe.Answered(int answer) ->
                new LinkCheck(url, failures + 1 >= limit ? State.BROKEN : state, answer, failures + 1, "", at);
            case Probe.Refused(String why) -> new LinkCheck(url, State.UNCHECKED, null, 0, why, at);
            case Probe.Silent(String why) ->
                wayOut
                        ? new LinkCheck(
                                url, failures + 1 >= limit ? State.UNREACHABLE : state, null, failures + 1, why, at)
                        : new LinkCheck(url, state, status, failures, "no way out", at);
        };
    }

    /** What came of one look. */
    sealed interface Probe {
        /** @param status after redirects */
        record Answered(int status) implements Probe {}

        /** It was not asked: an address of this machine or of a private network. */
        record Refused(String why) implements Probe {}

        record Silent(String why) implements Probe {}
    }
}
