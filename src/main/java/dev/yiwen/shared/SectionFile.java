package dev.yiwen.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A file of patterns that editors keep: {@code [section]} lines, one pattern a line, {@code #} before remarks. */
public final class SectionFile {
    private static final Pattern HEAD = Pattern.compile("\\[([a-z]+(?: [a-z]+)*)]");

    private SectionFile() {}

    /** The patterns by section, both in the order of the file. */
    public static Map<String, List<String>> read(String resource) {
        var sections = new LinkedHashMap<String, List<String>>();
        List<String> section = new ArrayList<>();
        for (String line : lines(resource)) {
            var head = HEAD.matcher(line);
            if (head.matches()) {
                section = sections.computeIfAbsent(head.group(1), it -> new ArrayList<>());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                section.add(line);
            }
        }
        return sections;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
