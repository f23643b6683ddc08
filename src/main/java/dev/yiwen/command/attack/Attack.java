package dev.yiwen.command.attack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.bench.Instance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Attacks an instance of its own; exit status 1 when anything did not hold. */
@Command(
        name = "attack",
        mixinStandardHelpOptions = true,
        description =
                "Tries as an attacker would, on an instance of its own on this machine; prints a table, and JSON last.")
public final class Attack implements Callable<Integer> {
    @Option(names = "--short", description = "fewer of each: a few minutes")
    private boolean brief;

    @Option(names = "--seed", defaultValue = "1", description = "of whatever is random (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--only", description = "the attacks whose name contains this")
    private String only = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        var summaries = new ArrayList<ProbeResult.Summary>();
        try (var instance = new Instance()) {
            var target = new Target(instance.base(), instance.schema());
            for (var probe : probes()) {
                if (probe.name().contains(only)) {
                    summaries.add(tried(probe, target));
                }
            }
        }
        System.out.println(new ObjectMapper().writeValueAsString(Map.of("seed", seed, "attacks", summaries)));
        return summaries.stream().allMatch(it -> it.deviations() == 0) ? 0 : 1;
    }

    private List<Probe> probes() {
        return List.of(
                new RoleMatrix(),
                new ForgedTokens(),
                new EndedSessions(),
                new DerivedRights(),
                new BrowserHeaders(),
                new GarbledFrames(seed, brief ? 50 : 1000),
                new GarbledRequests(seed, brief ? 3_000 : 100_000),
                new PasswordGuessing(),
                new PictureBombs(),
                new FreezingMessages(),
                // A figure in the long form; in a test, on whatever machine, only that nobody waits for long.
                brief ? new FloodingVisitor(100, 10_000) : new FloodingVisitor(500, 1_000),
                new HalfOpenRequests(brief ? 300 : 2000));
    }

    private static ProbeResult.Summary tried(Probe probe, Target target) throws InterruptedException {
        System.err.printf("%-42s …", probe.name());
        var begun = System.nanoTime();
        ProbeResult result;
        try {
            result = probe.on(target);
        } catch (IOException e) {
            result = new ProbeResult();
            result.expect(false, "the attack could not go on: " + e);
        }
        var summary = result.summary(probe.name(), Math.round((System.nanoTime() - begun) / 1e8) / 10.0);
        System.err.printf(
                Locale.ROOT,
                "\r%-42s %6d tried %5d did not hold %7.1f s  %s%n",
                summary.attack(),
                summary.tried(),
                summary.deviations(),
                summary.seconds(),
                summary.figures());
        summary.examples().forEach(it -> System.err.println("    " + it));
        return summary;
    }
}
