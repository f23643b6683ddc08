package dev.yiwen.knowledge.importing.source;

import java.util.ArrayList;
import java.util.List;

/** Reads tables of text: CSV, TSV, and what spreadsheets call so. */
final class DelimitedReader {
    private DelimitedReader() {}

    static void read(String file, byte[] content, ColumnChoice choice, ReadSource source) {
        var decoded = DecodedText.of(content);
        source.note(file, "charset", "charset", decoded.charset());
        var records = DelimitedText.records(decoded.text());
        var rows = new ArrayList<GridRow>();
        for (int i = 0; i < records.size(); i++) {
            var row = row(i + 1, records.get(i), content, decoded);
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            source.broken(RowPlace.of(file), "file-empty");
            return;
        }
        new GridReader(file, "", choice, List.of()).read(rows, source);
    }

    private static GridRow row(int number, DelimitedText.Fields record, byte[] content, DecodedText decoded) {
        var row = GridRow.of(number);
        for (int i = 0; i < record.fields().size(); i++) {
            var text = record.fields().get(i);
            if (!text.isEmpty()) {
                row.cells().put(i, text);
            }
            if (!decoded.broken().isEmpty() && text.indexOf(DecodedText.REPLACEMENT) >= 0) {
                row.faults().put(i, broken(i, record, content, decoded));
            }
        }
        if (record.open()) {
            row.faults().put(-1, Remark.of("quote-open", "line", record.line()));
        }
        return row;
    }

    /** Where the byte is: the first one from the record's line on. */
    private static Remark broken(int column, DelimitedText.Fields record, byte[] content, DecodedText decoded) {
        int offset = decoded.broken().stream()
                .filter(it -> DecodedText.line(content, it) >= record.line())
                .findFirst()
                .orElse(decoded.broken().getFirst());
        return Remark.of(
                "byte-broken",
                "column",
                GridReader.letters(column),
                "line",
                DecodedText.line(content, offset),
                "offset",
                offset,
                "byte",
                String.format("%02X", content[offset] & 0xFF),
                "charset",
                decoded.charset());
    }
}
