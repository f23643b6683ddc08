package dev.yiwen.quality.alarm;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which of many streams had a day with far more than was to be expected. */
public final class Surges {
    /** Of so few nobody is called. */
    private static final int LEAST = 5;
    /** However sure: less than half as much again is nobody's emergency. */
    private static final double LEAST_RISE = 1.5;
    /** The budget: where nothing happens, at most so many alarms a look by chance, however many streams there are. */
    private static final double BUDGET = 1;
    /** Of fewer streams the budget is less: none rings more often by chance because there are few. */
    private static final int LEAST_STREAMS = 500;
    /** Where much happens, at most this share of the alarms by chance. */
    private static final double SHARE = 0.1;

    /** Surer than sure is nobody: then the one that rose most, which in nested streams is the narrowest. */
    private static final double SURE = 1e-12;

    private static final Comparator<Surge<?>> SUREST = Comparator.<Surge<?>>comparingDouble(
                    it -> Math.max(it.tail(), SURE))
            .thenComparing(Comparator.<Surge<?>>comparingDouble(it -> it.count() / it.expected())
                    .reversed());

    private Surges() {}

    /** @param expected of the day */
    public record Reading<K>(K stream, int count, Expected expected) {}

    /** @param tail the probability that chance alone brings as many */
    public record Surge<K>(K stream, int count, double expected, double tail) {}

    /** The surest first. */
    public static <K> List<Surge<K>> among(List<Reading<K>> readings) {
        var tails = readings.stream()
                .mapToDouble(it -> it.expected().tail(it.count()))
                .toArray();
        double streams = Math.max(tails.length, LEAST_STREAMS);
        double threshold =
                Math.max(BUDGET / streams, FalseDiscoveries.threshold(tails, SHARE * tails.length / streams));
        return IntStream.range(0, tails.length)
                .filter(i -> tails[i] <= threshold && isMuch(readings.get(i)))
                .mapToObj(i -> {
                    var it = readings.get(i);
                    return new Surge<>(it.stream(), it.count(), it.expected().mean(), tails[i]);
                })
                .sorted(SUREST)
                .toList();
    }

    private static boolean isMuch(Reading<?> reading) {
        return reading.count() >= LEAST
                && reading.count() >= LEAST_RISE * reading.expected().mean();
    }
}
