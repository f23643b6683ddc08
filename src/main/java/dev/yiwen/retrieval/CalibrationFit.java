package dev.yiwen.retrieval;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fits a {@link Calibration} by Newton's method (iteratively reweighted least squares) with a ridge. */
public final class CalibrationFit {
    private static final double RIDGE = 1;
    private static final int ROUNDS = 30;

    /** A judged question: its signals, and whether the first candidate was a right answer. */
    public record Sample(MatchSignals signals, boolean right) {}

    private CalibrationFit() {}

    public static Calibration of(List<Sample> samples, String madeFrom, String madeBy) {
        List<Double> means = IntStream.range(0, MatchSignals.NAMES.size())
                .mapToObj(i -> samples.stream()
                        .mapToDouble(it -> it.signals().values()[i])
                        .average()
                        .orElseThrow())
                .toList();
        List<Double> deviations = IntStream.range(0, MatchSignals.NAMES.size())
                .mapToObj(i -> Math.max(
                        1e-9,
                        Math.sqrt(samples.stream()
                                .mapToDouble(it -> Math.pow(it.signals().values()[i] - means.get(i), 2))
                                .average()
                                .orElseThrow())))
                .toList();
        double[][] inputs = samples.stream()
                .map(it -> Calibration.inputs(it.signals(), means, deviations))
                .toArray(double[][]::new);
        double[] weights = weights(inputs, samples);
        return new Calibration(
                Calibration.VERSION,
                madeFrom,
                madeBy,
                MatchSignals.NAMES,
                means,
                deviations,
                Arrays.stream(weights).boxed().toList());
    }

    private static double[] weights(double[][] inputs, List<Sample> samples) {
        int size = inputs[0].length;
        double[] weights = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[size];
            double[][] hessian = new double[size][size];
            for (int i = 1; i < size; i++) {
                gradient[i] = RIDGE * weights[i];
                hessian[i][i] = RIDGE;
            }
            hessian[0][0] = 1e-6;
            for (int s = 0; s < inputs.length; s++) {
                double[] x = inputs[s];
                double sum = IntStream.range(0, size)
                        .mapToDouble(i -> weights[i] * x[i])
                        .sum();
                double p = 1 / (1 + Math.exp(-sum));
                double error = p - (samples.get(s).right() ? 1 : 0);
                for (int i = 0; i < size; i++) {
                    gradient[i] += error * x[i];
                    for (int j = 0; j < size; j++) {
                        hessian[i][j] += p * (1 - p) * x[i] * x[j];
                    }
                }
            }
            double[] step = solve(hessian, gradient);
            for (int i = 0; i < size; i++) {
                weights[i] -= step[i];
            }
        }
        return weights;
    }

    /** Gaussian elimination with pivoting. */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
                    pivot = row;
                }
            }
            double[] line = a[column];
            a[column] = a[pivot];
            a[pivot] = line;
            double value = b[column];
            b[column] = b[pivot];
            b[pivot] = value;
            for (int row = column + 1; row < n; row++) {
                double factor = a[row][column] / a[column][column];
                b[row] -= factor * b[column];
                for (int k = column; k < n; k++) {
                    a[row][k] -= factor * a[column][k];
                }
            }
        }
        double[] x = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double sum = b[row];
            for (int k = row + 1; k < n; k++) {
                sum -= a[row][k] * x[k];
            }
            x[row] = sum / a[row][row];
        }
        return x;
    }
}
