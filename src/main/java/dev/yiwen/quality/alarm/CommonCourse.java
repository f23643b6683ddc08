package dev.yiwen.quality.alarm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What all streams of a kind have in common: how the days of a week differ, and whether there is more of everything lately, as in a
 * season. One cell of a topic and a region is too sparse to show either; what rises everywhere is found in the sum of all.
 *
 * @param weekdays the factor of each weekday, Monday first; 1 is the mean
 * @param level the last two weeks over all that was looked at
 * @param dispersion variance over mean of a stream's days, 1 for Poisson
 */
public record CommonCourse(List<Double> weekdays, double level, double dispersion) {
    private static final int DAYS = 7;
    private static final int LATELY = 14;
    /** Days that a weekday is taken to have been usual, before anything is known of it. */
    private static final double PRIOR = 1;
    /** Calls that say nothing of a level before it is believed. */
    private static final double PRIOR_COUNTS = 200;

    public CommonCourse {
        weekdays = List.copyOf(weekdays);
    }

    static CommonCourse even() {
        return new CommonCourse(Collections.nCopies(DAYS, 1.0), 1, 1);
    }

    /** @param streams the days of each, the same ones */
    public static CommonCourse of(Collection<List<DayCount>> streams) {
        var all = new All(streams);
        double mean = all.mean(all.days());
        if (mean == 0) {
            return even();
        }
        var weekdays = new ArrayList<Double>();
        for (int weekday = 0; weekday < DAYS; weekday++) {
            int one = weekday;
            var days = all.days().stream()
                    .filter(it -> it.getDayOfWeek().ordinal() == one)
                    .toList();
            double weight = all.weight(days);
            weekdays.add((all.count(days) + PRIOR * mean) / (weight + PRIOR) / mean);
        }
        return new CommonCourse(weekdays, all.level(weekdays, mean), dispersion(streams, weekdays));
    }

    /** Of all streams together: one alone shows too little of it, and those that happen to show none would ring. */
    private static double dispersion(Collection<List<DayCount>> streams, List<Double> weekdays) {
        var sum = new Dispersion();
        streams.forEach(it -> sum.add(it, weekdays, Expected.rate(it, weekdays)));
        return sum.value(Dispersion.POISSON, 1);
    }

    double weekday(DayCount day) {
        return weekdays.get(day.weekday());
    }

    /** All streams together, by the day. */
    private record All(
            java.util.Map<LocalDate, Double> counts, java.util.Map<LocalDate, Double> weights, List<LocalDate> days) {
        All(Collection<List<DayCount>> streams) {
            this(
                    streams.stream()
                            .flatMap(List::stream)
                            .collect(Collectors.groupingBy(
                                    DayCount::day, Collectors.summingDouble(it -> it.weight() * it.count()))),
                    streams.stream()
                            .flatMap(List::stream)
                            .collect(Collectors.groupingBy(DayCount::day, Collectors.summingDouble(DayCount::weight))),
                    streams.stream()
                            .flatMap(List::stream)
                            .map(DayCount::day)
                            .distinct()
                            .sorted()
                            .toList());
        }

        double count(List<LocalDate> some) {
            return some.stream().mapToDouble(counts::get).sum();
        }

        double weight(List<LocalDate> some) {
            return some.stream().mapToDouble(weights::get).sum();
        }

        double mean(List<LocalDate> some) {
            double weight = weight(some);
            return weight == 0 ? 0 : count(some) / weight;
        }

        double level(List<Double> weekdays, double mean) {
            var last = days.subList(Math.max(0, days.size() - LATELY), days.size());
            double usual = last.stream()
                    .mapToDouble(it -> weights.getOrDefault(it, 0.0)
                            * mean
                            * weekdays.get(it.getDayOfWeek().ordinal()))
                    .sum();
            return (count(last) + PRIOR_COUNTS) / (usual + PRIOR_COUNTS);
        }
    }
}
