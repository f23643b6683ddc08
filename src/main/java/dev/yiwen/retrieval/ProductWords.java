package dev.yiwen.retrieval;

import com.huaban.analysis.jieba.WordDictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;

/** Words of the trade that the general dictionary would cut ({@code retrieval/dictionary.txt}: word, weight, kind). */
final class ProductWords {
    private ProductWords() {}

    /** Jieba reads a user's dictionary from a file only. */
    static void teach() {
        try (var words = Objects.requireNonNull(
                ProductWords.class.getResourceAsStream("/retrieval/dictionary.txt"), "retrieval/dictionary.txt")) {
            var file = Files.createTempFile("yiwen-", ".dict");
            try {
                Files.write(file, words.readAllBytes());
                WordDictionary.getInstance().loadUserDict(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
