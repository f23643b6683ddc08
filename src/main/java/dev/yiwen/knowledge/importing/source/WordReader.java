package dev.yiwen.knowledge.importing.source;

import static dev.yiwen.knowledge.importing.source.OfficeXml.attribute;
import static dev.yiwen.knowledge.importing.source.OfficeXml.child;
import static dev.yiwen.knowledge.importing.source.OfficeXml.children;
import static dev.yiwen.knowledge.importing.source.OfficeXml.name;
import static dev.yiwen.knowledge.importing.source.OfficeXml.number;
import static dev.yiwen.knowledge.importing.source.OfficeXml.value;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads Word documents (.docx): headings, paragraphs, lists with their numbers, tables. Read from the XML, since libraries lose numbers. */
final class WordReader {
    private static final Pattern PARTS =
            Pattern.compile("word/(document|styles|numbering|_rels/document\\.xml)\\.?(xml|rels)");
    private static final int LARGEST = 64 * 1024 * 1024;

    private final String file;
    private final ReadSource source;
    private final ColumnChoice choice;
    private final DocumentSections sections;
    private final WordNumbering numbering;
    private final WordStyles styles;
    private final Map<String, String> links;
    private int blocks;
    private int tables;
    private int rows;
    private int pictures;

    private WordReader(String file, Map<String, byte[]> parts, ColumnChoice choice, ReadSource source)
            throws IOException {
        this.file = file;
        this.source = source;
        this.choice = choice;
        this.sections = new DocumentSections(file, source);
        this.numbering = new WordNumbering(root(parts, "word/numbering.xml"));
        this.styles = new WordStyles(root(parts, "word/styles.xml"));
        this.links = links(root(parts, "word/_rels/document.xml.rels"));
    }

    static void read(String file, byte[] content, ColumnChoice choice, ReadSource source) throws IOException {
        var parts = ZipParts.read(content, it -> PARTS.matcher(it).matches());
        var document = parts.get("word/document.xml");
        if (document == null) {
            source.broken(RowPlace.of(file), "not-docx");
            return;
        }
        if (document.length > LARGEST) {
            throw new ZipParts.Bomb();
        }
        var reader = new WordReader(file, parts, choice, source);
        var body = child(OfficeXml.root(document), "body");
        if (body != null) {
            reader.blocks(body);
        }
        boolean found = reader.sections.end() || reader.rows > 0;
        if (!found) {
            source.broken(RowPlace.of(file), reader.pictures > 0 ? "pictures-only" : "file-empty");
        }
    }

    private static @Nullable Element root(Map<String, byte[]> parts, String name) throws IOException {
        var part = parts.get(name);
        return part == null ? null : OfficeXml.root(part);
    }

    private static Map<String, String> links(@Nullable Element relations) {
        var links = new HashMap<String, String>();
        if (relations != null) {
            for (var relation : children(relations)) {
                if (attribute(relation, "Type").endsWith("/hyperlink")) {
                    links.put(attribute(relation, "Id"), attribute(relation, "Target"));
                }
            }
        }
        return links;
    }

    private void blocks(Element parent) {
        for (var block : children(parent)) {
            switch (name(block)) {
                case "p" -> paragraph(block);
                case "tbl" -> table(block);
                case "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag" -> blocks(block);
                default -> {
                    // Section breaks, bookmarks, deletions.
                }
            }
        }
    }

    private void paragraph(Element paragraph) {
        blocks++;
        var shape = styles.of(paragraph);
        var text = text(paragraph).strip();
        if (text.isEmpty()) {
            return;
        }
        var label = shape.numbering().isEmpty() || shape.numbering().equals("0")
                ? ""
                : numbering.label(shape.numbering(), shape.depth());
        var labelled = label.isEmpty() ? text : label + " " + text;
        if (shape.level() >= 0) {
            sections.heading(shape.level(), label.equals("-") ? text : labelled, blocks);
        } else {
            sections.block("  ".repeat(label.isEmpty() ? 0 : shape.depth()) + labelled, blocks);
        }
        sayPictures();
    }

    /** They are not taken; whoever looks at the section puts them in. */
    private void sayPictures() {
        if (pictures > 0) {
            sections.remark(Remark.of("pictures-left", "count", pictures));
        }
    }

    private void table(Element table) {
        blocks++;
        tables++;
        var grid = grid(table);
        if (GridReader.knows(grid)) {
            var sheet = sections.table(tables);
            new GridReader(file, sheet, choice, List.of())
                    .read(grid.stream().filter(it -> !it.isEmpty()).toList(), source);
            rows += grid.size();
        } else {
            sections.block(MarkdownTable.of(grid), blocks);
        }
        sayPictures();
    }

    /** Cells over several rows stand in each of them, cells over several columns in the first. */
    private List<GridRow> grid(Element table) {
        var grid = new ArrayList<GridRow>();
        var merged = new HashMap<Integer, String>();
        for (var line : rows(table)) {
            var row = GridRow.of(grid.size() + 1);
            int column = number(value(child(line, "trPr"), "gridBefore"), 0);
            for (var cell : cells(line)) {
                var properties = child(cell, "tcPr");
                var merge = child(properties, "vMerge");
                boolean goesOn = merge != null && !attribute(merge, "val").equals("restart");
                var text = goesOn ? merged.getOrDefault(column, "") : cell(cell);
                if (merge == null) {
                    merged.remove(column);
                } else {
                    merged.put(column, text);
                }
                if (goesOn) {
                    row.filled().add(column);
                }
                row.cells().put(column, text);
                column += Math.max(1, number(value(properties, "gridSpan"), 1));
            }
            grid.add(row);
        }
        return grid;
    }

    private static List<Element> rows(Element table) {
        var rows = new ArrayList<Element>();
        for (var child : children(table)) {
            if (name(child).equals("tr")) {
                rows.add(child);
            } else if (name(child).equals("sdt") || name(child).equals("sdtContent")) {
                rows.addAll(rows(child));
            }
        }
        return rows;
    }

    private static List<Element> cells(Element row) {
        var cells = new ArrayList<Element>();
        for (var child : children(row)) {
            if (name(child).equals("tc")) {
                cells.add(child);
            } else if (name(child).equals("sdt") || name(child).equals("sdtContent")) {
                cells.addAll(cells(child));
            }
        }
        return cells;
    }

    private String cell(Element cell) {
        var lines = new ArrayList<String>();
        for (var block : children(cell)) {
            if (name(block).equals("p")) {
                var shape = styles.of(block);
                var text = text(block).strip();
                var label = shape.numbering().isEmpty() || text.isEmpty()
                        ? ""
                        : numbering.label(shape.numbering(), shape.depth());
                lines.add(label.isEmpty() ? text : label + " " + text);
            } else if (name(block).equals("tbl")) {
                grid(block)
                        .forEach(it -> lines.add(String.join(" / ", it.cells().values())));
            } else if (name(block).startsWith("sdt")) {
                lines.add(cell(block));
            }
        }
        return String.join("\n", lines.stream().filter(it -> !it.isBlank()).toList());
    }

    private String text(Node node) {
        var text = new StringBuilder();
        for (var child : children(node)) {
            switch (name(child)) {
                case "t" -> text.append(child.getTextContent());
                case "tab" -> text.append(name(node).equals("r") ? " " : "");
                case "br", "cr" -> text.append(name(node).equals("r") ? "\n" : "");
                case "noBreakHyphen" -> text.append('-');
                case "pic", "imagedata" -> pictures++;
                case "hyperlink" -> text.append(link(child));
                case "AlternateContent" -> text.append(alternative(child));
                case "txbxContent" -> text.append('\n').append(paragraphs(child));
                case "pPr", "rPr", "del", "moveFrom", "instrText", "delText", "rt" -> {
                    // Looks, what was deleted, fields, and how a sign is pronounced.
                }
                default -> text.append(text(child));
            }
        }
        return text.toString();
    }

    private String paragraphs(Element box) {
        return String.join("\n", children(box, "p").stream().map(this::text).toList());
    }

    /** The same twice, for newer programs and for older ones. */
    private String alternative(Element both) {
        var newer = child(both, "Choice");
        return newer != null
                ? text(newer)
                : children(both).isEmpty() ? "" : text(children(both).getFirst());
    }

    private String link(Element link) {
        var text = text(link);
        var target = links.getOrDefault(attribute(link, "id"), "");
        return target.startsWith("http") && !text.isBlank() && !text.contains("]")
                ? "[" + text.strip() + "](" + target.replace(")", "%29") + ")"
                : text;
    }
}
