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

/** The questions of the starter knowledge that customers may ask, in all their phrasings. */
public final class Phrasings {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String FENCE = "---\n";

    private Phrasings() {}

    static List<String> ofStarterKnowledge() throws IOException {
        return byArticle().stream().flatMap(List::stream).toList();
    }

    /** Always in the same order. */
    public static List<List<String>> byArticle() throws IOException {
        var articles = new ArrayList<List<String>>();
        ClassPathUtils.consumeAsPaths(Phrasings.class.getClassLoader(), "knowledge", folder -> {
            try (var files = Files.walk(folder)) {
                files.filter(it -> it.toString().endsWith(".md"))
                        .sorted()
                        .map(Phrasings::of)
                        .filter(it -> !it.isEmpty())
                        .forEach(articles::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return articles;
    }

    private static List<String> of(Path article) {
        try {
            var fields = YAML.readTree(Files.readString(article).split(FENCE, 3)[1]);
            if (fields.path("audience").asText().equals("agent")) {
                return List.of();
            }
            var phrasings = new ArrayList<>(List.of(fields.path("question").asText()));
            fields.path("phrasings").forEach(it -> phrasings.add(it.asText()));
            return phrasings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
