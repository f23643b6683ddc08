package dev.yiwen.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Word lists as patterns. */
final class WordLists {
    private WordLists() {}

    /** A pattern of any of them, of two that begin alike the longer. */
    static String any(Collection<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(it -> it))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
