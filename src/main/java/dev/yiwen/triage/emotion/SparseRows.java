package dev.yiwen.triage.emotion;

import java.util.ArrayList;
import java.util.List;

/** Labelled rows of which most values are nothing, each with a weight. */
public final class SparseRows {
    final List<int[]> columns = new ArrayList<>();
    final List<double[]> values = new ArrayList<>();
    final List<Boolean> labels = new ArrayList<>();
    final List<Double> weights = new ArrayList<>();
    final int width;

    public SparseRows(int width) {
        this.width = width;
    }

    public void add(int[] column, double[] value, boolean label, double weight) {
        columns.add(column);
        values.add(value);
        labels.add(label);
        weights.add(weight);
    }

    int size() {
        return labels.size();
    }

    /** The sum of a row's values, each times its factor. */
    double dot(int row, double[] factors) {
        int[] column = columns.get(row);
        double[] value = values.get(row);
        double sum = 0;
        for (int i = 0; i < column.length; i++) {
            sum += factors[column[i]] * value[i];
        }
        return sum;
    }

    void addTo(double[] sums, int row, double factor) {
        int[] column = columns.get(row);
        double[] value = values.get(row);
        for (int i = 0; i < column.length; i++) {
            sums[column[i]] += factor * value[i];
        }
    }

    /** Makes right and wrong labels weigh the same together. */
    SparseRows balanced() {
        double right = 0;
        double wrong = 0;
        for (int i = 0; i < size(); i++) {
            if (labels.get(i)) {
                right += weights.get(i);
            } else {
                wrong += weights.get(i);
            }
        }
        for (int i = 0; i < size(); i++) {
            if (labels.get(i)) {
                weights.set(i, weights.get(i) * wrong / Math.max(right, 1e-9));
            }
        }
        return this;
    }
}
