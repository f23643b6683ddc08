package dev.yiwen.quality.calibration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How far two who judge the same agree: Cohen's κ, weighted by squared distance where grades have an order (Cohen 1968), with an
 * interval of 95 % by its large-sample error (Fleiss, Cohen and Everitt 1969). The interval is rough below some fifty cases, and
 * has no width where all agree.
 *
 * @param n cases that both judged
 * @param same share on which they said the same; 0 of none
 * @param kappa -1 to 1; null where it means nothing, because both said one and the same of everything
 * @param low with {@code high} the interval
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Agreement(
        int n,
        double same,
        @Nullable Double kappa,
        @Nullable Double low,
        @Nullable Double high) {
    /** Of fewer an interval would deceive. */
    private static final int FEW = 5;

    private static final double Z = new NormalDistribution().inverseCumulativeProbability(0.975);

    /** Two verdicts on one case, each from 1. */
    record Pair(int one, int other) {}

    /** @param grades how many verdicts there are */
    static Agreement of(List<Pair> pairs, int grades, boolean ordered) {
        if (pairs.isEmpty()) {
            return new Agreement(0, 0, null, null, null);
        }
        int n = pairs.size();
        var share = new double[grades][grades];
        pairs.forEach(it -> share[it.one - 1][it.other - 1] += 1.0 / n);
        double same = (double) pairs.stream().filter(it -> it.one == it.other).count() / n;
        return kappa(share, weights(grades, ordered), n, same);
    }

    private static double[][] weights(int grades, boolean ordered) {
        var weights = new double[grades][grades];
        double widest = Math.max(1, grades - 1);
        for (int i = 0; i < grades; i++) {
            for (int j = 0; j < grades; j++) {
                double apart = (i - j) / widest;
                weights[i][j] = ordered ? 1 - apart * apart : i == j ? 1 : 0;
            }
        }
        return weights;
    }

    private static Agreement kappa(double[][] share, double[][] weight, int n, double same) {
        int grades = share.length;
        var one = new double[grades];
        var other = new double[grades];
        for (int i = 0; i < grades; i++) {
            for (int j = 0; j < grades; j++) {
                one[i] += share[i][j];
                other[j] += share[i][j];
            }
        }
        // Mean weight of what each says, against what the other says at large.
        var ofOne = new double[grades];
        var ofOther = new double[grades];
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < grades; i++) {
            for (int j = 0; j < grades; j++) {
                observed += weight[i][j] * share[i][j];
                expected += weight[i][j] * one[i] * other[j];
                ofOne[i] += weight[i][j] * other[j];
                ofOther[j] += weight[i][j] * one[i];
            }
        }
        double left = 1 - expected;
        if (left < 1e-12) {
            return new Agreement(n, same, null, null, null);
        }
        double kappa = (observed - expected) / left;
        if (n < FEW) {
            return new Agreement(n, same, kappa, null, null);
        }
        double sum = 0;
        for (int i = 0; i < grades; i++) {
            for (int j = 0; j < grades; j++) {
                double term = weight[i][j] * left - (ofOne[i] + ofOther[j]) * (1 - observed);
                sum += share[i][j] * term * term;
            }
        }
        double centre = observed * expected - 2 * expected + observed;
        double error = Math.sqrt(Math.max(0, sum - centre * centre) / n) / (left * left);
        return new Agreement(n, same, kappa, Math.max(-1, kappa - Z * error), Math.min(1, kappa + Z * error));
    }
}
