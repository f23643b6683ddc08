package dev.yiwen.command.alarms;

import dev.yiwen.quality.alarm.CommonCourse;
import dev.yiwen.quality.alarm.DayCount;
import dev.yiwen.quality.alarm.Expected;
import dev.yiwen.quality.alarm.SlowRise;
import dev.yiwen.quality.alarm.Surges;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * 620 streams, as of 31 regions by 20 topics, with weeks, a season and spread, in which nothing happens. Each day one of them brings three
 * times as much in a world beside, to see whether that would have been found.
 */
public final class SimulatedYear {
    private static final int STREAMS = 620;
    private static final int YEAR = 365;
    private static final int WEEK = 7;
    private static final double[] WEEKDAYS = {1.15, 1.1, 1.05, 1.0, 1.05, 0.85, 0.8};
    private static final double SEASON = 0.2;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final double RAREST = 0.15;
    private static final double COMMONEST = 50;
    private static final int TIMES = 3;
    private static final double NOTHING = 1e-9;

    private final RandomGenerator random;
    private final double dispersion;
    private final double[] means = new double[STREAMS];
    private final List<List<DayCount>> days = new ArrayList<>();

    /**
     * What rang.
     *
     * @param surges false alarms a day
     * @param slowRises false alarms of slow rises a day
     * @param tripled how often a stream of five a day or more brought three times as much
     * @param found how often of these on that day
     */
    public record Rung(double surges, double slowRises, int tripled, int found) {
        public double perDay() {
            return surges + slowRises;
        }

        public double share() {
            return tripled == 0 ? 1 : found / (double) tripled;
        }
    }

    /**
     * @param mean counts a day of each stream; 0: a mixture, from one a week to fifty a day
     * @param dispersion variance over mean, 1 for Poisson
     */
    public SimulatedYear(double mean, double dispersion, long seed) {
        this.random = new Well19937c(seed);
        this.dispersion = dispersion;
        for (int i = 0; i < STREAMS; i++) {
            means[i] = mean > 0 ? mean : RAREST * Math.pow(COMMONEST / RAREST, i / (STREAMS - 1.0));
            var stream = new ArrayList<DayCount>();
            for (int day = 0; day < Expected.DAYS + YEAR; day++) {
                stream.add(new DayCount(FIRST.plusDays(day), draw(means[i] * course(day)), 1));
            }
            days.add(stream);
        }
    }

    /** @param leastMean of streams that are made to bring three times as much */
    public Rung run(double leastMean) {
        var rises = new ArrayList<>(Collections.nCopies(STREAMS, SlowRise.NONE));
        int surges = 0;
        int slow = 0;
        int tripled = 0;
        int found = 0;
        var course = course(before(Expected.DAYS));
        for (int day = Expected.DAYS; day < Expected.DAYS + YEAR; day++) {
            var before = before(day);
            if (day % WEEK == 0) {
                course = course(before);
            }
            var readings = new ArrayList<Surges.Reading<Integer>>();
            for (int i = 0; i < STREAMS; i++) {
                var today = days.get(i).get(day);
                var expected = Expected.on(today, before.get(i), course).orElseThrow();
                readings.add(new Surges.Reading<>(i, today.count(), expected));
                rises.set(i, rises.get(i).next(today.count(), expected));
                if (rises.get(i).rings()) {
                    slow++;
                    rises.set(i, SlowRise.NONE);
                }
            }
            surges += Surges.among(readings).size();
            int one = random.nextInt(STREAMS);
            if (means[one] >= leastMean) {
                tripled++;
                int count = draw(TIMES * means[one] * course(day));
                readings.set(
                        one, new Surges.Reading<>(one, count, readings.get(one).expected()));
                found += Surges.among(readings).stream().anyMatch(it -> it.stream() == one) ? 1 : 0;
            }
        }
        return new Rung(surges / (double) YEAR, slow / (double) YEAR, tripled, found);
    }

    private List<List<DayCount>> before(int day) {
        return days.stream().map(it -> it.subList(day - Expected.DAYS, day)).toList();
    }

    private static CommonCourse course(List<List<DayCount>> before) {
        return CommonCourse.of(before);
    }

    private static double course(int day) {
        return WEEKDAYS[day % WEEK] * (1 + SEASON * Math.sin(2 * Math.PI * day / YEAR));
    }

    /** Negative binomial with that ratio of variance to mean. */
    private int draw(double mean) {
        double rate =
                dispersion > 1 ? new GammaDistribution(random, mean / (dispersion - 1), dispersion - 1).sample() : mean;
        return rate < NOTHING ? 0 : new PoissonDistribution(random, rate, NOTHING, 100_000).sample();
    }
}
