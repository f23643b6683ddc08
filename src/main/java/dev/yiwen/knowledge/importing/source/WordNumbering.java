package dev.yiwen.knowledge.importing.source;

import static dev.yiwen.knowledge.importing.source.OfficeXml.attribute;
import static dev.yiwen.knowledge.importing.source.OfficeXml.child;
import static dev.yiwen.knowledge.importing.source.OfficeXml.children;
import static dev.yiwen.knowledge.importing.source.OfficeXml.number;
import static dev.yiwen.knowledge.importing.source.OfficeXml.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Counts the automatic numbers of a Word document (ECMA-376, part 1, 17.9), which stand nowhere in its text: 第1条, 2.1, (a).
 * Paragraphs are asked for in their order.
 */
final class WordNumbering {
    private static final int LEVELS = 9;
    private static final Pattern PLACE = Pattern.compile("%([1-9])");

    private record Level(int start, String form, String text) {}

    /** @param counters one for each level, {@code null} before it was used */
    private record Sequence(
            Map<Integer, Level> levels, @Nullable Integer[] counters) {}

    private final Map<String, Sequence> sequences = new HashMap<>();
    private final Map<String, Sequence> byAbstract = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> restarts = new HashMap<>();
    private final Set<String> restarted = new HashSet<>();

    /** @param numbering the root of the part, or null when the document has none */
    WordNumbering(@Nullable Element numbering) {
        if (numbering == null) {
            return;
        }
        for (var definition : children(numbering, "abstractNum")) {
            byAbstract.put(
                    attribute(definition, "abstractNumId"), new Sequence(levels(definition), new Integer[LEVELS]));
        }
        for (var number : children(numbering, "num")) {
            var id = attribute(number, "numId");
            var shared = byAbstract.get(value(number, "abstractNumId"));
            if (shared == null) {
                continue;
            }
            var own = new HashMap<>(shared.levels);
            var starts = new HashMap<Integer, Integer>();
            for (var override : children(number, "lvlOverride")) {
                int at = OfficeXml.number(attribute(override, "ilvl"), 0);
                var level = child(override, "lvl");
                if (level != null) {
                    own.put(at, level(level));
                }
                var start = value(override, "startOverride");
                if (!start.isEmpty()) {
                    starts.put(at, OfficeXml.number(start, 1));
                }
            }
            sequences.put(id, new Sequence(own, shared.counters));
            restarts.put(id, starts);
        }
    }

    private static Map<Integer, Level> levels(Element definition) {
        var levels = new HashMap<Integer, Level>();
        for (var level : children(definition, "lvl")) {
            levels.put(number(attribute(level, "ilvl"), 0), level(level));
        }
        return levels;
    }

    private static Level level(Element level) {
        var form = value(level, "numFmt");
        return new Level(number(value(level, "start"), 0), form.isEmpty() ? "decimal" : form, value(level, "lvlText"));
    }

    /** What stands before the paragraph: 第1条; a dash for a bullet; empty for none. */
    String label(String id, int depth) {
        var sequence = sequences.get(id);
        if (sequence == null || depth < 0 || depth >= LEVELS || !sequence.levels.containsKey(depth)) {
            return "";
        }
        var level = sequence.levels.get(depth);
        if (level.form.equals("bullet")) {
            return "-";
        }
        count(id, sequence, depth);
        return PLACE.matcher(level.text).replaceAll(it -> {
            int place = Integer.parseInt(it.group(1)) - 1;
            var other = sequence.levels.get(place);
            var counted = sequence.counters[place];
            int value = counted == null ? other == null ? 1 : other.start : counted;
            return Matcher.quoteReplacement(CountingForm.of(value, other == null ? "decimal" : other.form));
        });
    }

    private void count(String id, Sequence sequence, int depth) {
        var counters = sequence.counters;
        var start = restarts.getOrDefault(id, Map.of()).get(depth);
        if (start != null && restarted.add(id + ":" + depth)) {
            counters[depth] = start;
        } else {
            var counted = counters[depth];
            var level = sequence.levels.get(depth);
            counters[depth] = counted == null ? level == null ? 1 : level.start : counted + 1;
        }
        for (int deeper = depth + 1; deeper < LEVELS; deeper++) {
            counters[deeper] = null;
        }
    }
}
