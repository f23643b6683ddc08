package dev.yiwen.retrieval;

import dev.yiwen.shared.ResourceLines;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of the trade that the general dictionary would cut ({@code retrieval/dictionary.txt}: word, weight, kind). */
public final class ProductWords {
    private static final Set<String> ALL = ResourceLines.of("retrieval/dictionary.txt").stream()
            .map(line -> line.substring(0, line.indexOf(' ')))
            .collect(Collectors.toUnmodifiableSet());

    private ProductWords() {}

    /** In lower case. */
    public static Set<String> all() {
        return ALL;
    }
}
