package dev.yiwen.knowledge.importing.source;

import java.util.List;

/** A table of a document as Markdown writes it; each cell stays in its column. */
final class MarkdownTable {
    private MarkdownTable() {}

    static String of(List<GridRow> rows) {
        int width = rows.stream()
                .flatMap(it -> it.cells().keySet().stream())
                .mapToInt(it -> it + 1)
                .max()
                .orElse(0);
        if (width == 0) {
            return "";
        }
        var table = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            line(rows.get(i), width, table);
            if (i == 0) {
                table.append("|").append(" --- |".repeat(width)).append('\n');
            }
        }
        return table.toString().stripTrailing();
    }

    private static void line(GridRow row, int width, StringBuilder table) {
        table.append('|');
        for (int i = 0; i < width; i++) {
            var text = row.cell(i).strip().replace("|", "\\|").replaceAll("\\s*\\n\\s*", "<br>");
            table.append(' ').append(text).append(text.isEmpty() ? "|" : " |");
        }
        table.append('\n');
    }
}
