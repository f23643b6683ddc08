package dev.yiwen.knowledge.importing.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Texts in the cells of a table: written so that no program takes them for formulas, and read back as they were. */
public final class CellText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HARMFUL = Pattern.compile("^'*[=+\\-@\\t\\r＝＋－＠]");
    private static final Pattern ESCAPED = Pattern.compile("^'+[=+\\-@\\t\\r＝＋－＠]");
    private static final Pattern WORDINGS = Pattern.compile("[\\n\\r;；|｜]+");
    private static final Pattern WORDS = Pattern.compile("[\\n\\r;；|｜,，、]+");

    private CellText() {}

    /** With an apostrophe before what a spreadsheet would calculate. */
    public static String safe(String text) {
        return HARMFUL.matcher(text).find() ? "'" + text : text;
    }

    /** Undoes {@link #safe}. */
    static String read(String text) {
        return ESCAPED.matcher(text).find() ? text.substring(1) : text;
    }

    /** One below the other; as a JSON array where a text has a sign that separates. */
    public static String joined(List<String> texts) {
        if (texts.stream().noneMatch(it -> WORDS.matcher(it).find() || it.startsWith("["))) {
            return String.join("\n", texts);
        }
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Wordings of a question may have commas; tags have none. */
    static List<String> split(ArticleField field, String text) {
        if (text.startsWith("[\"")) {
            try {
                return JSON.readValue(text, new TypeReference<List<String>>() {});
            } catch (JsonProcessingException e) {
                // Somebody's text that begins like one.
            }
        }
        return Arrays.stream((field == ArticleField.TAGS ? WORDS : WORDINGS).split(text))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
