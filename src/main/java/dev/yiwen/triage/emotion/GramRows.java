package dev.yiwen.triage.emotion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Labelled texts as buckets of {@link Grams}. A bucket that is as common in angry texts as in others is made small before the
 * fit, so that the ridge falls on it (naive Bayes features, Wang and Manning 2012).
 */
final class GramRows {
    private final double keenness;
    private final double smoothing;
    private final List<Map<Integer, Double>> rows = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    /**
     * @param keenness the power of the log ratio of frequencies
     * @param smoothing added to each count
     */
    GramRows(double keenness, double smoothing) {
        this.keenness = keenness;
        this.smoothing = smoothing;
    }

    /** One row of several texts, each of which counts {@code share} as much as the one before it. */
    void add(List<int[]> texts, double share, boolean angry, double weight) {
        var row = new HashMap<Integer, Double>();
        double counts = 1;
        for (int[] grams : texts) {
            double value = counts / Math.sqrt(Math.max(1, grams.length));
            for (int gram : grams) {
                row.merge(gram, value, Double::sum);
            }
            counts *= share;
        }
        rows.add(row);
        labels.add(angry);
        weights.add(weight);
    }

    /** The weight of each bucket. */
    double[] fit(double ridge) {
        double[] scale = scales();
        var sparse = new SparseRows(Grams.BUCKETS);
        for (int i = 0; i < rows.size(); i++) {
            int[] columns = rows.get(i).keySet().stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            double[] values = new double[columns.length];
            for (int k = 0; k < columns.length; k++) {
                values[k] = rows.get(i).getOrDefault(columns[k], 0.0) * scale[columns[k]];
            }
            sparse.add(columns, values, labels.get(i), weights.get(i));
        }
        double[] fitted = RidgeLogistic.fit(sparse.balanced(), ridge);
        double[] of = new double[Grams.BUCKETS];
        for (int k = 0; k < of.length; k++) {
            of[k] = fitted[k] * scale[k];
        }
        return of;
    }

    private double[] scales() {
        double[] angry = new double[Grams.BUCKETS];
        double[] other = new double[Grams.BUCKETS];
        for (int i = 0; i < rows.size(); i++) {
            for (int gram : rows.get(i).keySet()) {
                (labels.get(i) ? angry : other)[gram] += weights.get(i);
            }
        }
        double angrySum = 0;
        double otherSum = 0;
        for (int k = 0; k < Grams.BUCKETS; k++) {
            angrySum += angry[k] + smoothing;
            otherSum += other[k] + smoothing;
        }
        double[] scales = new double[Grams.BUCKETS];
        for (int k = 0; k < scales.length; k++) {
            // A bucket that no text fills keeps no weight whatever its scale.
            double ratio = (angry[k] + smoothing) / angrySum / ((other[k] + smoothing) / otherSum);
            scales[k] = Math.pow(Math.abs(Math.log(ratio)), keenness);
        }
        return scales;
    }

    static double score(double[] weights, int[] grams) {
        double sum = 0;
        for (int gram : grams) {
            sum += weights[gram];
        }
        return sum / Math.sqrt(Math.max(1, grams.length));
    }
}
