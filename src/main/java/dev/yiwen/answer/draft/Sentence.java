package dev.yiwen.answer.draft;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A sentence of a draft.
 *
 * @param text without its citations, with the line break that ends it
 * @param cited the passages that it says it rests on
 */
record Sentence(String text, Set<Integer> cited) {
    private static final Pattern LAYOUT = Pattern.compile("[\\s*_|:-]*");

    Sentence {
        cited = Set.copyOf(cited);
    }

    /** Whether it is layout alone: line breaks, the end of what is bold, the rule of a table. */
    boolean isBlank() {
        return LAYOUT.matcher(text).matches();
    }

    List<Integer> citedInOrder() {
        return cited.stream().sorted().toList();
    }
}
