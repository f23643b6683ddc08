package dev.yiwen.quality.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A share that was above what is set on each of three days, one after another, by more than chance: the lower bound of the Wilson
 * interval is above it, and each day has enough conversations.
 *
 * @param days the three, the last one last
 */
public record HighShare(ShareStream stream, List<ShareDay> days) {
    /** So many days, one after another. */
    public static final int DAYS = 3;

    private static final Comparator<ShareStream> FINEST = Comparator.<ShareStream>comparingInt(it -> -it.fineness())
            .thenComparing(ShareStream::topic)
            .thenComparing(ShareStream::region);

    public HighShare {
        days = List.copyOf(days);
    }

    /**
     * When a share is too high.
     *
     * @param above from 0 to 1
     * @param least conversations a day; with fewer nothing is said
     */
    public record Limit(double above, int least) {
        boolean exceeded(ShareDay day) {
            return day.n() >= least && day.low() > above;
        }
    }

    public int n() {
        return days.stream().mapToInt(ShareDay::n).sum();
    }

    public int hits() {
        return days.stream().mapToInt(ShareDay::hits).sum();
    }

    /**
     * Which streams were too high on the three days that end with the last one, each cause once: what is too high only because of a part
     * of it is told by that part, and what is too high in the rest as well is told as a whole.
     */
    public static List<HighShare> until(LocalDate last, Map<ShareStream, List<ShareDay>> streams, Limit limit) {
        var told = new ArrayList<HighShare>();
        streams.keySet().stream()
                .sorted(FINEST)
                .forEach(stream -> three(last, streams.getOrDefault(stream, List.of()))
                        .filter(days -> days.stream().allMatch(limit::exceeded))
                        .map(days -> new HighShare(stream, days))
                        .ifPresent(high -> {
                            var parts = high.parts(told);
                            if (parts.isEmpty()) {
                                told.add(high);
                            } else if (high.rest(parts).stream().allMatch(limit::exceeded)) {
                                told.removeIf(it -> it.stream().within(stream));
                                told.add(high);
                            }
                        }));
        return told;
    }

    /** Parts that have nothing in common, so that they can be taken off; the greatest first. */
    private List<HighShare> parts(List<HighShare> told) {
        var parts = new ArrayList<HighShare>();
        told.stream()
                .filter(it -> it.stream().within(stream))
                .sorted(Comparator.comparingInt(HighShare::n).reversed())
                .filter(it -> parts.stream().allMatch(other -> other.stream().apart(it.stream())))
                .forEach(parts::add);
        return parts;
    }

    private List<ShareDay> rest(List<HighShare> parts) {
        return Stream.iterate(0, i -> i < days.size(), i -> i + 1)
                .map(i -> parts.stream()
                        .map(it -> it.days().get(i))
                        .reduce(days.get(i), ShareDay::less, (one, other) -> one))
                .toList();
    }

    /** Empty when one of them is missing. */
    private static Optional<List<ShareDay>> three(LocalDate last, List<ShareDay> all) {
        var byDay = all.stream()
                .collect(Collectors.toMap(ShareDay::day, Function.identity(), (one, other) -> one, TreeMap::new));
        var days = List.copyOf(
                byDay.subMap(last.minusDays(DAYS - 1L), true, last, true).values());
        return days.size() == DAYS ? Optional.of(days) : Optional.empty();
    }
}
