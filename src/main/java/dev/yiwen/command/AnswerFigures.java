package dev.yiwen.command;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How well a confidence tells right from wrong. Precision = answered rightly / answered; coverage = answered / all. */
final class AnswerFigures {
    private static final double[] BINS = {0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0000001};

    /** One question: what the product would have said, had the threshold allowed it. */
    record Answered(double confidence, boolean right, boolean answerable) {}

    private final List<Answered> byConfidence;

    AnswerFigures(List<Answered> answered) {
        this.byConfidence = answered.stream()
                .sorted(Comparator.comparingDouble(Answered::confidence).reversed())
                .toList();
    }

    Map<String, Object> of(String set, double threshold) {
        long answerable = byConfidence.stream().filter(Answered::answerable).count();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", set);
        figures.put("n", byConfidence.size());
        figures.put("answerable", answerable);
        figures.put("coverage@99", rounded(coverage(0.99)));
        figures.put("coverage@95", rounded(coverage(0.95)));
        figures.put("coverage@90", rounded(coverage(0.90)));
        figures.put("auroc", rounded(auroc()));
        figures.put("atDefault", at(threshold));
        return figures;
    }

    /** The largest share that can be answered while that many of a hundred answers are right. */
    double coverage(double precision) {
        int right = 0;
        int best = 0;
        for (int i = 0; i < byConfidence.size(); i++) {
            right += byConfidence.get(i).right() ? 1 : 0;
            boolean tied = i + 1 < byConfidence.size()
                    && byConfidence.get(i + 1).confidence()
                            == byConfidence.get(i).confidence();
            if (!tied && right >= precision * (i + 1)) {
                best = i + 1;
            }
        }
        return byConfidence.isEmpty() ? 0 : (double) best / byConfidence.size();
    }

    /** The chance that a right one has the higher confidence than a wrong one; ties count half. */
    double auroc() {
        double won = 0;
        long pairs = 0;
        for (Answered right : byConfidence) {
            for (Answered wrong : byConfidence) {
                if (right.right() && !wrong.right()) {
                    pairs++;
                    won += right.confidence() > wrong.confidence()
                            ? 1
                            : right.confidence() == wrong.confidence() ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? 0 : won / pairs;
    }

    private Map<String, Double> at(double threshold) {
        var said =
                byConfidence.stream().filter(it -> it.confidence() >= threshold).toList();
        long right = said.stream().filter(Answered::right).count();
        var figures = new LinkedHashMap<String, Double>();
        figures.put("precision", rounded(said.isEmpty() ? 0 : (double) right / said.size()));
        figures.put("coverage", rounded(byConfidence.isEmpty() ? 0 : (double) said.size() / byConfidence.size()));
        return figures;
    }

    /** A table of said against seen probability. */
    String reliability() {
        var table = new StringBuilder("confidence     n   said  right\n");
        for (int i = 0; i + 1 < BINS.length; i++) {
            double from = BINS[i];
            double to = BINS[i + 1];
            var in = byConfidence.stream()
                    .filter(it -> it.confidence() >= from && it.confidence() < to)
                    .toList();
            table.append(String.format(
                    Locale.ROOT,
                    "%.1f to %.1f %6d  %.3f  %.3f%n",
                    from,
                    to,
                    in.size(),
                    in.stream().mapToDouble(Answered::confidence).average().orElse(0),
                    in.stream().mapToDouble(it -> it.right() ? 1 : 0).average().orElse(0)));
        }
        return table.toString();
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
