package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.importing.source.ReadSource;
import dev.yiwen.knowledge.importing.source.ReadSource.FileNote;
import dev.yiwen.knowledge.importing.source.Remark;
import dev.yiwen.knowledge.importing.source.SourceGrid;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What an import would do, row by row, in the order of the files; nothing is written yet. */
public record ImportPlan(List<PlannedRow> rows, List<FileNote> notes, List<SourceGrid> grids, List<String> files) {
    public ImportPlan {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        grids = List.copyOf(grids);
        files = List.copyOf(files);
    }

    static ImportPlan of(ReadSource source, List<PlannedRow> rows) {
        return new ImportPlan(rows, source.notes(), source.grids(), source.files());
    }

    /** A row as it is told; {@code place} names it for people. */
    public record Line(String file, String sheet, int row, RowOutcome outcome, String question, String detail) {
        public String place() {
            return file + (sheet.isEmpty() ? "" : " [" + sheet + "]") + (row > 0 ? ":" + row : "");
        }
    }

    /** @param words of a row's remarks */
    public List<Line> lines(Function<List<Remark>, String> words) {
        return rows.stream()
                .map(it -> new Line(
                        it.place().file(),
                        it.place().sheet(),
                        it.place().row(),
                        it.outcome(),
                        it.question(),
                        words.apply(it.remarks())))
                .toList();
    }

    /** How many rows of each outcome, none left out. */
    public Map<RowOutcome, Integer> counts() {
        var counts = new EnumMap<RowOutcome, Integer>(RowOutcome.class);
        for (var outcome : RowOutcome.values()) {
            counts.put(outcome, 0);
        }
        rows.forEach(it -> counts.merge(it.outcome(), 1, Integer::sum));
        return counts;
    }
}
