package dev.yiwen.command.bench.handoff;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a burst came to.
 *
 * @param askedSeconds in which all customers had asked
 * @param servedSeconds from the first question to the end of the last chat
 * @param lost customers whom no agent had served in the end
 * @param servedTwice customers whom two agents had, or one twice
 * @param overtaken customers who were passed by somebody behind them in the order of the policy
 * @param places what customers were told of their places in the queue
 * @param health what the service's own check found, which must be nothing
 * @param faults what the service refused, and how often
 */
record BurstReport(
        int customers,
        int agents,
        double askedSeconds,
        double servedSeconds,
        double servedPerSecond,
        int lost,
        int servedTwice,
        int overtaken,
        Told places,
        Wait waits,
        Memory memory,
        List<String> health,
        Map<String, Integer> faults,
        int cores) {

    /**
     * @param frames that told a place
     * @param risen that told a worse number than the one before
     * @param late that came after an agent had
     * @param putBack that said that somebody more urgent had been put ahead meanwhile
     * @param unfounded customers who were told of more than the rows say were put ahead of them
     */
    record Told(long frames, long risen, long late, long putBack, int unfounded) {
        boolean isHonest() {
            return risen == 0 && late == 0 && unfounded == 0;
        }
    }

    /** From asking to an agent, in seconds. */
    record Wait(double p50, double p95, double longest) {}

    /** Resident, in MB: with everybody connected, at most, and afterwards. */
    record Memory(long before, long peak, long after) {}

    boolean isSound() {
        return lost == 0 && servedTwice == 0 && overtaken == 0 && places.isHonest() && health.isEmpty();
    }

    /** As a table for people. */
    void print(PrintStream out) {
        line(out, "throughput", "%.1f a second", servedPerSecond);
        line(out, "wait p50 / p95 / max", "%.1f / %.1f / %.1f s", waits.p50(), waits.p95(), waits.longest());
        line(out, "customers", "%d lost, %d twice, %d overtaken", lost, servedTwice, overtaken);
        line(
                out,
                "places",
                "%d told, %d worse than before, %d too late",
                places.frames(),
                places.risen(),
                places.late());
        line(out, "put back by policy", "%d told, %d customers without ground", places.putBack(), places.unfounded());
        line(out, "memory", "%d MB before, %d at most, %d after", memory.before(), memory.peak(), memory.after());
        line(out, "health", "%s", health.isEmpty() ? "sound" : health);
        line(out, "refused", "%s", faults);
    }

    private static void line(PrintStream out, String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-24s %s%n", name, String.format(Locale.ROOT, format, values));
    }
}
