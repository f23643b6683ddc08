package dev.yiwen.knowledge.importing.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.StylesTable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads workbooks (.xlsx) as people see them, sheet by sheet, each with headers of its own. */
final class WorkbookReader {
    private WorkbookReader() {}

    static void read(String file, byte[] content, ColumnChoice choice, ReadSource source) throws IOException {
        // Before anything is parsed: what unpacks without end fails here.
        boolean isWorkbook = !ZipParts.read(content, "xl/workbook.xml"::equals).isEmpty();
        if (!isWorkbook) {
            source.broken(RowPlace.of(file), "not-xlsx");
            return;
        }
        try (var archive = OPCPackage.open(new ByteArrayInputStream(content))) {
            var reader = new XSSFReader(archive);
            var strings = new ReadOnlySharedStringsTable(archive, false);
            var styles = reader.getStylesTable();
            var hidden = hidden(reader);
            var sheets = reader.getSheetIterator();
            int read = 0;
            while (sheets.hasNext()) {
                try (var sheet = sheets.next()) {
                    var bytes = sheet.readAllBytes();
                    read += sheet(
                            new Named(file, sheets.getSheetName(), hidden.contains(sheets.getSheetName())),
                            rows(bytes, styles, strings),
                            choice,
                            source);
                }
            }
            if (read == 0) {
                source.broken(RowPlace.of(file), "file-empty");
            }
        } catch (OpenXML4JException | SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private record Named(String file, String sheet, boolean hidden) {}

    /** 1 when there was something in it. */
    private static int sheet(Named name, SheetRows found, ColumnChoice choice, ReadSource source) {
        if (found.pictures() > 0) {
            source.note(name.file, "sheet-pictures", "sheet", name.sheet, "count", found.pictures());
        }
        if (found.rows().isEmpty()) {
            source.note(name.file, "sheet-empty", "sheet", name.sheet);
            return 0;
        }
        // Lists that a drop-down chooses from are hidden; so is, at times, half of the knowledge.
        if (name.hidden && !GridReader.knows(found.rows())) {
            source.note(name.file, "sheet-hidden", "sheet", name.sheet);
            return 1;
        }
        var standing = name.hidden ? List.of(Remark.of("row-hidden")) : List.<Remark>of();
        new GridReader(name.file, name.sheet, choice, standing).read(found.rows(), source);
        return 1;
    }

    private static SheetRows rows(byte[] sheet, StylesTable styles, ReadOnlySharedStringsTable strings)
            throws IOException {
        var rows = new SheetRows();
        parse(sheet, new XSSFSheetXMLHandler(styles, null, strings, rows, new ShownNumbers(), false));
        var merged = new Merged();
        parse(sheet, merged);
        merged.fill(rows.rows());
        return rows;
    }

    private static void parse(byte[] part, ContentHandler handler) throws IOException {
        try {
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(handler);
            parser.parse(new InputSource(new ByteArrayInputStream(part)));
        } catch (SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Set<String> hidden(XSSFReader reader) throws IOException, OpenXML4JException {
        var hidden = new HashSet<String>();
        try (InputStream workbook = reader.getWorkbookData()) {
            parse(workbook.readAllBytes(), new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, Attributes attributes) {
                    var state = attributes.getValue("state");
                    if (name.equals("sheet")
                            && state != null
                            && state.toLowerCase(java.util.Locale.ROOT).endsWith("hidden")) {
                        hidden.add(attributes.getValue("name"));
                    }
                }
            });
        }
        return hidden;
    }

    /** Merged cells, which a sheet lists behind its rows. */
    private static final class Merged extends DefaultHandler {
        private static final int MOST = 20_000;

        private final List<CellRangeAddress> ranges = new ArrayList<>();

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) {
            if (name.equals("mergeCell") && ranges.size() < MOST) {
                var range = CellRangeAddress.valueOf(attributes.getValue("ref"));
                if (range.getLastRow() > range.getFirstRow()) {
                    ranges.add(range);
                }
            }
        }

        /** The text of a cell over several rows stands in each of them that has anything. */
        void fill(List<GridRow> rows) {
            Map<Integer, GridRow> byNumber = new HashMap<>();
            rows.forEach(it -> byNumber.put(it.number(), it));
            for (var range : ranges) {
                var first = byNumber.get(range.getFirstRow() + 1);
                var text = first == null ? "" : first.cell(range.getFirstColumn());
                if (text.isEmpty()) {
                    continue;
                }
                rows.stream()
                        .filter(it -> it.number() > range.getFirstRow() + 1 && it.number() <= range.getLastRow() + 1)
                        .forEach(it -> {
                            it.cells().putIfAbsent(range.getFirstColumn(), text);
                            it.filled().add(range.getFirstColumn());
                        });
            }
        }
    }
}
