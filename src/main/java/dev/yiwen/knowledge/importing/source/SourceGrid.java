package dev.yiwen.knowledge.importing.source;

import java.util.List;

/**
 * A table of rows under headers, and what its columns hold.
 *
 * @param headers empty where a column has none
 * @param fields for each header the field's name, empty for a column that is passed over
 * @param sample its first rows
 * @param key the same for tables with the same headers: how their columns were set is remembered by it
 */
public record SourceGrid(
        String file, String sheet, List<String> headers, List<String> fields, List<List<String>> sample, String key) {
    public SourceGrid {
        headers = List.copyOf(headers);
        fields = List.copyOf(fields);
        sample = List.copyOf(sample);
    }
}
