package dev.yiwen.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects how well and how fast queries were ranked. */
final class RankingFigures {
    static final int DEPTH = 10;
    /** The gain of a best answer; MRR and recall count only these where there are any. */
    private static final int BEST = 2;

    private final List<Double> milliseconds = new ArrayList<>();
    private double ndcg;
    private double reciprocal;
    private int atOne;
    private int atFive;
    private int atTen;

    void add(List<String> ranked, Map<String, Integer> relevant, double ms) {
        milliseconds.add(ms);
        double best = dcg(relevant.values().stream()
                .sorted(Collections.reverseOrder())
                .limit(DEPTH)
                .toList());
        ndcg += dcg(ranked.stream().map(it -> relevant.getOrDefault(it, 0)).toList()) / best;
        int rank = firstBest(ranked, relevant);
        if (rank > 0) {
            reciprocal += 1.0 / rank;
            atOne += rank == 1 ? 1 : 0;
            atFive += rank <= 5 ? 1 : 0;
            atTen++;
        }
    }

    /** Linear gains (Järvelin and Kekäläinen 2002). */
    private static double dcg(List<Integer> gains) {
        double sum = 0;
        for (int i = 0; i < gains.size(); i++) {
            sum += gains.get(i) / (Math.log(i + 2) / Math.log(2));
        }
        return sum;
    }

    /** From 1; 0 when none is among the ranked. */
    private static int firstBest(List<String> ranked, Map<String, Integer> relevant) {
        for (int i = 0; i < ranked.size(); i++) {
            if (relevant.getOrDefault(ranked.get(i), 0) >= BEST) {
                return i + 1;
            }
        }
        return 0;
    }

    Map<String, Object> of(String set) {
        int n = milliseconds.size();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", set);
        figures.put("n", n);
        figures.put("ndcg@10", share(ndcg));
        figures.put("mrr@10", share(reciprocal));
        figures.put("r@1", share(atOne));
        figures.put("r@5", share(atFive));
        figures.put("r@10", share(atTen));
        figures.put("p50Ms", percentile(0.50));
        figures.put("p95Ms", percentile(0.95));
        return figures;
    }

    private double share(double sum) {
        return milliseconds.isEmpty() ? 0 : Math.round(sum / milliseconds.size() * 10_000) / 10_000.0;
    }

    private double percentile(double p) {
        if (milliseconds.isEmpty()) {
            return 0;
        }
        var sorted = milliseconds.stream().sorted().toList();
        double value = sorted.get((int) Math.min(sorted.size() - 1L, Math.round(p * (sorted.size() - 1))));
        return Math.round(value * 100) / 100.0;
    }
}
