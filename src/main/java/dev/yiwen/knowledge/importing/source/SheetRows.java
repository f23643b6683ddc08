package dev.yiwen.knowledge.importing.source;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** Keeps the cells of a sheet that hold something; formatted empty ones, to the last column and row there is, cost nothing. */
final class SheetRows implements SheetContentsHandler {
    private static final String ERROR = "ERROR:";
    /** How a picture in a cell looks to whom it is not shown. */
    private static final String PICTURE = "DISPIMG(";

    private final List<GridRow> rows = new ArrayList<>();
    private GridRow row = GridRow.of(1);
    private int pictures;

    @Override
    public void startRow(int number) {
        row = GridRow.of(number + 1);
    }

    @Override
    public void endRow(int number) {
        if (!row.isEmpty()) {
            rows.add(row);
        }
    }

    @Override
    public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
        if (value == null || value.isEmpty()) {
            return;
        }
        int column = reference == null ? row.cells().size() : new CellReference(reference).getCol();
        if (value.contains(PICTURE)) {
            pictures++;
            return;
        }
        if (value.startsWith(ERROR + "#") || value.startsWith("#REF!") || value.startsWith("#NAME?")) {
            row.faults()
                    .put(
                            column,
                            Remark.of(
                                    "cell-error",
                                    "column",
                                    GridReader.letters(column),
                                    "text",
                                    value.replace(ERROR, "")));
        }
        row.cells().put(column, value);
    }

    List<GridRow> rows() {
        return rows;
    }

    int pictures() {
        return pictures;
    }
}
