package dev.yiwen.retrieval.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that say nothing of what a question is about ({@code retrieval/stop-words.txt}, one a line). */
final class StopWords {
    private static final Set<String> WORDS = load();

    private StopWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }

    private static Set<String> load() {
        try (InputStream in = Objects.requireNonNull(
                StopWords.class.getResourceAsStream("/retrieval/stop-words.txt"), "retrieval/stop-words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
