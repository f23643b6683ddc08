package dev.yiwen.retrieval.text;

import dev.yiwen.shared.ResourceLines;
import java.util.Set;

/** Words that say nothing of what a question is about ({@code retrieval/stop-words.txt}, one a line). */
final class StopWords {
    private static final Set<String> WORDS = Set.copyOf(ResourceLines.of("retrieval/stop-words.txt"));

    private StopWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
