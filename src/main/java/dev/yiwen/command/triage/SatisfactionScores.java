package dev.yiwen.command.triage;

import dev.yiwen.triage.Estimate;
import dev.yiwen.triage.Estimate.Mood;
import dev.yiwen.triage.satisfaction.LabelledChat;
import dev.yiwen.triage.satisfaction.LabelledChat.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well satisfaction was estimated. Accuracy is not among it: that all are satisfied is right most of the time. */
final class SatisfactionScores {
    private static final int FIRST = 20;

    private record Judged(Estimate estimate, Mood mood) {}

    private final List<Judged> chats = new ArrayList<>();
    private final ClassifierScores low = new ClassifierScores();
    private final ClassifierScores turns = new ClassifierScores();

    void add(LabelledChat chat, Estimate estimate) {
        chats.add(new Judged(estimate, chat.mood()));
        low.add(estimate.dissatisfied(), chat.mood() == Mood.DISSATISFIED);
        for (int i = 0; i < chat.turns().size(); i++) {
            if (chat.turns().get(i) != Verdict.UNKNOWN) {
                turns.add(estimate.turns().get(i), chat.turns().get(i) == Verdict.DISSATISFIED);
            }
        }
    }

    /**
     * The mean over several readings of the same chats, in the order in which it is printed.
     *
     * @param readings at least one
     */
    static Map<String, Object> asMap(String set, List<SatisfactionScores> readings) {
        var dissatisfied = new LinkedHashMap<String, Object>();
        dissatisfied.put("auc", mean(readings.stream().map(it -> it.low.auc()).toList()));
        dissatisfied.put(
                "precision@" + FIRST,
                mean(readings.stream().map(SatisfactionScores::precisionOfFirst).toList()));
        dissatisfied.put(
                "f1", mean(readings.stream().map(it -> it.f1(Mood.DISSATISFIED)).toList()));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", set);
        figures.put("n", readings.getFirst().chats.size());
        figures.put("dissatisfied", dissatisfied);
        figures.put(
                "macroF1",
                mean(readings.stream().map(SatisfactionScores::macroF1).toList()));
        figures.put(
                "turns",
                Map.of("auc", mean(readings.stream().map(it -> it.turns.auc()).toList())));
        return figures;
    }

    private double precisionOfFirst() {
        return chats.stream()
                .sorted(Comparator.comparingDouble((Judged it) -> it.estimate().dissatisfied())
                        .reversed())
                .limit(FIRST)
                .mapToInt(it -> it.mood() == Mood.DISSATISFIED ? 1 : 0)
                .average()
                .orElse(0);
    }

    private double macroF1() {
        double sum = 0;
        for (Mood mood : Mood.values()) {
            sum += f1(mood);
        }
        return sum / Mood.values().length;
    }

    private double f1(Mood mood) {
        long right = chats.stream().filter(it -> it.mood() == mood).count();
        long said = chats.stream().filter(it -> it.estimate().likely() == mood).count();
        long found = chats.stream()
                .filter(it -> it.mood() == mood && it.estimate().likely() == mood)
                .count();
        return 2.0 * found / Math.max(1, right + said);
    }

    private static double mean(List<Double> values) {
        double mean = values.stream().mapToDouble(it -> it).average().orElse(0);
        return Math.round(mean * 1000) / 1000.0;
    }
}
