package dev.yiwen.answer.decision;

import dev.yiwen.answer.reading.DialogueState;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.triage.TriageReading;
import org.jspecify.annotations.Nullable;

/**
 * A decision and what led to it.
 *
 * @param state where the talk stood before the message
 */
public record Decided(Decision decision, TriageReading triage, LookupResult found, DialogueState state, Taken taken) {

    /** Milliseconds until the message was understood, and then until triage had read it. */
    public record Taken(double readMs, double triageMs) {}

    /** What was looked up: the message, the offered question that it chose, or its words with those of an earlier one. */
    public String question() {
        return found.question();
    }

    /** Null when nothing had to be looked up. */
    public @Nullable Retrieved retrieved() {
        return found.retrieved();
    }
}
