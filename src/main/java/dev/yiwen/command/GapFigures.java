package dev.yiwen.command;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How groups of questions fit the standard questions that they stand for.
 *
 * <p>Pairwise precision: of the pairs of questions in one group, the share that stand for the same standard question; recall:
 * of the pairs that stand for the same one, the share in one group. A standard question is found by a group in which most
 * questions stand for it.
 */
record GapFigures(int questions, int clusters, double precision, double recall, int missing, int proposed, int found) {

    /**
     * @param groups places of questions
     * @param standards what each question stands for, by its place
     * @param wanted the standard questions that are to be found
     * @param least questions that make a group a proposal
     */
    static GapFigures of(List<List<Integer>> groups, List<String> standards, Set<String> wanted, int least) {
        long together = 0;
        long right = 0;
        for (var group : groups) {
            together += pairs(group.size());
            right += counts(group, standards).values().stream()
                    .mapToLong(GapFigures::pairs)
                    .sum();
        }
        var all = new HashMap<String, Integer>();
        standards.forEach(it -> all.merge(it, 1, Integer::sum));
        long same = all.values().stream().mapToLong(GapFigures::pairs).sum();
        var proposals = groups.stream().filter(it -> it.size() >= least).toList();
        var found = proposals.stream()
                .map(it -> mostOf(it, standards))
                .filter(wanted::contains)
                .collect(Collectors.toSet());
        return new GapFigures(
                standards.size(),
                groups.size(),
                together == 0 ? 1 : (double) right / together,
                same == 0 ? 1 : (double) right / same,
                wanted.size(),
                proposals.size(),
                found.size());
    }

    /** What most questions of a group stand for. */
    static String mostOf(List<Integer> group, List<String> standards) {
        return counts(group, standards).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    Map<String, Object> pairwise() {
        var pairwise = new LinkedHashMap<String, Object>();
        pairwise.put("precision", rounded(precision));
        pairwise.put("recall", rounded(recall));
        pairwise.put("f1", rounded(f1()));
        return pairwise;
    }

    private static Map<String, Integer> counts(List<Integer> group, List<String> standards) {
        var counts = new HashMap<String, Integer>();
        group.forEach(it -> counts.merge(Objects.requireNonNull(standards.get(it)), 1, Integer::sum));
        return counts;
    }

    private static long pairs(int count) {
        return (long) count * (count - 1) / 2;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
