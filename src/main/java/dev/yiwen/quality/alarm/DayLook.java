package dev.yiwen.quality.alarm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at one day of all streams against the eight weeks before it. */
final class DayLook {
    private DayLook() {}

    /**
     * @param rises of each stream after that day
     * @param rising what rang as a slow rise
     * @param streams how many could be judged
     */
    record Found(
            List<Cause> causes,
            List<Surges.Surge<AlarmStream>> rising,
            Map<AlarmStream, SlowRise> rises,
            int streams) {}

    /** @param days of each stream, the same ones, one after another; those before and the day itself are among them */
    static Found at(LocalDate day, Map<AlarmStream, List<DayCount>> days, Map<AlarmStream, SlowRise> rises) {
        var before = new HashMap<AlarmStream, List<DayCount>>();
        var today = new HashMap<AlarmStream, DayCount>();
        days.forEach((stream, all) -> {
            before.put(
                    stream,
                    all.stream()
                            .filter(it -> it.day().isBefore(day) && !it.day().isBefore(day.minusDays(Expected.DAYS)))
                            .toList());
            all.stream().filter(it -> it.day().equals(day)).forEach(it -> today.put(stream, it));
        });
        var courses = new HashMap<AlarmRule, CommonCourse>();
        for (var rule : AlarmRule.values()) {
            var cells = cells(rule, before);
            if (!cells.isEmpty()) {
                courses.put(rule, CommonCourse.of(cells));
            }
        }
        var readings = new ArrayList<Surges.Reading<AlarmStream>>();
        var after = new HashMap<AlarmStream, SlowRise>();
        var rising = new ArrayList<Surges.Surge<AlarmStream>>();
        today.forEach((stream, count) -> Expected.on(
                        count,
                        before.getOrDefault(stream, List.of()),
                        courses.getOrDefault(stream.rule(), CommonCourse.even()))
                .ifPresent(expected -> {
                    readings.add(new Surges.Reading<>(stream, count.count(), expected));
                    var rise = rises.getOrDefault(stream, SlowRise.NONE).next(count.count(), expected);
                    if (rise.rings()) {
                        rising.add(new Surges.Surge<>(
                                stream, count.count(), expected.mean(), expected.tail(count.count())));
                        rise = SlowRise.NONE;
                    }
                    after.put(stream, rise);
                }));
        // Of two that show the same the narrower is told.
        readings.sort(Comparator.comparingInt(it -> -it.stream().fineness()));
        return new Found(
                readings.isEmpty() ? List.of() : Cause.of(Surges.among(readings)), rising, after, readings.size());
    }

    /** The finest there are: sums of the same conversations would count them several times. */
    private static List<List<DayCount>> cells(AlarmRule rule, Map<AlarmStream, List<DayCount>> before) {
        for (int finest = 2; finest >= 0; finest--) {
            int fine = finest;
            var cells = before.entrySet().stream()
                    .filter(it -> it.getKey().rule() == rule && it.getKey().fineness() == fine)
                    .map(Map.Entry::getValue)
                    .toList();
            if (!cells.isEmpty()) {
                return cells;
            }
        }
        return List.of();
    }
}
