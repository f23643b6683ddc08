package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.importing.source.MarkedTable;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Somebody's own workbook or table with a column that says what became of each row. */
final class MarkedFile {
    /** Bytes; a workbook is held as a whole to be written again. */
    private static final int LARGEST = 6 * 1024 * 1024;

    /** @param outcome and why, in words */
    record Mark(String sheet, int row, String outcome, String words) {
        String text() {
            return words.isEmpty() ? outcome : outcome + "：" + words;
        }
    }

    private MarkedFile() {}

    /** Fails with INVALID for what is neither, or too large. Blocking. */
    static byte[] of(String name, byte[] content, List<Mark> marks, String header) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (content.length > LARGEST) {
            throw new Problem(Kind.INVALID, name + " is too large to be handed back");
        }
        if (lower.endsWith(".csv") || lower.endsWith(".tsv")) {
            return MarkedTable.of(content, byRow(marks, ""), header);
        }
        if (!lower.endsWith(".xlsx")) {
            throw new Problem(Kind.INVALID, name + " has no rows to mark");
        }
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(content));
                var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                var sheet = book.getSheetAt(i);
                mark(sheet, byRow(marks, sheet.getSheetName()), header);
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new Problem(Kind.INVALID, name + " cannot be written again: " + e.getMessage());
        }
    }

    private static Map<Integer, String> byRow(List<Mark> marks, String sheet) {
        var byRow = new HashMap<Integer, String>();
        marks.stream().filter(it -> it.sheet.equals(sheet)).forEach(it -> byRow.put(it.row, it.text()));
        return byRow;
    }

    private static void mark(Sheet sheet, Map<Integer, String> marks, String header) {
        int first = marks.keySet().stream().min(Integer::compare).orElse(0);
        if (first == 0) {
            return;
        }
        var above = sheet.getRow(Math.max(0, first - 2));
        int column = marks.keySet().stream()
                .map(it -> sheet.getRow(it - 1))
                .mapToInt(MarkedFile::width)
                .max()
                .orElse(0);
        column = Math.max(column, width(above));
        if (above != null && first > 1) {
            above.createCell(column).setCellValue(header);
        }
        for (var mark : marks.entrySet()) {
            var row = sheet.getRow(mark.getKey() - 1);
            if (row != null) {
                row.createCell(column).setCellValue(mark.getValue());
            }
        }
        sheet.setColumnWidth(column, 60 * 256);
    }

    /** Cells that hold something. */
    private static int width(@org.jspecify.annotations.Nullable Row row) {
        int width = 0;
        if (row != null) {
            for (var cell : row) {
                boolean blank = cell.getCellType() == org.apache.poi.ss.usermodel.CellType.BLANK;
                width = blank ? width : Math.max(width, cell.getColumnIndex() + 1);
            }
        }
        return width;
    }
}
