package dev.yiwen.knowledge.graph;

import org.jspecify.annotations.Nullable;

/**
 * How many confirmed cases had a cause.
 *
 * @param symptom of these, those in which it was found; null: of all
 */
record CaseCount(String cause, @Nullable String symptom, int cases) {}
