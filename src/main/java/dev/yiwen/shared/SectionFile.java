package dev.yiwen.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A file of patterns that editors keep: {@code [section]} lines, one pattern a line, {@code #} before remarks. */
public final class SectionFile {
    private static final Pattern HEAD = Pattern.compile("\\[([a-z]+(?: [a-z]+)*)]");

    private SectionFile() {}

    /** The patterns by section, both in the order of the file. */
    public static Map<String, List<String>> read(String resource) {
        var sections = new LinkedHashMap<String, List<String>>();
        List<String> section = new ArrayList<>();
        for (String line : ResourceLines.all(resource)) {
            var head = HEAD.matcher(line);
            if (head.matches()) {
                section = sections.computeIfAbsent(head.group(1), it -> new ArrayList<>());
            } else if (ResourceLines.says(line)) {
                section.add(line);
            }
        }
        return sections;
    }
}
