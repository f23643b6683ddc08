package dev.yiwen.command.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The questions of the starter knowledge that customers may ask, in all their phrasings. */
final class Phrasings {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String FENCE = "---\n";

    private Phrasings() {}

    static List<String> ofStarterKnowledge() throws IOException {
        var phrasings = new ArrayList<String>();
        ClassPathUtils.consumeAsPaths(Phrasings.class.getClassLoader(), "knowledge", folder -> {
            try (var files = Files.walk(folder)) {
                files.filter(it -> it.toString().endsWith(".md"))
                        .sorted()
                        .flatMap(Phrasings::of)
                        .forEach(phrasings::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return phrasings;
    }

    private static Stream<String> of(Path article) {
        try {
            var fields = YAML.readTree(Files.readString(article).split(FENCE, 3)[1]);
            if (fields.path("audience").asText().equals("agent")) {
                return Stream.of();
            }
            var phrasings = new ArrayList<>(List.of(fields.path("question").asText()));
            fields.path("phrasings").forEach(it -> phrasings.add(it.asText()));
            return phrasings.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
