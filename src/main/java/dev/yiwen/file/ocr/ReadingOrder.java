package dev.yiwen.file.ocr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Puts what was read into the order in which people read it: rows from above, each from the left. */
final class ReadingOrder {
    private ReadingOrder() {}

    /** What stands somewhere. */
    record Read(TextBox box, String text) {}

    /** Rows end with a line feed; what stands apart in one row has a space between. */
    static String text(List<Read> found) {
        double lean = lean(found);
        double cos = Math.cos(lean);
        double sin = Math.sin(lean);
        record Placed(double along, double down, double height, String text) {}
        var placed = found.stream()
                .map(it -> new Placed(
                        it.box.x() * cos + it.box.y() * sin,
                        it.box.y() * cos - it.box.x() * sin,
                        it.box.height(),
                        it.text))
                .sorted(Comparator.comparingDouble(Placed::down))
                .toList();
        var rows = new ArrayList<List<Placed>>();
        for (Placed it : placed) {
            var row = rows.isEmpty() ? null : rows.getLast();
            if (row != null && it.down - row.getFirst().down < Math.min(it.height, row.getFirst().height) / 2) {
                row.add(it);
            } else {
                rows.add(new ArrayList<>(List.of(it)));
            }
        }
        return rows.stream()
                .map(row -> row.stream()
                        .sorted(Comparator.comparingDouble(Placed::along))
                        .map(Placed::text)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    /** Of the page: that of the middle one, longer lines being surer of theirs. */
    private static double lean(List<Read> found) {
        var leans = found.stream()
                .filter(it -> it.box.width() > 2 * it.box.height())
                .map(it -> Math.atan2(it.box.sin(), it.box.cos()))
                .sorted()
                .toList();
        return leans.isEmpty() ? 0 : leans.get(leans.size() / 2);
    }
}
