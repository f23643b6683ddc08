package dev.yiwen.retrieval.ranking;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Reads what was fitted on data: a file of the installer's, or the one that comes with the product. */
final class FittedFile {
    private FittedFile() {}

    static <T> T read(Optional<Path> own, String shipped, Class<T> type) {
        try (InputStream in = own.isPresent()
                ? Files.newInputStream(own.get())
                : Objects.requireNonNull(FittedFile.class.getResourceAsStream(shipped), shipped)) {
            return new ObjectMapper().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(own.map(Path::toString).orElse(shipped) + " cannot be read", e);
        }
    }
}
