package dev.yiwen.command.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** The latencies of one round, in milliseconds and in order, and what went wrong in it. */
record Sample(int clients, double[] sortedMs, long errors, Duration lasted) {

    /** The round whose throughput is the median. */
    static Sample median(List<Sample> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Sample::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    double perSecond() {
        return sortedMs.length / (lasted.toNanos() / 1e9);
    }

    /** The smallest latency that at least this share of the answers kept to; 0 when there were none. */
    double quantile(double share) {
        if (sortedMs.length == 0) {
            return 0;
        }
        return sortedMs[Math.max(0, (int) Math.ceil(share * sortedMs.length) - 1)];
    }
}
