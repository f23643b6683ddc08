package dev.yiwen.knowledge.golden;

import java.util.List;

/**
 * A question whose outcome is settled.
 *
 * @param turns what the customer says, one after the other; the last is judged
 * @param mustPass whether a change that breaks it is held back
 * @param group what belongs together, e.g. a product; may be empty
 */
public record GoldenCase(String name, List<String> turns, Expectation expectation, boolean mustPass, String group) {
    public GoldenCase {
        turns = List.copyOf(turns);
    }
}
