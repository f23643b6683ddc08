package dev.yiwen.knowledge.importing.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Reads web pages: headings, paragraphs, lists, tables. What a reader of the page does not see is left out. */
final class HtmlReader {
    private static final Pattern HIDDEN = Pattern.compile(
            "display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0(?![.\\d])|opacity\\s*:\\s*0(?![.\\d])");
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    /** A question of a list that folds; deeper than any heading. */
    private static final int FOLDED = 7;

    private final String file;
    private final ColumnChoice choice;
    private final ReadSource source;
    private final DocumentSections sections;
    private int blocks;
    private int tables;
    private int rows;

    private HtmlReader(String file, ColumnChoice choice, ReadSource source) {
        this.file = file;
        this.choice = choice;
        this.source = source;
        this.sections = new DocumentSections(file, source);
    }

    static void read(String file, byte[] content, ColumnChoice choice, ReadSource source) {
        var decoded = DecodedText.of(content);
        if (!decoded.charset().equals("UTF-8")) {
            source.note(file, "charset", "charset", decoded.charset());
        }
        var page = Jsoup.parse(decoded.text());
        page.select("script, style, noscript, template, head, nav, svg, [hidden]")
                .remove();
        page.select("[style]").stream()
                .filter(it -> HIDDEN.matcher(it.attr("style").toLowerCase(Locale.ROOT))
                        .find())
                .toList()
                .forEach(Node::remove);
        var reader = new HtmlReader(file, choice, source);
        int pictures = page.select("img").size();
        if (pictures > 0) {
            source.note(file, "file-pictures", "count", pictures);
        }
        reader.blocks(page.body());
        if (!reader.sections.end() && reader.rows == 0) {
            source.broken(RowPlace.of(file), "file-empty");
        }
    }

    private void blocks(Element parent) {
        var inline = new StringBuilder();
        for (var node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                inline.append(text.text());
            } else if (node instanceof Element element && isInline(element)) {
                inline.append(inline(element));
            } else if (node instanceof Element element) {
                say(inline);
                block(element);
            }
        }
        say(inline);
    }

    private void say(StringBuilder inline) {
        if (!inline.toString().isBlank()) {
            sections.block(inline.toString().strip(), ++blocks);
        }
        inline.setLength(0);
    }

    private void block(Element element) {
        var name = element.normalName();
        if (HEADING.matcher(name).matches()) {
            sections.heading(name.charAt(1) - '0', element.text(), ++blocks);
            return;
        }
        switch (name) {
            case "dt", "summary" -> sections.heading(FOLDED, element.text(), ++blocks);
            case "table" -> table(element);
            case "ul", "ol" -> sections.block(list(element, 0), ++blocks);
            case "pre" -> sections.block("```\n" + element.wholeText().strip() + "\n```", ++blocks);
            default -> blocks(element);
        }
    }

    private static boolean isInline(Element element) {
        return !element.isBlock()
                && !element.normalName().equals("summary")
                && element.select("p, div, table, ul, ol, h1, h2, h3").isEmpty();
    }

    private static String inline(Element element) {
        if (element.normalName().equals("br")) {
            return "\n";
        }
        var text = text(element);
        var address = element.attr("href");
        return element.normalName().equals("a") && address.startsWith("http") && !text.isBlank() && !text.contains("]")
                ? "[" + text.strip() + "](" + address.replace(")", "%29") + ")"
                : text;
    }

    private static String text(Element element) {
        var text = new StringBuilder();
        for (var node : element.childNodes()) {
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (node instanceof Element inner) {
                text.append(inline(inner));
            }
        }
        return text.toString();
    }

    private static String list(Element list, int depth) {
        var lines = new ArrayList<String>();
        int number = 1;
        for (var item : list.children()) {
            var inner = new Elements(item.children().stream()
                    .filter(it ->
                            it.normalName().equals("ul") || it.normalName().equals("ol"))
                    .toList());
            var mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
            var own = item.clone();
            own.children().stream()
                    .filter(it ->
                            it.normalName().equals("ul") || it.normalName().equals("ol"))
                    .toList()
                    .forEach(Node::remove);
            lines.add("   ".repeat(depth) + mark + text(own).strip());
            inner.forEach(it -> lines.add(list(it, depth + 1)));
        }
        return String.join("\n", lines.stream().filter(it -> !it.isBlank()).toList());
    }

    private void table(Element table) {
        tables++;
        var grid = grid(table);
        if (GridReader.knows(grid)) {
            var sheet = sections.table(tables);
            new GridReader(file, sheet, choice, List.of())
                    .read(grid.stream().filter(it -> !it.isEmpty()).toList(), source);
            rows += grid.size();
        } else {
            sections.block(MarkdownTable.of(grid), ++blocks);
        }
    }

    /** Cells over several rows stand in each of them; a table within a cell is its text, row by row. */
    private static List<GridRow> grid(Element table) {
        var grid = new ArrayList<GridRow>();
        Map<Integer, Integer> left = new HashMap<>();
        Map<Integer, String> merged = new HashMap<>();
        for (var line : lines(table)) {
            var row = GridRow.of(grid.size() + 1);
            int column = 0;
            for (var cell : line.children()) {
                column = carried(row, column, left, merged);
                var text = cell(cell);
                row.cells().put(column, text);
                int down = span(cell, "rowspan");
                if (down > 1) {
                    left.put(column, down - 1);
                    merged.put(column, text);
                }
                column += span(cell, "colspan");
            }
            carried(row, column, left, merged);
            grid.add(row);
        }
        return grid;
    }

    private static int carried(GridRow row, int from, Map<Integer, Integer> left, Map<Integer, String> merged) {
        int column = from;
        while (left.getOrDefault(column, 0) > 0) {
            row.cells().put(column, merged.getOrDefault(column, ""));
            row.filled().add(column);
            left.merge(column, -1, Integer::sum);
            column++;
        }
        return column;
    }

    private static List<Element> lines(Element table) {
        return table.children().stream()
                .flatMap(it -> it.normalName().equals("tr") ? List.of(it).stream() : it.children().stream())
                .filter(it -> it.normalName().equals("tr"))
                .toList();
    }

    private static String cell(Element cell) {
        var inner = cell.selectFirst("table");
        if (inner == null) {
            return text(cell).strip();
        }
        // Down to the texts, once: a table in a table in a table costs no more than its length.
        var text = new StringBuilder();
        cell.traverse((node, depth) -> {
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (node instanceof Element element) {
                switch (element.normalName()) {
                    case "tr", "br", "p", "li" -> text.append('\n');
                    case "td", "th" -> text.append(' ');
                    default -> {
                        // Says nothing by itself.
                    }
                }
            }
        });
        return text.toString()
                .replaceAll("[ \\t]+", " ")
                .replaceAll("\\s*\\n\\s*", "\n")
                .strip();
    }

    private static int span(Element cell, String name) {
        int span = OfficeXml.number(cell.attr(name), 1);
        return Math.min(Math.max(span, 1), 1000);
    }
}
