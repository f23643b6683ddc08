package dev.yiwen.handoff.wrapup;

import dev.yiwen.shared.ResourceLines;
import java.util.List;
import java.util.regex.Pattern;

/** Words that speak for a topic of the starter knowledge, a line each: topic, weight and pattern, with tabs between. */
final class CategoryRules {
    private static final List<Rule> RULES = ResourceLines.text("handoff/categories.tsv")
            .lines()
            .filter(it -> !it.isBlank() && !it.startsWith("#"))
            .map(Rule::of)
            .toList();

    private CategoryRules() {}

    record Rule(String topic, double weight, Pattern words) {
        private static Rule of(String line) {
            var fields = line.split("\t", 3);
            return new Rule(
                    fields[0], Double.parseDouble(fields[1]), Pattern.compile(fields[2], Pattern.CASE_INSENSITIVE));
        }
    }

    static List<Rule> all() {
        return RULES;
    }
}
