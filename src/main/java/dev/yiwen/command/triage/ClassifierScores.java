package dev.yiwen.command.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well probabilities tell labelled lines apart. */
final class ClassifierScores {
    private static final double FALSE_ALARMS = 0.1;

    private record Judged(double probability, boolean right) {}

    private final List<Judged> all = new ArrayList<>();

    void add(double probability, boolean right) {
        all.add(new Judged(probability, right));
    }

    /** In the order in which they are printed. */
    Map<String, Object> asMap(String set, double threshold) {
        long right = all.stream().filter(Judged::right).count();
        long said = all.stream().filter(it -> it.probability() >= threshold).count();
        long found = all.stream()
                .filter(it -> it.right() && it.probability() >= threshold)
                .count();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", set);
        figures.put("n", all.size());
        figures.put("f1", rounded(2.0 * found / Math.max(1, said + right)));
        figures.put("precision", rounded((double) found / Math.max(1, said)));
        figures.put("recall", rounded((double) found / Math.max(1, right)));
        figures.put("auc", rounded(auc()));
        figures.put("recall@fpr10", rounded(recallAtFalseAlarms()));
        return figures;
    }

    /** The probability that an angry line gets a higher probability than another; ties count half. */
    double auc() {
        var ascending = all.stream()
                .sorted(Comparator.comparingDouble(Judged::probability))
                .toList();
        double sum = 0;
        long others = 0;
        for (int i = 0; i < ascending.size(); ) {
            int end = i;
            long tiedRight = 0;
            while (end < ascending.size()
                    && ascending.get(end).probability() == ascending.get(i).probability()) {
                tiedRight += ascending.get(end).right() ? 1 : 0;
                end++;
            }
            long tiedOthers = end - i - tiedRight;
            sum += tiedRight * (others + tiedOthers / 2.0);
            others += tiedOthers;
            i = end;
        }
        return sum / Math.max(1, others * (all.size() - others));
    }

    /** The share of angry lines above the threshold that one in ten of the others passes. */
    double recallAtFalseAlarms() {
        var others = all.stream()
                .filter(it -> !it.right())
                .map(Judged::probability)
                .sorted(Comparator.reverseOrder())
                .toList();
        double threshold = others.isEmpty() ? 0 : others.get((int) (FALSE_ALARMS * others.size()));
        long right = all.stream().filter(Judged::right).count();
        return (double) all.stream()
                        .filter(it -> it.right() && it.probability() > threshold)
                        .count()
                / Math.max(1, right);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
