package dev.yiwen.knowledge.importing.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Records of a text whose fields stand between commas, semicolons or tabs (RFC 4180). It is read as a spreadsheet would: a quotation
 * mark inside a quoted field that neither doubles nor ends it is a part of the text, which readers by the letter of the RFC lose.
 */
final class DelimitedText {
    private static final String DELIMITERS = ",;\t";
    private static final char QUOTE = '"';
    private static final int LOOKED_AT = 20;
    /** Each is looked for to the end of the text. */
    private static final int MOST_UNCLOSED = 100;

    /**
     * @param line of the file, from 1, on which it begins
     * @param open whether a quotation mark of it is never closed; it then ends with its line
     */
    record Fields(int line, List<String> fields, boolean open) {}

    private final String text;
    private final char delimiter;
    private int at;
    private int line = 1;
    private int unclosed;

    private DelimitedText(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** Every record, empty lines too, so that their numbers are those of a spreadsheet. */
    static List<Fields> records(String text) {
        return new DelimitedText(text, delimiter(text)).all(Integer.MAX_VALUE);
    }

    /** The one with which the first lines have most fields, and of these the one by which they have equally many. */
    static char delimiter(String text) {
        char best = ',';
        int most = 0;
        for (char candidate : DELIMITERS.toCharArray()) {
            var first = new DelimitedText(text, candidate)
                    .all(LOOKED_AT).stream()
                            .filter(it -> it.fields.stream().anyMatch(field -> !field.isBlank()))
                            .toList();
            if (first.isEmpty()) {
                continue;
            }
            int known = (int) first.getFirst().fields.stream()
                    .filter(it -> ArticleField.called(it).isPresent())
                    .count();
            int width = first.getFirst().fields.size();
            int alike =
                    (int) first.stream().filter(it -> it.fields.size() == width).count();
            int score = width == 1 ? 0 : known * 1000 + width * 20 + alike;
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private List<Fields> all(int limit) {
        var records = new ArrayList<Fields>();
        while (at < text.length() && records.size() < limit) {
            records.add(record());
        }
        return records;
    }

    private Fields record() {
        int begun = at;
        int first = line;
        var record = next(true);
        if (!record.open || ++unclosed > MOST_UNCLOSED) {
            return record;
        }
        // One mark too many must not swallow the rows below it.
        at = begun;
        line = first;
        return new Fields(first, next(false).fields, true);
    }

    private Fields next(boolean quotes) {
        int begun = line;
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        boolean fresh = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (quoted) {
                if (c == QUOTE && peek() == QUOTE) {
                    field.append(QUOTE);
                    at++;
                } else if (c == QUOTE && endsField()) {
                    quoted = false;
                } else {
                    line += c == '\n' ? 1 : 0;
                    field.append(c);
                }
            } else if (c == QUOTE && fresh && quotes) {
                quoted = true;
                fresh = false;
                field.setLength(0);
            } else if (c == delimiter) {
                fields.add(field.toString());
                field.setLength(0);
                fresh = true;
            } else if (c == '\n' || c == '\r') {
                at += c == '\r' && peek() == '\n' ? 1 : 0;
                line++;
                fields.add(field.toString());
                return new Fields(begun, fields, false);
            } else {
                field.append(c);
                fresh = fresh && c == ' ';
            }
        }
        fields.add(field.toString());
        return new Fields(begun, fields, quoted);
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    /** What stands behind the mark, but for spaces. */
    private boolean endsField() {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next == text.length()
                || text.charAt(next) == delimiter
                || text.charAt(next) == '\n'
                || text.charAt(next) == '\r';
    }
}
