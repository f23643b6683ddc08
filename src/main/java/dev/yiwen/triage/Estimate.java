package dev.yiwen.triage;

import java.util.List;

/**
 * How satisfied the customer of a conversation was, as far as its words tell.
 *
 * @param dissatisfied probability that they were dissatisfied
 * @param satisfied probability that they were satisfied, and not in between
 * @param likely what it comes to
 * @param turns of each thing that the customer said, in order, the probability that it is dissatisfied
 */
public record Estimate(double dissatisfied, double satisfied, Mood likely, List<Double> turns) {

    public Estimate {
        turns = List.copyOf(turns);
    }

    /** In the order of the labels 0 to 2. */
    public enum Mood {
        DISSATISFIED,
        NEUTRAL,
        SATISFIED
    }
}
