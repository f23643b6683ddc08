package dev.yiwen.answer.draft;

import java.util.List;
import java.util.Set;

/**
 * A sentence of a draft.
 *
 * @param text without its citations, with the line break that ends it
 * @param cited the passages that it says it rests on
 */
record Sentence(String text, Set<Integer> cited) {
    Sentence {
        cited = Set.copyOf(cited);
    }

    boolean isBlank() {
        return text.isBlank();
    }

    List<Integer> citedInOrder() {
        return cited.stream().sorted().toList();
    }
}
