package dev.yiwen.knowledge.importing.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Texts in the cells of a table: written so that no program takes them for formulas, and read back as they were. */
public final class CellText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HARMFUL = Pattern.compile("^'*[=+\\-@\\t\\r＝＋－＠]");
    private static final Pattern ESCAPED = Pattern.compile("^'+[=+\\-@\\t\\r＝＋－＠]");
    private static final Pattern ESCAPE = Pattern.compile("_x[0-9A-Fa-f]{4}_");
    /** Excel takes 32,767 characters. */
    private static final int ROOM = 32_000;

    private static final int PART = 30_000;
    private static final Pattern WORDINGS = Pattern.compile("[\\n\\r;；|｜]+");
    private static final Pattern WORDS = Pattern.compile("[\\n\\r;；|｜,，、]+");

    private CellText() {}

    /** With an apostrophe before what a spreadsheet would calculate. */
    public static String safe(String text) {
        return HARMFUL.matcher(text).find() ? "'" + text : text;
    }

    /** As a cell of a workbook holds it: {@link #safe}, and with signs written out that XML has no way to say (ECMA-376, 22.9.2.19). */
    public static String written(String text) {
        var safe = safe(text);
        var written = new StringBuilder(safe.length());
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            boolean escape = c < ' ' && c != '\n' && c != '\t'
                    || c >= 0xFFFE
                    || c == '_' && isEscape(safe, i)
                    || isHalf(safe, i);
            written.append(escape ? String.format("_x%04X_", (int) c) : String.valueOf(c));
        }
        return written.toString();
    }

    private static boolean isEscape(String text, int at) {
        return text.length() >= at + 7
                && ESCAPE.matcher(text.substring(at, at + 7)).matches();
    }

    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                        && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1)))
                || Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** A text in as many cells as it needs, each of which a workbook has room for. */
    public static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + PART);
            while (to > from + 1
                    && (written(text.substring(from, to)).length() > ROOM
                            || Character.isHighSurrogate(text.charAt(to - 1)))) {
                to = from + Math.max(1, (to - from) * (Character.isHighSurrogate(text.charAt(to - 1)) ? 99 : 70) / 100);
            }
            parts.add(written(text.substring(from, to)));
            from = to;
        }
        return parts.isEmpty() ? List.of("") : parts;
    }

    /** Texts in as many cells as they need. */
    public static List<String> lists(List<String> texts) {
        var cells = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (var text : texts) {
            open.add(text);
            if (open.size() > 1 && written(joined(open)).length() > ROOM) {
                open.removeLast();
                cells.add(written(joined(open)));
                open.clear();
                open.add(text);
            }
        }
        cells.add(written(joined(open)));
        return cells;
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
