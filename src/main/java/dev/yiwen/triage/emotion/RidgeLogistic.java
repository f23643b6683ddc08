package dev.yiwen.triage.emotion;

/**
 * Logistic regression with a ridge by Newton's method, each step found by conjugate gradients, so that the second derivatives
 * of many thousand weights need not be written down. The last weight is the bias, which the ridge spares.
 */
public final class RidgeLogistic {
    private static final int ROUNDS = 20;
    private static final int STEPS = 40;
    private static final int HALVINGS = 10;
    private static final double CLOSE = 1e-5;

    private final SparseRows rows;
    private final double ridge;

    private RidgeLogistic(SparseRows rows, double ridge) {
        this.rows = rows;
        this.ridge = ridge;
    }

    /** The weights of least loss, the bias last. */
    public static double[] fit(SparseRows rows, double ridge) {
        return new RidgeLogistic(rows, ridge).minimise();
    }

    private double[] minimise() {
        double[] weights = new double[rows.width + 1];
        double loss = loss(weights);
        for (int round = 0; round < ROUNDS; round++) {
            double[] step = step(weights);
            double length = 1;
            double[] next = moved(weights, step, length);
            double nextLoss = loss(next);
            for (int i = 0; i < HALVINGS && nextLoss > loss; i++) {
                length /= 2;
                next = moved(weights, step, length);
                nextLoss = loss(next);
            }
            if (loss - nextLoss < CLOSE * loss) {
                return nextLoss < loss ? next : weights;
            }
            weights = next;
            loss = nextLoss;
        }
        return weights;
    }

    private static double[] moved(double[] from, double[] step, double length) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += length * step[i];
        }
        return to;
    }

    private double score(int row, double[] weights) {
        return rows.dot(row, weights) + weights[rows.width];
    }

    private double loss(double[] weights) {
        double loss = 0;
        for (int i = 0; i < rows.width; i++) {
            loss += ridge * weights[i] * weights[i] / 2;
        }
        for (int i = 0; i < rows.size(); i++) {
            double margin = rows.labels.get(i) ? score(i, weights) : -score(i, weights);
            // log(1 + e^-margin) without overflow
            loss += rows.weights.get(i) * (Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin))));
        }
        return loss;
    }

    /** Conjugate gradients on the system of Newton's step. */
    private double[] step(double[] weights) {
        double[] curvature = new double[rows.size()];
        double[] rest = new double[weights.length];
        for (int i = 0; i < rows.size(); i++) {
            double p = 1 / (1 + Math.exp(-score(i, weights)));
            curvature[i] = rows.weights.get(i) * p * (1 - p);
            double error = rows.weights.get(i) * ((rows.labels.get(i) ? 1 : 0) - p);
            rows.addTo(rest, i, error);
            rest[rows.width] += error;
        }
        for (int i = 0; i < rows.width; i++) {
            rest[i] -= ridge * weights[i];
        }
        double[] step = new double[weights.length];
        double[] direction = rest.clone();
        double size = dot(rest, rest);
        double enough = 0.01 * size;
        for (int i = 0; i < STEPS && size > enough && size > 0; i++) {
            double[] bent = bent(direction, curvature);
            double length = size / dot(direction, bent);
            for (int k = 0; k < step.length; k++) {
                step[k] += length * direction[k];
                rest[k] -= length * bent[k];
            }
            double next = dot(rest, rest);
            for (int k = 0; k < direction.length; k++) {
                direction[k] = rest[k] + next / size * direction[k];
            }
            size = next;
        }
        return step;
    }

    /** The second derivatives times a vector. */
    private double[] bent(double[] vector, double[] curvature) {
        double[] bent = new double[vector.length];
        for (int i = 0; i < rows.width; i++) {
            bent[i] = ridge * vector[i];
        }
        for (int i = 0; i < rows.size(); i++) {
            double pull = curvature[i] * score(i, vector);
            rows.addTo(bent, i, pull);
            bent[rows.width] += pull;
        }
        return bent;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
