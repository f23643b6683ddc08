package dev.yiwen.quality.calibration;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which limit of a figure agrees best with what people decided. */
final class ThresholdFit {
    /** With fewer, one person's mood would set a limit for all. */
    static final int LEAST = 8;

    private static final double[] TIMES = {0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4};
    private static final int AROUND = 3;

    private ThresholdFit() {}

    /** @param wrong how many of the cases it judges otherwise than people */
    record Limit(double most, int wrong) {}

    /** Those that are tried, the one there is among them: of counts the neighbours, of times parts and multiples. */
    static List<Double> around(double most, boolean counted) {
        return (counted
                        ? IntStream.rangeClosed(-AROUND, AROUND)
                                .mapToDouble(it -> most + it)
                                .filter(it -> it >= 0)
                        : DoubleStream.of(TIMES).map(it -> it * most))
                .boxed()
                .toList();
    }

    /** That with the fewest wrong, of equals the nearest to what there is; null where none is better than that. */
    static @Nullable Limit better(double now, List<Limit> tried) {
        Limit best = null;
        int wrong = Integer.MAX_VALUE;
        for (Limit it : tried) {
            if (it.most() == now) {
                wrong = it.wrong();
            }
        }
        for (Limit it : tried) {
            if (it.wrong() < wrong
                    && (best == null
                            || it.wrong() < best.wrong()
                            || it.wrong() == best.wrong() && distance(it, now) < distance(best, now))) {
                best = it;
            }
        }
        return best;
    }

    private static double distance(Limit it, double now) {
        return Math.abs(it.most() - now);
    }
}
