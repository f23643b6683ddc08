package dev.yiwen.knowledge.importing.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads Markdown: an article with front matter, or a document whose headings are questions. */
final class MarkdownReader {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build());
    private static final String FENCE = "---";
    private static final Pattern HEADING = Pattern.compile("^ {0,3}(#{1,6})[ \\t]+(.*?)[ \\t]*#*[ \\t]*$");
    private static final Pattern CODE = Pattern.compile("^ {0,3}(```|~~~).*");
    /** What lies beside knowledge that is kept in a repository. */
    private static final Set<String> ABOUT =
            Set.of("readme.md", "changelog.md", "license.md", "contributing.md", "readme.zh-cn.md", "readme_cn.md");

    private MarkdownReader() {}

    /** @param slug what an article is called that lies here and states no key */
    static void read(String file, String slug, byte[] content, ReadSource source) {
        var decoded = DecodedText.of(content);
        if (!decoded.broken().isEmpty()) {
            int at = decoded.broken().getFirst();
            source.broken(
                    RowPlace.of(file, DecodedText.line(content, at)),
                    "byte-in-text",
                    "offset",
                    at,
                    "byte",
                    String.format("%02X", content[at] & 0xFF),
                    "charset",
                    decoded.charset());
            return;
        }
        if (!decoded.charset().equals("UTF-8")) {
            source.note(file, "charset", "charset", decoded.charset());
        }
        var lines = Arrays.asList(decoded.text().split("\n", -1));
        if (decoded.text().isBlank()) {
            source.broken(RowPlace.of(file), "file-empty");
        } else if (lines.getFirst().strip().equals(FENCE)) {
            source.add(article(file, slug, lines));
        } else if (ABOUT.contains(file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))) {
            source.note(file, "about-file");
        } else {
            sections(file, lines, source);
        }
    }

    private static SourceRow article(String file, String slug, List<String> lines) {
        int end = 1;
        while (end < lines.size() && !lines.get(end).strip().equals(FENCE)) {
            end++;
        }
        if (end == lines.size()) {
            return BrokenRow.of(RowPlace.of(file, lines.getLast().isEmpty() ? end - 1 : end), "fence-open");
        }
        var head = lines.subList(1, end);
        String question = "";
        try {
            // The empty first line stands for the fence, so that the parser's lines are the file's.
            var yaml = "\n" + String.join("\n", head) + "\n";
            var fields = YAML.readTree(yaml);
            question = fields.path("question").asText("");
            var cut = YamlComments.lineOfCutText(yaml, JsonFields.TEXTS);
            if (cut.isPresent()) {
                return BrokenRow.of(RowPlace.of(file, cut.getAsInt()), "comment-cuts");
            }
            var text = String.join("\n", lines.subList(end + 1, lines.size()));
            // An editor on Windows ends every line so.
            var body = lines.getFirst().endsWith("\r") ? text.replace("\r\n", "\n") : text;
            var key = JsonFields.key(fields);
            return new ReadRow(
                    RowPlace.of(file, lineOf("question", head)),
                    key.orElse(slug),
                    key.isPresent(),
                    JsonFields.base(fields),
                    JsonFields.draft(fields, body),
                    // A file is its article as a whole.
                    EnumSet.allOf(ArticleField.class),
                    List.of());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            return BrokenRow.of(RowPlace.of(file, line), "yaml", "words", e.getOriginalMessage());
        } catch (JsonFields.Fault e) {
            int line = e.key().equals("answer") ? end + 1 : lineOf(e.key(), head);
            return new BrokenRow(RowPlace.of(file, line), question, e.remark());
        }
    }

    private static void sections(String file, List<String> lines, ReadSource source) {
        var sections = new DocumentSections(file, source);
        boolean code = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).endsWith("\r")
                    ? lines.get(i).substring(0, lines.get(i).length() - 1)
                    : lines.get(i);
            code ^= CODE.matcher(line).matches();
            var heading = HEADING.matcher(line);
            if (!code && heading.matches()) {
                sections.heading(heading.group(1).length(), heading.group(2), i + 1);
            } else {
                sections.line(line, i + 1);
            }
        }
        sections.end();
    }

    private static int lineOf(String key, List<String> head) {
        for (int i = 0; i < head.size(); i++) {
            if (!key.isEmpty() && head.get(i).startsWith(key + ":")) {
                return i + 2;
            }
        }
        return 1;
    }
}
