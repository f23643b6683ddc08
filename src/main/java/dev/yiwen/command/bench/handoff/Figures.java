package dev.yiwen.command.bench.handoff;

import java.util.List;
import java.util.Map;

/**
 * What a burst came to.
 *
 * @param askedSeconds in which all customers had asked
 * @param servedSeconds from the first question to the end of the last chat
 * @param lost customers whom no agent had served in the end
 * @param servedTwice customers whom two agents had, or one twice
 * @param overtaken customers who were passed by somebody behind them in the order of the policy
 * @param placesTold frames that told a place in the queue, of which {@code placesRisen} told a worse one than before
 * @param health what the service's own check found, which must be nothing
 * @param faults what the service refused, and how often
 */
record Figures(
        int customers,
        int agents,
        double askedSeconds,
        double servedSeconds,
        double servedPerSecond,
        int lost,
        int servedTwice,
        int overtaken,
        long placesTold,
        long placesRisen,
        Wait waits,
        Memory memory,
        List<String> health,
        Map<String, Integer> faults,
        int cores) {

    /** From asking to an agent, in seconds. */
    record Wait(double p50, double p95, double longest) {}

    /** Resident, in MB: with everybody connected, at most, and afterwards. */
    record Memory(long before, long peak, long after) {}

    boolean isSound() {
        return lost == 0 && servedTwice == 0 && overtaken == 0 && placesRisen == 0 && health.isEmpty();
    }
}
