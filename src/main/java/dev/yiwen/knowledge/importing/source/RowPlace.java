package dev.yiwen.knowledge.importing.source;

/**
 * Where a row stands.
 *
 * @param file its name, below the folder or archive that was named
 * @param sheet of a workbook, or the headings above a section; empty where there is none
 * @param row as a spreadsheet counts, from 1; the line of Markdown and JSON lines, the page of a PDF, the paragraph of another
 *     document; 0 when the whole file is meant
 */
public record RowPlace(String file, String sheet, int row) {
    public static RowPlace of(String file) {
        return new RowPlace(file, "", 0);
    }

    public static RowPlace of(String file, int row) {
        return new RowPlace(file, "", row);
    }
}
