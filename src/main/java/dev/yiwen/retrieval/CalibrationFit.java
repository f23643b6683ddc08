package dev.yiwen.retrieval;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fits the logistic of one {@link Profile}. */
public final class CalibrationFit {
    private static final double RIDGE = 100;
    private static final double BIAS_RIDGE = 1e-6;
    private static final double LEAST_DEVIATION = 1e-6;

    /** A judged question: its signals, and whether the first candidate was a right answer. */
    public record Sample(MatchSignals signals, boolean right) {}

    private CalibrationFit() {}

    /** All samples must be of one profile. */
    public static Logistic of(List<Sample> samples, String madeFrom, String madeBy) {
        var columns = IntStream.range(0, MatchSignals.NAMES.size())
                .mapToObj(i -> Standardised.of(samples.stream()
                        .mapToDouble(it -> it.signals().values().get(i))
                        .toArray()))
                .toList();
        var means = columns.stream().map(it -> rounded(it.mean())).toList();
        var deviations = columns.stream()
                .map(it -> Math.max(LEAST_DEVIATION, rounded(it.deviation())))
                .toList();
        double[][] inputs = samples.stream()
                .map(it -> Logistic.inputs(it.signals().values(), means, deviations))
                .toArray(double[][]::new);
        double[] ridge = new double[Logistic.inputs(columns.size())];
        Arrays.fill(ridge, RIDGE);
        ridge[0] = BIAS_RIDGE;
        double[] weights =
                Newton.minimise((at, gradient, hessian) -> loss(samples, inputs, at, gradient, hessian), ridge);
        return new Logistic(
                madeFrom,
                madeBy,
                means,
                deviations,
                Arrays.stream(weights).map(CalibrationFit::rounded).boxed().toList());
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
            boolean right = samples.get(s).right();
            loss -= Math.log((right ? p : 1 - p) + 1e-12);
            double error = p - (right ? 1 : 0);
            double curvature = p * (1 - p);
            for (int i = 0; i < x.length; i++) {
                gradient[i] += error * x[i];
                double ci = curvature * x[i];
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
