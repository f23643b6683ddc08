package dev.yiwen.knowledge.importing.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;

/** A table of text with a column more. */
public final class MarkedTable {
    private MarkedTable() {}

    /**
     * In UTF-8 with a mark, as spreadsheets want it, and separated as it was.
     *
     * @param marks by row, as {@link RowPlace#row} counts
     * @param header of the new column
     */
    public static byte[] of(byte[] content, Map<Integer, String> marks, String header) {
        var text = DecodedText.of(content).text();
        char delimiter = DelimitedText.delimiter(text);
        var records = DelimitedText.records(text);
        int width = records.stream().mapToInt(it -> it.fields().size()).max().orElse(0);
        int first = marks.keySet().stream().min(Integer::compare).orElse(1);
        var out = new StringBuilder("\uFEFF");
        for (int i = 0; i < records.size(); i++) {
            var fields = new ArrayList<>(records.get(i).fields());
            boolean says = marks.containsKey(i + 1) || i + 1 == first - 1;
            while (says && fields.size() < width) {
                fields.add("");
            }
            if (says) {
                fields.add(marks.getOrDefault(i + 1, header));
            }
            for (int c = 0; c < fields.size(); c++) {
                out.append(c > 0 ? String.valueOf(delimiter) : "")
                        .append('"')
                        .append(fields.get(c).replace("\"", "\"\""))
                        .append('"');
            }
            out.append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
