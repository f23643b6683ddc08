package dev.yiwen.quality.alarm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        var before = before(day, days);
        var courses = new EnumMap<AlarmRule, CommonCourse>(AlarmRule.class);
        var readings = new ArrayList<Surges.Reading<AlarmStream>>();
        var after = new HashMap<AlarmStream, SlowRise>();
        var rising = new ArrayList<Surges.Surge<AlarmStream>>();
        days.forEach((stream, all) -> all.stream()
                .filter(it -> it.day().equals(day))
                .findFirst()
                .ifPresent(count -> Expected.on(
                                count,
                                before.getOrDefault(stream, List.of()),
                                courses.computeIfAbsent(stream.rule(), rule -> course(rule, before)))
                        .ifPresent(expected -> {
                            readings.add(new Surges.Reading<>(stream, count.count(), expected));
                            var rise = rises.getOrDefault(stream, SlowRise.NONE).next(count.count(), expected);
                            if (rise.rings()) {
                                rising.add(new Surges.Surge<>(
                                        stream, count.count(), expected.mean(), expected.tail(count.count())));
                                rise = SlowRise.NONE;
                            }
                            after.put(stream, rise);
                        })));
        // Of two that show the same the narrower is told.
        readings.sort(Comparator.comparingInt(it -> -it.stream().fineness()));
        return new Found(
                readings.isEmpty() ? List.of() : Cause.of(Surges.among(readings)), rising, after, readings.size());
    }

    /** What one stream was to bring on a day, by the same as {@link #at} goes by. */
    static Optional<Expected> expected(AlarmStream stream, DayCount day, Map<AlarmStream, List<DayCount>> days) {
        var before = before(day.day(), days);
        return Expected.on(day, before.getOrDefault(stream, List.of()), course(stream.rule(), before));
    }

    private static Map<AlarmStream, List<DayCount>> before(LocalDate day, Map<AlarmStream, List<DayCount>> days) {
        var first = day.minusDays(Expected.DAYS);
        var before = new HashMap<AlarmStream, List<DayCount>>();
        days.forEach((stream, all) -> before.put(
                stream,
                all.stream()
                        .filter(it -> it.day().isBefore(day) && !it.day().isBefore(first))
                        .toList()));
        return before;
    }

    /** Of the finest there are: sums of the same conversations would count them several times. */
    private static CommonCourse course(AlarmRule rule, Map<AlarmStream, List<DayCount>> before) {
        var streams = before.keySet().stream().filter(it -> it.rule() == rule).toList();
        int finest = streams.stream().mapToInt(AlarmStream::fineness).max().orElse(0);
        return CommonCourse.of(streams.stream()
                .filter(it -> it.fineness() == finest)
                .map(before::get)
                .toList());
    }
}
