package dev.yiwen.quality.alarm;

import dev.yiwen.quality.alarm.Surges.Surge;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that happened: the stream that shows it most surely, and others that ring for the same reason.
 *
 * @param also what lies within it or around it, or is another count of the same
 */
record Cause(Surge<AlarmStream> shown, List<AlarmStream> also) {
    /** Less than half as much again, and what chance brings to a few, is no cause of its own. */
    private static final double LEAST_RISE = 0.5;

    private static final double DEVIATIONS = 3;

    /**
     * One alarm a cause, at the level that explains it.
     *
     * @param surges the surest first
     */
    static List<Cause> of(List<Surge<AlarmStream>> surges) {
        var causes = new ArrayList<Cause>();
        for (var surge : surges) {
            causes.stream()
                    .filter(it -> it.explains(surge))
                    .findFirst()
                    .ifPresentOrElse(
                            it -> it.also.add(surge.stream()), () -> causes.add(new Cause(surge, new ArrayList<>())));
        }
        return causes;
    }

    private boolean explains(Surge<AlarmStream> other) {
        var here = shown.stream();
        var there = other.stream();
        if (here.rule() != there.rule()) {
            return here.isWithin(there) || there.isWithin(here);
        }
        if (there.isWithin(here)) {
            double usual = other.expected() * shown.count() / shown.expected();
            return isUsual(other.count(), usual);
        }
        return here.isWithin(there) && isUsual(other.count() - (shown.count() - shown.expected()), other.expected());
    }

    private static boolean isUsual(double count, double usual) {
        return count - usual < Math.max(LEAST_RISE * usual, DEVIATIONS * Math.sqrt(usual));
    }
}
