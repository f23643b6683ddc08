package dev.yiwen.triage.emotion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Fits a {@link Certainty} on numbers of texts that the numbers were not fitted on. */
public final class CertaintyFit {
    private static final double RIDGE = 10;

    private CertaintyFit() {}

    /** @param rows the numbers of each text */
    static Certainty of(FitNote note, List<String> signs, List<double[]> rows, List<Boolean> labels) {
        return of(note, signs, rows, labels, RIDGE);
    }

    /**
     * @param rows the numbers of each text
     * @param ridge penalty of the weights' squares
     */
    public static Certainty of(
            FitNote note, List<String> signs, List<double[]> rows, List<Boolean> labels, double ridge) {
        var moments = IntStream.range(0, signs.size())
                .mapToObj(k -> Moments.of(rows.stream().mapToDouble(it -> it[k]).toArray()))
                .toList();
        var sparse = new SparseRows(signs.size());
        int[] columns = IntStream.range(0, signs.size()).toArray();
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i);
            double[] standard = IntStream.of(columns)
                    .mapToDouble(k -> moments.get(k).standard(row[k]))
                    .toArray();
            sparse.add(columns, standard, labels.get(i), 1);
        }
        double[] fitted = RidgeLogistic.fit(sparse, ridge);
        double[] biasFirst = new double[fitted.length];
        biasFirst[0] = fitted[signs.size()];
        System.arraycopy(fitted, 0, biasFirst, 1, signs.size());
        var certainty = new Certainty(
                note,
                signs,
                moments.stream().map(Moments::mean).toList(),
                moments.stream().map(Moments::deviation).toList(),
                Arrays.stream(biasFirst).boxed().toList(),
                0.5);
        double threshold =
                bestThreshold(rows.stream().mapToDouble(certainty::probability).toArray(), labels);
        return new Certainty(note, signs, certainty.means(), certainty.deviations(), certainty.weights(), threshold);
    }

    /**
     * Where F1 is highest: half of its best value, as long as probabilities are true (Lipton, Elkan and Narayanaswamy 2014).
     * The place of the highest F1 itself changes much from one sample to the next.
     */
    private static double bestThreshold(double[] probabilities, List<Boolean> labels) {
        var descending = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i])
                        .reversed())
                .toList();
        long angry = labels.stream().filter(it -> it).count();
        double best = 0;
        int found = 0;
        for (int rank = 0; rank < descending.size(); rank++) {
            found += labels.get(descending.get(rank)) ? 1 : 0;
            best = Math.max(best, 2.0 * found / (rank + 1 + angry));
        }
        return best / 2;
    }
}
