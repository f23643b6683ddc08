package dev.yiwen.knowledge.importing.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A row of a table, with those cells that hold something.
 *
 * @param number as a spreadsheet counts, from 1
 * @param cells text by column, from 0
 * @param filled columns whose text stands in a merged cell that begins further up
 * @param faults what is wrong with a cell, by column
 */
record GridRow(int number, Map<Integer, String> cells, Set<Integer> filled, Map<Integer, Remark> faults) {
    static GridRow of(int number) {
        return new GridRow(number, new HashMap<>(), new HashSet<>(), new HashMap<>());
    }

    String cell(int column) {
        return cells.getOrDefault(column, "");
    }

    boolean isEmpty() {
        return faults.isEmpty() && cells.values().stream().allMatch(String::isBlank);
    }
}
