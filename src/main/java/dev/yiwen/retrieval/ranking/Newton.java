package dev.yiwen.retrieval.ranking;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/** Newton's method for a convex loss with a ridge; a step that does not help is halved. */
final class Newton {
    private static final int ROUNDS = 30;
    private static final int HALVINGS = 12;
    private static final double CLOSE = 1e-7;
    // Sums of the same numbers in another order differ by this much.
    private static final double ROUNDING = 1e-6;
    private static final double LEAST_PIVOT = 1e-12;

    /** A loss without its ridge. */
    interface Loss {
        /** The loss at {@code weights}; adds its first and second derivatives. */
        double at(double[] weights, double[] gradient, double[][] hessian);
    }

    private record Point(double[] weights, double loss, double[] gradient, double[][] hessian) {}

    private Newton() {}

    /** The weights of least loss. {@code ridge} holds the penalty of each weight's square. */
    static double[] minimise(Loss loss, double[] ridge) {
        var point = at(loss, ridge, new double[ridge.length]);
        for (int round = 0; round < ROUNDS; round++) {
            double[] step = new CholeskyDecomposition(
                            new Array2DRowRealMatrix(point.hessian(), false), ROUNDING, LEAST_PIVOT)
                    .getSolver()
                    .solve(new ArrayRealVector(point.gradient(), false))
                    .toArray();
            var next = better(loss, ridge, point, step);
            if (point.loss() - next.loss() < CLOSE * Math.abs(point.loss())) {
                return next.weights();
            }
            point = next;
        }
        return point.weights();
    }

    private static Point better(Loss loss, double[] ridge, Point from, double[] step) {
        double length = 1;
        for (int i = 0; i < HALVINGS; i++, length /= 2) {
            double[] weights = from.weights().clone();
            for (int k = 0; k < weights.length; k++) {
                weights[k] -= length * step[k];
            }
            var next = at(loss, ridge, weights);
            if (next.loss() < from.loss()) {
                return next;
            }
        }
        return from;
    }

    private static Point at(Loss loss, double[] ridge, double[] weights) {
        double[] gradient = new double[weights.length];
        double[][] hessian = new double[weights.length][weights.length];
        double value = loss.at(weights, gradient, hessian);
        for (int i = 0; i < weights.length; i++) {
            value += ridge[i] * weights[i] * weights[i] / 2;
            gradient[i] += ridge[i] * weights[i];
            hessian[i][i] += ridge[i];
        }
        return new Point(weights, value, gradient, hessian);
    }
}
