package dev.yiwen.promise;

import dev.yiwen.reading.Quantity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an agent's sentence commits to.
 *
 * @param clause that it stands in, as it was said
 * @param quantity null for an absolute word
 * @param word the absolute word, empty for a quantity
 * @param terms of the clause
 * @param around terms of the rest of the sentence
 * @param others what else the clause fixes
 * @param aside what the rest of the sentence fixes
 * @param binding whether the clause speaks of what somebody gets, pays or waits for
 */
record Claim(
        String clause,
        @Nullable Quantity quantity,
        String word,
        Set<String> terms,
        Set<String> around,
        List<Quantity> others,
        List<Quantity> aside,
        boolean binding) {
    Claim {
        terms = Set.copyOf(terms);
        around = Set.copyOf(around);
        others = List.copyOf(others);
        aside = List.copyOf(aside);
    }
}
