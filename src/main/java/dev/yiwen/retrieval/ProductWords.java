package dev.yiwen.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of the trade that the general dictionary would cut ({@code retrieval/dictionary.txt}: word, weight, kind). */
public final class ProductWords {
    private static final Set<String> ALL = read();

    private ProductWords() {}

    /** In lower case. */
    public static Set<String> all() {
        return ALL;
    }

    private static Set<String> read() {
        try (var words = resource()) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.substring(0, Math.max(0, line.indexOf(' '))))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource() {
        return Objects.requireNonNull(
                ProductWords.class.getResourceAsStream("/retrieval/dictionary.txt"), "retrieval/dictionary.txt");
    }
}
