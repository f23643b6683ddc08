package dev.yiwen.shared;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table for a spreadsheet: comma-separated values (RFC 4180) in UTF-8, marked so, as Excel wants it. */
public final class Sheet {
    private static final String MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    private Sheet() {}

    public static byte[] of(List<String> head, Stream<List<String>> lines) {
        return Stream.concat(Stream.of(head), lines)
                .map(line -> line.stream().map(Sheet::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining(LINE_END, MARK, LINE_END))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What customers write never becomes a formula, in no table that is made of it. */
    public static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String cell(String text) {
        return "\"" + harmless(text).replace("\"", "\"\"") + "\"";
    }
}
