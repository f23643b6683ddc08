package dev.yiwen.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A file of lines that are something ({@code +}) or only look like it ({@code -}), below the name of what they are. */
final class Table {
    record Line(String heading, boolean is, String words) {}

    private Table() {}

    static List<Line> of(String name) {
        try (InputStream in =
                Objects.requireNonNull(Table.class.getResourceAsStream("/triage/" + name), "triage/" + name)) {
            var lines = new ArrayList<Line>();
            String heading = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .toList()) {
                if (line.startsWith("+ ") || line.startsWith("- ")) {
                    lines.add(new Line(heading, line.startsWith("+"), line.substring(2)));
                } else {
                    heading = line.strip();
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
