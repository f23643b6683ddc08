package dev.yiwen.knowledge.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what there is to import: a folder of Markdown and JSON lines, or one such file. Blocking. */
final class ImportFiles {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build());
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String FENCE = "---";
    private static final int MOST_FILES = 20_000;
    private static final Set<String> DOCUMENTS = Set.of(
            "csv", "tsv", "xlsx", "xls", "et", "docx", "doc", "wps", "pdf", "txt", "html", "htm", "json", "pptx", "rtf",
            "odt", "ods", "xml", "yaml", "yml");

    private final List<ImportItem> items = new ArrayList<>();
    private final List<ImportFault> faults = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final Map<String, ImportItem> byQuestion = new HashMap<>();
    private final Map<String, ImportItem> bySlug = new HashMap<>();

    private ImportFiles() {}

    static ImportFiles read(Path path) {
        var files = new ImportFiles();
        var root = path.toAbsolutePath().normalize();
        try {
            if (Files.isDirectory(root)) {
                files.folder(root);
            } else if (Files.exists(root)) {
                files.file(root, parentOf(root), path.toString());
                files.ignored.forEach(it -> files.faults.add(new ImportFault(it, 0, "is neither .md nor .jsonl")));
                files.ignored.clear();
            } else {
                files.faults.add(new ImportFault(path.toString(), 0, "no such file or folder"));
            }
        } catch (IOException e) {
            files.faults.add(new ImportFault(path.toString(), 0, "cannot be read: " + e.getMessage()));
        }
        return files;
    }

    List<ImportItem> items() {
        return items;
    }

    List<ImportFault> faults() {
        return faults;
    }

    List<String> ignored() {
        return ignored;
    }

    private void folder(Path root) throws IOException {
        List<Path> paths;
        try (var walk = Files.walk(root)) {
            paths = walk.filter(it -> !isHidden(root, it) && Files.isRegularFile(it))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
        }
        if (paths.size() > MOST_FILES) {
            faults.add(new ImportFault(
                    root.toString(), 0, "holds more than " + MOST_FILES + " files: name the folder of the knowledge"));
            return;
        }
        for (var path : paths) {
            file(path, root, root.relativize(path).toString());
        }
        if (items.isEmpty() && faults.isEmpty()) {
            faults.add(new ImportFault(root.toString(), 0, "holds no .md or .jsonl file"));
        }
    }

    private static boolean isHidden(Path root, Path path) {
        for (var part : root.relativize(path)) {
            if (part.toString().startsWith(".") || part.toString().equals("node_modules")) {
                return true;
            }
        }
        return false;
    }

    /** What somebody may have meant to be read. */
    private static boolean isText(String name) {
        return DOCUMENTS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private void file(Path path, Path root, String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        try {
            if (lower.endsWith(".md")) {
                markdown(slug(path, root), name, Files.readString(path));
            } else if (lower.endsWith(".jsonl")) {
                jsonLines(stem(path), name, Files.readAllLines(path));
            } else if (isText(lower)) {
                faults.add(new ImportFault(name, 0, "is of a kind that is not read: write Markdown or JSON lines"));
            } else {
                ignored.add(name);
            }
        } catch (MalformedInputException e) {
            faults.add(new ImportFault(name, 0, "is not UTF-8 text"));
        } catch (IOException e) {
            faults.add(new ImportFault(name, 0, "cannot be read: " + e.getMessage()));
        }
    }

    private void markdown(String slug, String name, String content) {
        var lines = content.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().replace("\uFEFF", "").strip().equals(FENCE)) {
            faults.add(new ImportFault(name, 1, "must begin with a line ---, fields, and another line ---"));
            return;
        }
        int end = 1;
        while (end < lines.size() && !lines.get(end).strip().equals(FENCE)) {
            end++;
        }
        if (end == lines.size()) {
            faults.add(new ImportFault(name, lines.size(), "the fields are not closed by a line ---"));
            return;
        }
        var fields = lines.subList(1, end);
        try {
            // The empty first line stands for the fence, so that the parser's lines are the file's.
            var yaml = "\n" + String.join("\n", fields) + "\n";
            var node = YAML.readTree(yaml);
            var cut = YamlComments.lineOfCutText(yaml, ImportFields.TEXTS);
            if (cut.isPresent()) {
                faults.add(new ImportFault(
                        name, cut.getAsInt(), "the text ends at ' #', which begins a comment: quote it"));
                return;
            }
            add(new ImportItem(
                    ImportFields.key(node).orElse(slug),
                    ImportFields.draft(node, String.join("\n", lines.subList(end + 1, lines.size()))),
                    name,
                    lineOf("question", fields)));
        } catch (JsonProcessingException e) {
            faults.add(new ImportFault(name, Math.max(1, line(e)), "is not valid YAML: " + e.getOriginalMessage()));
        } catch (ImportFields.Fault e) {
            int line = e.key().equals("answer") ? end + 1 : lineOf(e.key(), fields);
            faults.add(new ImportFault(name, line, words(e)));
        }
    }

    private void jsonLines(String stem, String name, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var text = lines.get(i).replace("\uFEFF", "");
            if (text.isBlank()) {
                continue;
            }
            try {
                var fields = JSON.readTree(text);
                var draft = ImportFields.draft(fields, null);
                var slug = ImportFields.key(fields).orElseGet(() -> stem + "/" + digest(comparable(draft.question())));
                add(new ImportItem(slug, draft, name, i + 1));
            } catch (JsonProcessingException e) {
                faults.add(new ImportFault(name, i + 1, "is not valid JSON: " + e.getOriginalMessage()));
            } catch (ImportFields.Fault e) {
                faults.add(new ImportFault(name, i + 1, words(e)));
            }
        }
    }

    private void add(ImportItem item) {
        var twin = byQuestion.putIfAbsent(comparable(item.draft().question()), item);
        if (twin == null) {
            twin = bySlug.putIfAbsent(item.slug(), item);
        }
        if (twin == null) {
            items.add(item);
        } else {
            faults.add(item.fault("asks the same question as " + twin.file() + ":" + twin.line()));
        }
    }

    private static int lineOf(String key, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (!key.isEmpty() && fields.get(i).startsWith(key + ":")) {
                return i + 2;
            }
        }
        return 1;
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    private static String words(ImportFields.Fault fault) {
        return String.valueOf(fault.getMessage());
    }

    /** Case, spaces and punctuation make no other question. */
    private static String comparable(String question) {
        return question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** {@code topic/name}: the path below the root; what lies in the root itself takes the root's name as its topic. */
    private static String slug(Path path, Path root) {
        var relative = root.relativize(path).toString().replace('\\', '/');
        var name = relative.substring(0, relative.length() - ".md".length());
        var topic = root.getFileName() == null ? "articles" : root.getFileName().toString();
        return name.contains("/") ? name : topic + "/" + name;
    }

    private static String stem(Path path) {
        var name = String.valueOf(path.getFileName());
        return name.substring(0, name.length() - ".jsonl".length());
    }

    private static Path parentOf(Path file) {
        var parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
