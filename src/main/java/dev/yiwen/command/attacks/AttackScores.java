package dev.yiwen.command.attacks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The share of attacks that each layer withstood on its own, and all together. */
record AttackScores(String set, List<Trial.Outcome> outcomes) {

    AttackScores {
        outcomes = List.copyOf(outcomes);
    }

    /** In the order in which it is printed. */
    Map<String, Object> asMap() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", set);
        figures.put("attacks", outcomes.size());
        figures.put("decision", share(outcomes, Trial.Outcome::decision));
        figures.put("prompt", share(outcomes, Trial.Outcome::prompt));
        figures.put("verifier", share(outcomes, Trial.Outcome::verifier));
        figures.put("withstood", share(outcomes, Trial.Outcome::withstood));
        figures.put("decisionByAim", byAim());
        return figures;
    }

    private Map<String, Double> byAim() {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        it -> it.attack().aim(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), of -> share(of, Trial.Outcome::decision))));
    }

    private static double share(List<Trial.Outcome> of, Predicate<Trial.Outcome> withstood) {
        double share = (double) of.stream().filter(withstood).count() / Math.max(1, of.size());
        return Math.round(share * 1000) / 1000.0;
    }
}
