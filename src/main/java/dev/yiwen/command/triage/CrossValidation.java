package dev.yiwen.command.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads each conversation with a model that was fitted on others. Folds are drawn by conversation, or are whole groups of
 * them, such as all scenes of a show, whose people and ways of speaking return from one conversation to the next.
 */
final class CrossValidation {
    private final Lines lines;

    CrossValidation(Lines lines) {
        this.lines = lines;
    }

    /** Which conversations are left out together, by their numbers. */
    record Folds(List<List<Integer>> held) {}

    /** Conversations dealt out in an order that the seed gives. */
    Folds drawn(int count, long seed) {
        var order =
                new ArrayList<>(IntStream.range(0, lines.talks().size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        var held = new ArrayList<List<Integer>>();
        for (int fold = 0; fold < count; fold++) {
            int left = fold;
            held.add(IntStream.range(0, order.size())
                    .filter(i -> i % count == left)
                    .mapToObj(order::get)
                    .sorted()
                    .toList());
        }
        return new Folds(held);
    }

    /** What stands before the last underscore of a conversation's name is its group. */
    Folds groups() {
        var groups = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < lines.names().size(); i++) {
            var name = lines.names().get(i);
            var group = name.substring(0, Math.max(0, name.lastIndexOf('_')));
            groups.computeIfAbsent(group, it -> new ArrayList<>()).add(i);
        }
        return new Folds(List.copyOf(groups.values()));
    }

    /**
     * The area under the curve on each fold.
     *
     * @param read figures of the second conversations, read with a model fitted on the first
     */
    List<Double> auc(Folds folds, Function<Split, ClassifierScores> read) {
        return folds.held().stream().map(held -> read.apply(split(held)).auc()).toList();
    }

    record Split(List<List<Lines.Line>> fitted, List<List<Lines.Line>> read) {}

    private Split split(List<Integer> held) {
        var fitted = new ArrayList<List<Lines.Line>>();
        var read = new ArrayList<List<Lines.Line>>();
        for (int i = 0; i < lines.talks().size(); i++) {
            (Collections.binarySearch(held, i) >= 0 ? read : fitted)
                    .add(lines.talks().get(i));
        }
        return new Split(fitted, read);
    }

    /** In the order in which they are printed. */
    static Map<String, Object> asMap(List<Double> auc) {
        double mean = auc.stream().mapToDouble(it -> it).average().orElse(0);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("folds", auc.size());
        figures.put("auc", rounded(mean));
        figures.put("least", rounded(auc.stream().mapToDouble(it -> it).min().orElse(0)));
        figures.put("most", rounded(auc.stream().mapToDouble(it -> it).max().orElse(0)));
        return figures;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
