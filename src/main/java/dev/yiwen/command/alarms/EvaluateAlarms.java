package dev.yiwen.command.alarms;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how often alarms ring when nothing happens, and how much of what happens they find. */
@Command(
        name = "alarms",
        mixinStandardHelpOptions = true,
        description =
                "Simulate a year of 620 streams in which nothing happens, with weeks, a season and spread; prints one JSON object.")
public final class EvaluateAlarms implements Callable<Integer> {
    @Option(
            names = "--mean",
            defaultValue = "0",
            paramLabel = "N",
            description = "counts a day of each stream; 0 (default): from one a week to fifty a day")
    double mean;

    @Option(
            names = "--dispersion",
            defaultValue = "1.25",
            paramLabel = "N",
            description = "variance over mean, 1 for Poisson (default: ${DEFAULT-VALUE})")
    double dispersion;

    @Option(
            names = "--least-mean",
            defaultValue = "5",
            paramLabel = "N",
            description = "counts a day of streams that are tripled for a day (default: ${DEFAULT-VALUE})")
    double leastMean;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "of the year (default: ${DEFAULT-VALUE})")
    long seed;

    @Override
    public Integer call() throws IOException {
        var rung = new SimulatedYear(mean, dispersion, seed).run(leastMean);
        var result = new LinkedHashMap<String, Object>();
        result.put("mean", mean);
        result.put("dispersion", dispersion);
        result.put("falseAlarmsPerDay", rounded(rung.surges()));
        result.put("falseSlowRisesPerDay", rounded(rung.slowRises()));
        result.put("tripled", rung.tripled());
        result.put("found", rounded(rung.share()));
        System.out.println(new ObjectMapper().writeValueAsString(result));
        return 0;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
