package dev.yiwen.command.conversations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How many turns were right, in all, of first messages, of later turns, and by kind. */
record TurnScores(String set, List<List<Play.Outcome>> conversations) {

    /** Some turns. */
    record Counts(
            int turns,
            long right,
            long rightOrClarify,
            double rightOrClarifyShare,
            long wrongAnswer,
            double wrongAnswerShare,
            long opposite,
            long handedOver,
            long notHandedOver) {

        static Counts of(List<Play.Outcome> outcomes) {
            long useful = count(outcomes, it -> it.judgement().rightOrClarify());
            long wrong = count(outcomes, it -> it.judgement().wrongAnswer());
            return new Counts(
                    outcomes.size(),
                    count(outcomes, Play.Outcome::right),
                    useful,
                    share(useful, outcomes.size()),
                    wrong,
                    share(wrong, outcomes.size()),
                    count(outcomes, it -> it.judgement().opposite()),
                    count(outcomes, it -> it.judgement().handedOver()),
                    count(outcomes, it -> it.judgement().notHandedOver()));
        }

        private static long count(List<Play.Outcome> outcomes, Predicate<Play.Outcome> which) {
            return outcomes.stream().filter(which).count();
        }
    }

    TurnScores {
        conversations = conversations.stream().map(List::copyOf).toList();
    }

    double rightShare() {
        return share(all().stream().filter(Play.Outcome::right).count(), all().size());
    }

    /** In the order in which it is printed. {@code rightAfterTap} counts what one tap on an offered question put right. */
    Map<String, Object> asMap() {
        var all = all();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", set);
        figures.put("conversations", conversations.size());
        figures.put("turns", all.size());
        figures.put("right", all.stream().filter(Play.Outcome::right).count());
        figures.put("rightShare", rightShare());
        figures.put("rightAfterTap", all.stream().filter(Play.Outcome::afterTap).count());
        figures.put("all", Counts.of(all));
        figures.put(
                "first", Counts.of(conversations.stream().map(List::getFirst).toList()));
        figures.put(
                "later",
                Counts.of(conversations.stream()
                        .flatMap(it -> it.stream().skip(1))
                        .toList()));
        figures.put("byKind", byKind(all));
        return figures;
    }

    private List<Play.Outcome> all() {
        return conversations.stream().flatMap(List::stream).toList();
    }

    private static Map<String, Counts> byKind(List<Play.Outcome> all) {
        var kinds = new TreeMap<String, Counts>();
        for (Play.Outcome outcome : all) {
            kinds.computeIfAbsent(
                    outcome.turn().kind(),
                    kind -> Counts.of(all.stream()
                            .filter(it -> it.turn().kind().equals(kind))
                            .toList()));
        }
        return kinds;
    }

    private static double share(long count, long of) {
        return of == 0 ? 0 : Math.round(10_000.0 * count / of) / 10_000.0;
    }
}
