package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.importing.source.SourceTexts;
import dev.yiwen.reading.Amounts;
import dev.yiwen.reading.Slots;
import dev.yiwen.shared.PlainText;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where two answers to one question name other amounts, dates or deadlines. */
final class Disagreement {
    private static final String DAY = "date";

    /** @param said in the one, and in the other */
    record Difference(String said, String other) {}

    private Disagreement() {}

    /** The first unit of which both speak, without one value that both name. */
    static Optional<Difference> between(String answer, String other) {
        var one = byUnit(answer);
        var two = byUnit(other);
        return one.entrySet().stream()
                .filter(it -> two.containsKey(it.getKey()))
                .filter(it -> it.getValue().values().stream()
                        .noneMatch(ways -> two.getOrDefault(it.getKey(), Map.of()).values().stream()
                                .anyMatch(known -> known.stream().anyMatch(ways::contains))))
                .map(it -> new Difference(first(it.getValue()), first(two.getOrDefault(it.getKey(), Map.of()))))
                .findFirst();
    }

    /** Whether two questions ask of different things that sound alike: 充值 and 退款 of the same, last year's and this year's. */
    static boolean isBetweenQuestions(String question, String other) {
        var one = Slots.of(plain(question));
        var two = Slots.of(plain(other));
        return one.conflict(two, List.of()).isPresent()
                || two.conflict(one, List.of()).isPresent();
    }

    /** The amounts that a question names, each in all ways to say it. */
    static Set<Set<String>> numbers(String text) {
        var numbers = new HashSet<Set<String>>();
        Amounts.in(plain(text)).forEach(it -> numbers.add(it.ways()));
        return numbers;
    }

    /** What was said, and the ways to say it, by unit. */
    private static Map<String, Map<String, Set<String>>> byUnit(String answer) {
        var byUnit = new HashMap<String, Map<String, Set<String>>>();
        for (var amount : Amounts.in(plain(PlainText.of(SourceTexts.withoutCitation(answer))))) {
            var way = amount.ways().stream().sorted().findFirst().orElse("|");
            var unit = way.substring(way.indexOf('|') + 1);
            if (!unit.isEmpty()) {
                byUnit.computeIfAbsent(unit.equals("year") ? DAY : unit, it -> new HashMap<>())
                        .put(amount.said().strip(), amount.ways());
            }
        }
        return byUnit;
    }

    private static String first(Map<String, Set<String>> said) {
        return said.keySet().stream().sorted().findFirst().orElse("");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
