package dev.yiwen.assist.cause;

import dev.yiwen.knowledge.FaultGraph.Node;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which causes are left after what was found, by naive Bayes, and the question that parts them best. */
final class Narrowing {
    /** A cause so much less probable than the likeliest is ruled out. */
    private static final double RULED_OUT = 0.06;
    /** From which the likeliest is told, and nothing more is asked. */
    static final double CLEAR = 0.8;
    /** Bits that a question must bring. */
    private static final double WORTH = 0.08;

    private final CauseModel model;
    private final List<FaultFinding> findings;
    private final double[] posterior;
    private final boolean[] atFirst;

    Narrowing(CauseModel model, List<FaultFinding> findings) {
        this.model = model;
        this.findings = List.copyOf(findings);
        posterior = posterior(model, findings, it -> true);
        atFirst = possible(posterior(model, findings, it -> model.isComplaint(it.asked())));
    }

    /** @param ruledOut whether it was possible when the customer had complained, and is not any more */
    record Likely(Node cause, double probability, boolean ruledOut) {}

    /** The causes that the complaint could have, the likeliest first; empty when nothing was complained of. */
    List<Likely> causes() {
        if (findings.stream().noneMatch(it -> model.isComplaint(it.asked()))) {
            return List.of();
        }
        var now = possible(posterior);
        return IntStream.range(0, posterior.length)
                .filter(c -> now[c] || atFirst[c])
                .mapToObj(c -> new Likely(model.causes().get(c), posterior[c], !now[c]))
                .sorted(Comparator.comparingDouble(Likely::probability).reversed())
                .toList();
    }

    /** Whether there is something to narrow down. */
    boolean isOpen() {
        return causes().size() > 1;
    }

    /** The likeliest, when it is likely enough or nothing is left to ask. */
    Optional<Likely> conclusion() {
        var left = left();
        return left.isEmpty() || left.getFirst().probability() < CLEAR && next().isPresent()
                ? Optional.empty()
                : Optional.of(left.getFirst());
    }

    List<Likely> left() {
        return causes().stream().filter(it -> !it.ruledOut()).toList();
    }

    /** The question with the highest expected information gain about the causes that are left; empty when none is worth asking. */
    Optional<CauseModel.Check> next() {
        var left = left();
        if (left.size() < 2 || left.getFirst().probability() >= CLEAR) {
            return Optional.empty();
        }
        var asked = asked();
        return model.checks().values().stream()
                .filter(it -> !asked.contains(it.question()))
                .filter(it -> gain(it) >= WORTH)
                .max(Comparator.comparingDouble(this::gain));
    }

    Set<String> asked() {
        return findings.stream().map(FaultFinding::asked).collect(Collectors.toSet());
    }

    /** In bits; 0 for a question that nothing is written about under what is left. */
    double gain(CauseModel.Check check) {
        var now = possible(posterior);
        if (IntStream.range(0, posterior.length).noneMatch(c -> now[c] && check.listed()[c])) {
            return 0;
        }
        var left = new double[posterior.length];
        for (int c = 0; c < left.length; c++) {
            left[c] = now[c] ? posterior[c] : 0;
        }
        normalise(left);
        double gain = entropy(left);
        for (var likelihood : check.likelihoods()) {
            var after = new double[left.length];
            double probability = 0;
            for (int c = 0; c < left.length; c++) {
                after[c] = left[c] * likelihood[c];
                probability += after[c];
            }
            normalise(after);
            gain -= probability * entropy(after);
        }
        return gain;
    }

    private static double[] posterior(CauseModel model, List<FaultFinding> findings, Predicate<FaultFinding> which) {
        var log = model.priors();
        for (int c = 0; c < log.length; c++) {
            log[c] = Math.log(log[c]);
        }
        findings.stream().filter(which).flatMap(it -> model.under(it).stream()).forEach(likelihood -> {
            for (int c = 0; c < log.length; c++) {
                log[c] += Math.log(likelihood[c]);
            }
        });
        double most = Arrays.stream(log).max().orElse(0);
        for (int c = 0; c < log.length; c++) {
            log[c] = Math.exp(log[c] - most);
        }
        normalise(log);
        return log;
    }

    private static boolean[] possible(double[] posterior) {
        double most = Arrays.stream(posterior).max().orElse(0);
        var possible = new boolean[posterior.length];
        for (int c = 0; c < posterior.length; c++) {
            possible[c] = posterior[c] >= RULED_OUT * most;
        }
        return possible;
    }

    private static void normalise(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        for (int c = 0; c < weights.length && sum > 0; c++) {
            weights[c] /= sum;
        }
    }

    private static double entropy(double[] of) {
        return -Arrays.stream(of)
                .filter(it -> it > 0)
                .map(it -> it * Math.log(it) / Math.log(2))
                .sum();
    }
}
