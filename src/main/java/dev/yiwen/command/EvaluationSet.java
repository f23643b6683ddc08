package dev.yiwen.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A folder of {@code documents.jsonl} ({@code {"id","text"}} a line) and {@code queries.jsonl} ({@code
 * {"id","text","relevant":{document: gain}}} a line; no relevant document means that there is no right answer).
 */
record EvaluationSet(String name, List<Document> documents, List<Query> queries) {

    record Document(String id, String text) {}

    record Query(String id, String text, Map<String, Integer> relevant) {
        /** Whether a document of the highest gain is meant; another reply to the same question is not the answer. */
        boolean isBest(String document) {
            int best =
                    relevant.values().stream().mapToInt(Integer::intValue).max().orElse(Integer.MAX_VALUE);
            return relevant.getOrDefault(document, 0) >= best;
        }
    }

    /** The gain of the one right answer. */
    static final int BEST = 2;

    List<Query> queries(Half half) {
        return queries.stream().filter(it -> half.holds(it.id())).toList();
    }

    /** A file is not in the format; the message names file and line. */
    static final class FormatFault extends Exception {
        FormatFault(Path file, int line, String words) {
            super(line > 0 ? file + ":" + line + ": " + words : file + ": " + words);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A folder as above, or files of questions over the starter knowledge: {@code {"question","article"}} a line, article
     * null where there is no answer, or {@code {"clean","typed","article"}}, which are two questions.
     */
    static EvaluationSet read(List<Path> paths) throws FormatFault {
        if (paths.size() == 1 && Files.isDirectory(paths.getFirst())) {
            return folder(paths.getFirst());
        }
        var queries = new ArrayList<Query>();
        for (Path file : paths) {
            if (Files.isDirectory(file)) {
                throw new FormatFault(file, 0, "is a folder: a folder is measured alone, without other sets");
            }
            eachLine(file, (node, line) -> addQuestions(queries, node, file, line));
        }
        return new EvaluationSet(
                paths.stream().map(EvaluationSet::name).collect(Collectors.joining("+")),
                List.of(),
                List.copyOf(queries));
    }

    private static void addQuestions(List<Query> queries, JsonNode node, Path file, int line) throws FormatFault {
        if (!node.has("article")) {
            throw new FormatFault(file, line, "needs \"article\": the name of an article, or null");
        }
        Map<String, Integer> relevant =
                node.get("article").isNull() ? Map.of() : Map.of(text(node, "article", file, line), BEST);
        var keys = node.has("question") ? List.of("question") : List.of("clean", "typed");
        for (String key : keys) {
            queries.add(new Query(name(file) + ":" + line, text(node, key, file, line), relevant));
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    private static EvaluationSet folder(Path folder) throws FormatFault {
        var documents = new ArrayList<Document>();
        var ids = new HashSet<String>();
        var documentFile = folder.resolve("documents.jsonl");
        eachLine(documentFile, (node, line) -> {
            // Public sets hold documents without text; no query finds them.
            var document = new Document(text(node, "id", documentFile, line), any(node, "text", documentFile, line));
            if (!ids.add(document.id())) {
                throw new FormatFault(documentFile, line, "the id " + document.id() + " stands there twice");
            }
            documents.add(document);
        });
        var queries = new ArrayList<Query>();
        var queryFile = folder.resolve("queries.jsonl");
        eachLine(
                queryFile,
                (node, line) -> queries.add(new Query(
                        text(node, "id", queryFile, line),
                        text(node, "text", queryFile, line),
                        relevant(node, ids, queryFile, line))));
        return new EvaluationSet(name(folder), List.copyOf(documents), List.copyOf(queries));
    }

    private static Map<String, Integer> relevant(JsonNode node, Set<String> ids, Path file, int line)
            throws FormatFault {
        var gains = node.get("relevant");
        if (gains == null || !gains.isObject()) {
            throw new FormatFault(file, line, "needs \"relevant\": an object of document ids and gains");
        }
        var relevant = new HashMap<String, Integer>();
        for (var entry : gains.properties()) {
            if (!ids.contains(entry.getKey())) {
                throw new FormatFault(file, line, "there is no document " + entry.getKey());
            }
            if (!entry.getValue().isInt() || entry.getValue().intValue() < 1) {
                throw new FormatFault(file, line, "the gain of " + entry.getKey() + " must be a number from 1");
            }
            relevant.put(entry.getKey(), entry.getValue().intValue());
        }
        return relevant;
    }

    static String text(JsonNode node, String key, Path file, int line) throws FormatFault {
        var value = any(node, key, file, line);
        if (value.isBlank()) {
            throw new FormatFault(file, line, "\"" + key + "\" is empty");
        }
        return value;
    }

    private static String any(JsonNode node, String key, Path file, int line) throws FormatFault {
        @Nullable JsonNode value = node.get(key);
        if (value == null || !value.isTextual()) {
            throw new FormatFault(file, line, "needs \"" + key + "\": a text");
        }
        return value.textValue();
    }

    @FunctionalInterface
    interface LineReader {
        void read(JsonNode node, int line) throws FormatFault;
    }

    static void eachLine(Path file, LineReader reader) throws FormatFault {
        int number = 0;
        try (var lines = Files.newBufferedReader(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    reader.read(JSON.readTree(line), number);
                }
            }
        } catch (JsonProcessingException e) {
            throw new FormatFault(file, number, "is not valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new FormatFault(file, 0, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        if (number == 0) {
            throw new FormatFault(file, 0, "is empty");
        }
    }
}
