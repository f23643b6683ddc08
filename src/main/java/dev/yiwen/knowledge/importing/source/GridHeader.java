package dev.yiwen.knowledge.importing.source;

import dev.yiwen.knowledge.AnswerVariant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The row, or two, that name the columns of a table, below whatever title stands above them.
 *
 * @param first number of the first row of data among all rows, from 0
 * @param names by column
 */
record GridHeader(int first, List<String> names) {
    /** Rows that may be titles. */
    private static final int MOST_ABOVE = 12;
    /** Columns that people name; a formatted cell in the last of 16,384 makes no more. */
    private static final int MOST_COLUMNS = 200;

    /** Which columns hold what; several for lists and for what goes on. */
    record Columns(Map<ArticleField, List<Integer>> of, List<String> names) {
        /** Of each variant the columns that hold it. */
        Map<AnswerVariant.Key, List<Integer>> variants() {
            var columns = new LinkedHashMap<AnswerVariant.Key, List<Integer>>();
            of.getOrDefault(ArticleField.VARIANTS, List.of())
                    .forEach(column -> VariantHeader.key(names.get(column))
                            .ifPresent(key -> columns.computeIfAbsent(key, it -> new ArrayList<>())
                                    .add(column)));
            return columns;
        }

        boolean has(ArticleField field) {
            return of.containsKey(field);
        }
    }

    /** Empty when no row names a question and an answer. */
    static Optional<GridHeader> find(List<GridRow> rows) {
        for (int i = 0; i < Math.min(rows.size(), MOST_ABOVE); i++) {
            var names = names(rows.get(i));
            if (isHeader(names)) {
                boolean two = i + 1 < rows.size() && continues(rows.get(i), names, rows.get(i + 1));
                var all = two
                        ? below(names, names(rows.get(i + 1)))
                        : i > 0 ? below(names(rows.get(i - 1)), names) : names;
                return Optional.of(new GridHeader(i + (two ? 2 : 1), all));
            }
            if (i + 1 < rows.size()) {
                var both = below(names, names(rows.get(i + 1)));
                if (isHeader(both) && !isHeader(names(rows.get(i + 1)))) {
                    return Optional.of(new GridHeader(i + 2, both));
                }
            }
        }
        return Optional.empty();
    }

    /** The first row that is no title, when nothing in it is known. */
    static GridHeader guessed(List<GridRow> rows) {
        int width = rows.stream()
                .limit(MOST_ABOVE)
                .mapToInt(it -> it.cells().size())
                .max()
                .orElse(0);
        for (int i = 0; i < Math.min(rows.size(), MOST_ABOVE); i++) {
            if (rows.get(i).cells().size() == width) {
                return new GridHeader(i + 1, names(rows.get(i)));
            }
        }
        return new GridHeader(Math.min(1, rows.size()), List.of());
    }

    private static List<String> names(GridRow row) {
        var names = new ArrayList<String>();
        new TreeMap<>(row.cells()).forEach((column, text) -> {
            if (column < MOST_COLUMNS && !text.isBlank()) {
                while (names.size() < column) {
                    names.add("");
                }
                names.add(text.strip());
            }
        });
        return names;
    }

    private static boolean isHeader(List<String> names) {
        var columns = columns(names).of();
        return columns.containsKey(ArticleField.QUESTION) && columns.containsKey(ArticleField.ANSWER);
    }

    /** Whether the row below names more closely what stands in the header: it says nothing new of question and answer. */
    private static boolean continues(GridRow header, List<String> names, GridRow next) {
        var columns = columns(names);
        boolean silent = List.of(ArticleField.QUESTION, ArticleField.ANSWER).stream()
                .flatMap(it -> columns.of().getOrDefault(it, List.of()).stream())
                .allMatch(it -> next.cell(it).isBlank() || next.cell(it).equals(header.cell(it)));
        return silent
                && next.cells().values().stream()
                        .anyMatch(it -> ArticleField.called(it).isPresent());
    }

    /** The lower name counts; where it has none, the upper one; where it says little by itself, both. */
    private static List<String> below(List<String> upper, List<String> lower) {
        var names = new ArrayList<String>();
        String over = "";
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            String above = i < upper.size() ? upper.get(i) : "";
            String below = i < lower.size() ? lower.get(i) : "";
            over = above.isEmpty() ? over : above;
            boolean together = !below.isEmpty()
                    && ArticleField.called(below).isEmpty()
                    && ArticleField.called(over + below).isPresent();
            names.add(together ? over + below : below.isEmpty() ? above : below);
        }
        return names;
    }

    /** As the names say. */
    static Columns columns(List<String> names) {
        var columns = new EnumMap<ArticleField, List<Integer>>(ArticleField.class);
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            var field = ArticleField.called(names.get(i));
            if (field.isEmpty()) {
                continue;
            }
            var held = columns.computeIfAbsent(field.get(), it -> new ArrayList<>());
            if (held.isEmpty() || field.get().isList() || ArticleField.goesOn(names.get(i))) {
                held.add(column);
            } else if (field.get().rank(names.get(i)) < field.get().rank(names.get(held.getFirst()))) {
                held.clear();
                held.add(column);
            }
        }
        return new Columns(columns, names);
    }

    /** As somebody has said. */
    static Columns columns(List<String> names, List<String> fields) {
        var columns = new EnumMap<ArticleField, List<Integer>>(ArticleField.class);
        for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
            for (var field : ArticleField.values()) {
                if (field.name().equals(fields.get(i))) {
                    columns.computeIfAbsent(field, it -> new ArrayList<>()).add(i);
                }
            }
        }
        return new Columns(columns, names);
    }

    /** For each column the name of its field, or an empty one. */
    List<String> fields(Columns columns) {
        var fields = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            fields.add(columns.of().entrySet().stream()
                    .filter(it -> it.getValue().contains(column))
                    .map(it -> it.getKey().name())
                    .findFirst()
                    .orElse(""));
        }
        return fields;
    }

    String key() {
        try {
            var joined = String.join(
                    "\n", names.stream().map(ArticleField::comparable).toList());
            var hash = MessageDigest.getInstance("SHA-256").digest(joined.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
