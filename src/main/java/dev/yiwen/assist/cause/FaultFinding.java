package dev.yiwen.assist.cause;

import org.jspecify.annotations.Nullable;

/**
 * What became clear of a fault.
 *
 * @param asked the question of a check, or the name of a symptom that was complained of
 * @param symptom its name in the graph, {@link #NONE} when no answer that is known fits; null when the customer does not know
 * @param seq number of the message that says so; null when it was set by hand
 */
record FaultFinding(
        String asked, @Nullable String symptom, @Nullable Long seq) {
    static final String NONE = "-";

    boolean byHand() {
        return seq == null;
    }
}
