package dev.yiwen.quality.alarm;

import java.util.Arrays;

/**
 * Of many tests those that are to be believed, so that of these only a given share is by chance (Benjamini and Hochberg, Controlling the
 * false discovery rate, J. R. Statist. Soc. B 57, 1995).
 */
final class FalseDiscoveries {
    private FalseDiscoveries() {}

    /**
     * The greatest probability that is believed; 0 when none is.
     *
     * @param tails of all tests, those that cannot ring too
     */
    static double threshold(double[] tails, double share) {
        var sorted = tails.clone();
        Arrays.sort(sorted);
        for (int rank = sorted.length; rank > 0; rank--) {
            if (sorted[rank - 1] <= share * rank / sorted.length) {
                return sorted[rank - 1];
            }
        }
        return 0;
    }
}
