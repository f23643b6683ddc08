package dev.yiwen.answer;

import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.triage.TriageReading;
import org.jspecify.annotations.Nullable;

/**
 * A decision and what led to it.
 *
 * @param question what was looked up: the message, or the offered question that it chose
 * @param retrieved null when nothing had to be looked up
 */
record Decided(
        Decision decision,
        TriageReading triage,
        String question,
        @Nullable Retrieved retrieved,
        double triageMs) {}
