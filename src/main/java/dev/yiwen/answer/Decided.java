package dev.yiwen.answer;

import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.triage.TriageReading;
import org.jspecify.annotations.Nullable;

/** A decision and what led to it. */
record Decided(Decision decision, TriageReading triage, Findings found, double triageMs) {

    /** What was looked up: the message, the offered question that it chose, or its words with those of an earlier one. */
    String question() {
        return found.question();
    }

    /** Null when nothing had to be looked up. */
    @Nullable Retrieved retrieved() {
        return found.retrieved();
    }
}
