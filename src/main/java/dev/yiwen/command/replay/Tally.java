package dev.yiwen.command.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What came of the calls that were played. */
final class Tally {

    /** The last line of {@code call replay}. Latency: from sending a final utterance to its acknowledgement. */
    record Summary(
            int calls, int utterances, int acknowledged, int errors, List<String> conversations, Latency latency) {}

    record Latency(double p50Ms, double p95Ms, double maxMs) {}

    private final List<String> conversations = new ArrayList<>();
    private final List<Duration> latencies = new ArrayList<>();
    private int utterances;
    private int errors;

    void called(String conversation) {
        conversations.add(conversation);
    }

    void uttered() {
        utterances++;
    }

    void acknowledged(Duration latency) {
        latencies.add(latency);
    }

    void refused() {
        errors++;
    }

    boolean complete() {
        return errors == 0 && latencies.size() == utterances;
    }

    Summary summary() {
        var sorted = latencies.stream()
                .mapToDouble(it -> it.toNanos() / 1e6)
                .sorted()
                .toArray();
        return new Summary(
                conversations.size(),
                utterances,
                latencies.size(),
                errors,
                List.copyOf(conversations),
                new Latency(quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 1)));
    }

    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        var rank = (int) Math.ceil(share * sorted.length) - 1;
        return Math.round(sorted[Math.max(rank, 0)] * 10) / 10.0;
    }
}
