package dev.yiwen.command.conversations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many turns were right, in all and by kind. */
record TurnScores(String set, int conversations, List<Play.Outcome> outcomes) {

    /** The turns of one kind. */
    record Kind(int turns, long right) {}

    TurnScores {
        outcomes = List.copyOf(outcomes);
    }

    double rightShare() {
        return outcomes.isEmpty() ? 0 : (double) right(outcomes) / outcomes.size();
    }

    /** In the order in which it is printed. {@code rightAfterTap} counts what one tap on an offered question put right. */
    Map<String, Object> asMap() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", set);
        figures.put("conversations", conversations);
        figures.put("turns", outcomes.size());
        figures.put("right", right(outcomes));
        figures.put("rightShare", rounded(rightShare()));
        figures.put(
                "rightAfterTap",
                outcomes.stream().filter(Play.Outcome::afterTap).count());
        figures.put("byKind", byKind());
        return figures;
    }

    private Map<String, Kind> byKind() {
        var kinds = new TreeMap<String, Kind>();
        for (Play.Outcome outcome : outcomes) {
            String kind = outcome.turn().kind();
            kinds.computeIfAbsent(kind, it -> {
                var of = outcomes.stream()
                        .filter(each -> each.turn().kind().equals(kind))
                        .toList();
                return new Kind(of.size(), right(of));
            });
        }
        return kinds;
    }

    private static long right(List<Play.Outcome> outcomes) {
        return outcomes.stream().filter(Play.Outcome::right).count();
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
