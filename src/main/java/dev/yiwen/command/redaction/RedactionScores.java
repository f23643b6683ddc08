package dev.yiwen.command.redaction;

import dev.yiwen.command.redaction.Forms.Form;
import dev.yiwen.command.redaction.Forms.Span;
import dev.yiwen.privacy.Kind;
import dev.yiwen.privacy.PersonalData;
import dev.yiwen.privacy.PersonalDatum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much personal data is found, and how much of what is found is some. A datum is found when all its characters are,
 * under its label; what is found is right when it touches a datum of its label.
 */
final class RedactionScores {
    private static final class Count {
        private int wanted;
        private int hit;
        private int found;
        private int right;

        Map<String, Object> asMap() {
            double precision = found == 0 ? 1 : (double) right / found;
            double recall = wanted == 0 ? 1 : (double) hit / wanted;
            var figures = new LinkedHashMap<String, Object>();
            figures.put("precision", rounded(precision));
            figures.put("recall", rounded(recall));
            figures.put("f1", rounded(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)));
            return figures;
        }

        private static double rounded(double value) {
            return Math.round(value * 1000) / 1000.0;
        }
    }

    private final Count all = new Count();
    private final Map<Kind, Count> byKind = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private int texts;

    void add(Form form) {
        texts++;
        var found = PersonalData.in(form.text());
        for (Span span : form.spans()) {
            boolean hit = found.stream().anyMatch(it -> covers(it, span));
            for (Count count : List.of(all, of(span.kind()))) {
                count.wanted++;
                count.hit += hit ? 1 : 0;
            }
            if (!hit) {
                misses.add("%d: %s is not found in %s"
                        .formatted(form.line(), form.text().substring(span.start(), span.end()), form.text()));
            }
        }
        for (PersonalDatum it : found) {
            boolean right = form.spans().stream().anyMatch(span -> touches(it, span));
            for (Count count : List.of(all, of(it.kind()))) {
                count.found++;
                count.right += right ? 1 : 0;
            }
            if (!right) {
                misses.add("%d: %s is taken for %s in %s"
                        .formatted(
                                form.line(),
                                form.text().substring(it.start(), it.end()),
                                it.kind().label(),
                                form.text()));
            }
        }
    }

    private Count of(Kind kind) {
        return byKind.computeIfAbsent(kind, it -> new Count());
    }

    private static boolean covers(PersonalDatum found, Span span) {
        return found.kind() == span.kind() && found.start() <= span.start() && found.end() >= span.end();
    }

    private static boolean touches(PersonalDatum found, Span span) {
        return found.kind() == span.kind() && found.start() < span.end() && found.end() > span.start();
    }

    List<String> misses() {
        return misses;
    }

    double precision() {
        return (double) all.right / Math.max(1, all.found);
    }

    double recall() {
        return (double) all.hit / Math.max(1, all.wanted);
    }

    /** In the order in which they are printed. */
    Map<String, Object> asMap(String set) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", set);
        figures.put("n", texts);
        figures.putAll(all.asMap());
        var labels = new LinkedHashMap<String, Object>();
        byKind.forEach((kind, count) -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("n", count.wanted);
            one.putAll(count.asMap());
            labels.put(kind.label(), one);
        });
        figures.put("byLabel", labels);
        return figures;
    }
}
