package dev.yiwen.knowledge.exporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import dev.yiwen.knowledge.Audience;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Markdown with front matter, a file an article, where its slug says. */
final class MarkdownFiles {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(Feature.WRITE_DOC_START_MARKER)
            .disable(Feature.SPLIT_LINES)
            .build());
    private static final String FENCE = "---\n";

    private MarkdownFiles() {}

    static void folder(List<ExportedArticle> articles, Path folder) throws IOException {
        for (var file : files(articles).entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.getValue());
        }
    }

    static void archive(List<ExportedArticle> articles, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : files(articles).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /** Text by name. */
    static Map<String, String> files(List<ExportedArticle> articles) {
        var files = new LinkedHashMap<String, String>();
        for (var article : articles) {
            var name = name(article.slug());
            var free = name;
            for (int i = 2; files.containsKey(free + ".md"); i++) {
                free = name + "-" + i;
            }
            files.put(free + ".md", text(article));
        }
        return files;
    }

    private static String text(ExportedArticle article) {
        var content = article.content();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", article.slug());
        fields.put("base", article.base());
        fields.put("question", content.question());
        fields.put("phrasings", content.phrasings());
        fields.put("audience", content.audience() == Audience.AGENT ? "agent" : "customer");
        fields.put("product", content.product());
        if (content.validFrom() != null) {
            fields.put("valid-from", content.validFrom().toString());
        }
        if (content.validTo() != null) {
            fields.put("valid-to", content.validTo().toString());
        }
        fields.put("tags", content.tags());
        if (!content.variants().isEmpty()) {
            fields.put("variants", ExportedVariants.of(content.variants()));
        }
        if (!content.causes().isEmpty()) {
            fields.put("causes", ExportedCauses.of(content.causes()));
        }
        try {
            return FENCE + YAML.writeValueAsString(fields) + FENCE + content.answer() + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A path that any file system takes, and that an import does not pass over. */
    private static String name(String slug) {
        return Arrays.stream(slug.split("/"))
                .map(it -> it.replaceAll("[\\\\:*?\"<>|\\p{Cntrl}]", "_"))
                .filter(it -> !it.isBlank())
                .map(it -> it.startsWith(".") || it.equals("node_modules") ? "_" + it : it)
                .collect(Collectors.joining("/"));
    }
}
