package dev.yiwen.quality.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * What people judge of a criterion in a week. Candidates come in an order that a seed has shuffled; the same ones in the same order
 * give the same sample.
 *
 * @param random the first on which the machine has a verdict: they stand for all
 * @param doubtful of the others the most doubtful; they stand for nothing but themselves
 */
record WeekSample(List<CalibrationCandidate> random, List<CalibrationCandidate> doubtful) {
    static WeekSample of(List<CalibrationCandidate> shuffled, int random, int doubtful) {
        var first = shuffled.stream()
                .filter(it -> it.machine() != null)
                .limit(random)
                .toList();
        var taken = new HashSet<>(first);
        var others = new ArrayList<>(
                shuffled.stream().filter(it -> !taken.contains(it)).toList());
        // Stable: of equals those that come first.
        others.sort(Comparator.comparingDouble(CalibrationCandidate::doubt).reversed());
        return new WeekSample(
                first,
                others.stream().filter(it -> it.doubt() > 0).limit(doubtful).toList());
    }
}
