package dev.yiwen.knowledge;

import dev.yiwen.knowledge.QuestionLikeness.Alike;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Questions that ask the same, together: agglomerative clustering by average linkage (Sokal and Michener 1958). Two groups are
 * joined while the mean probability that a question of the one asks the same as one of the other is high enough; what one chain
 * of look-alikes would tie together stays apart.
 */
public final class QuestionClusters {
    /** Where it joins best on the even half of faq-abstain, see {@code evaluate gaps}. */
    public static final double TOGETHER = 0.35;

    /** @param likeness mean probability over all their pairs */
    private record Join(int one, int other, double likeness) {}

    private final double least;
    private final Map<Integer, List<Integer>> groups = new HashMap<>();
    // Sums of probabilities between two groups; what is not there is 0.
    private final Map<Integer, Map<Integer, Double>> sums = new HashMap<>();
    private final PriorityQueue<Join> joins = new PriorityQueue<>(Comparator.comparingDouble(Join::likeness)
            .reversed()
            .thenComparingInt(Join::one)
            .thenComparingInt(Join::other));

    private QuestionClusters(double least) {
        this.least = least;
    }

    /** The places of {@code count} questions in groups, the largest first. */
    public static List<List<Integer>> of(int count, List<Alike> pairs) {
        return of(count, pairs, TOGETHER);
    }

    /** @param least mean probability at which two groups are still one */
    public static List<List<Integer>> of(int count, List<Alike> pairs, double least) {
        var clusters = new QuestionClusters(least);
        for (int i = 0; i < count; i++) {
            clusters.groups.put(i, List.of(i));
            clusters.sums.put(i, new HashMap<>());
        }
        pairs.forEach(it -> clusters.bind(it.first(), it.second(), it.probability()));
        clusters.join(count);
        return clusters.groups.values().stream()
                .sorted(Comparator.<List<Integer>>comparingInt(List::size)
                        .reversed()
                        .thenComparing(List::getFirst))
                .toList();
    }

    /** Of a group the one that is most like the others. */
    public static int typical(List<Integer> group, List<Alike> pairs) {
        Set<Integer> members = new HashSet<>(group);
        var sums = new HashMap<Integer, Double>();
        pairs.stream()
                .filter(it -> members.contains(it.first()) && members.contains(it.second()))
                .forEach(it -> {
                    sums.merge(it.first(), it.probability(), Double::sum);
                    sums.merge(it.second(), it.probability(), Double::sum);
                });
        return group.stream()
                .max(Comparator.<Integer>comparingDouble(it -> sums.getOrDefault(it, 0.0))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private void bind(int one, int other, double sum) {
        sums.getOrDefault(one, new HashMap<>()).put(other, sum);
        sums.getOrDefault(other, new HashMap<>()).put(one, sum);
        double likeness = sum / (size(one) * size(other));
        if (likeness >= least) {
            joins.add(new Join(Math.min(one, other), Math.max(one, other), likeness));
        }
    }

    private int size(int group) {
        return groups.getOrDefault(group, List.of()).size();
    }

    private void join(int count) {
        int next = count;
        for (var join = joins.poll(); join != null; join = joins.poll()) {
            if (!groups.containsKey(join.one()) || !groups.containsKey(join.other())) {
                continue;
            }
            var members = new ArrayList<>(groups.getOrDefault(join.one(), List.of()));
            members.addAll(groups.getOrDefault(join.other(), List.of()));
            members.sort(null);
            var between = new HashMap<>(sums.getOrDefault(join.one(), Map.of()));
            sums.getOrDefault(join.other(), Map.of()).forEach((it, sum) -> between.merge(it, sum, Double::sum));
            forget(join.one());
            forget(join.other());
            groups.put(next, List.copyOf(members));
            sums.put(next, new HashMap<>());
            for (var it : between.entrySet()) {
                if (groups.containsKey(it.getKey())) {
                    bind(next, it.getKey(), it.getValue());
                }
            }
            next++;
        }
    }

    private void forget(int group) {
        groups.remove(group);
        sums.remove(group);
    }
}
