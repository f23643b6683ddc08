package dev.yiwen.retrieval.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Fits a {@link Likeness} on pairs of questions that people judged. */
public final class LikenessFit {
    private static final double RIDGE = 3;
    private static final double BIAS_RIDGE = 1e-6;
    private static final double LEAST_DEVIATION = 1e-6;

    /** @param same whether the two ask the same */
    public record Sample(QuestionPair pair, boolean same) {}

    private LikenessFit() {}

    public static Likeness of(List<Sample> samples, String madeFrom, String madeBy) {
        return new Likeness(
                QuestionPair.NAMES,
                madeFrom,
                madeBy,
                line(samples, QuestionPair.NAMES.size()),
                line(samples, QuestionPair.WITHOUT_TOKENS));
    }

    /** By the first {@code count} values. */
    private static Likeness.Line line(List<Sample> samples, int count) {
        var means = new ArrayList<Double>();
        var deviations = new ArrayList<Double>();
        for (int i = 0; i < count; i++) {
            int column = i;
            var values = Standardised.of(samples.stream()
                    .mapToDouble(it -> it.pair().values().get(column))
                    .toArray());
            means.add(rounded(values.mean()));
            deviations.add(Math.max(LEAST_DEVIATION, rounded(values.deviation())));
        }
        var unfitted = new Likeness.Line(means, deviations, Collections.nCopies(count + 1, 0.0));
        double[][] inputs =
                samples.stream().map(it -> unfitted.inputs(it.pair().values())).toArray(double[][]::new);
        double[] ridge = new double[count + 1];
        Arrays.fill(ridge, RIDGE);
        ridge[0] = BIAS_RIDGE;
        double[] weights =
                Newton.minimise((at, gradient, hessian) -> loss(samples, inputs, at, gradient, hessian), ridge);
        return new Likeness.Line(
                means,
                deviations,
                Arrays.stream(weights).map(LikenessFit::rounded).boxed().toList());
    }

    private static double loss(
            List<Sample> samples, double[][] inputs, double[] weights, double[] gradient, double[][] hessian) {
        double loss = 0;
        for (int s = 0; s < inputs.length; s++) {
            double[] x = inputs[s];
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += weights[i] * x[i];
            }
            double p = 1 / (1 + Math.exp(-sum));
            boolean same = samples.get(s).same();
            loss -= Math.log((same ? p : 1 - p) + 1e-12);
            double error = p - (same ? 1 : 0);
            for (int i = 0; i < x.length; i++) {
                gradient[i] += error * x[i];
                double ci = p * (1 - p) * x[i];
                for (int j = 0; j < x.length; j++) {
                    hessian[i][j] += ci * x[j];
                }
            }
        }
        return loss;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
