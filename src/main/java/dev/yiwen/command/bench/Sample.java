package dev.yiwen.command.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One round: the latencies of the answers and of their receipts, in milliseconds and in order, and what went otherwise.
 *
 * @param refused questions that the service refused because it had too much to do
 * @param refusedMs how long the slowest of these took
 */
record Sample(
        int clients,
        double[] sortedMs,
        double[] sortedReceiptMs,
        long refused,
        double refusedMs,
        long errors,
        Instant begun,
        Duration lasted) {

    /** The round whose throughput is the median. */
    static Sample median(List<Sample> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Sample::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    double perSecond() {
        return sortedMs.length / seconds();
    }

    double seconds() {
        return lasted.toNanos() / 1e9;
    }

    /** The smallest latency that at least this share of the answers kept to; 0 when there were none. */
    double quantile(double share) {
        return quantile(sortedMs, share);
    }

    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** Takes down what happens, on one thread. */
    static final class Recorder {
        private final int clients;
        private final Instant begun = Instant.now();
        private final long start = System.nanoTime();
        private double[] answers = new double[1024];
        private double[] receipts = new double[1024];
        private int count;
        private long refused;
        private double refusedMs;
        private long errors;

        Recorder(int clients) {
            this.clients = clients;
        }

        void add(SimulatedChat.Reply reply) {
            if (reply.refused()) {
                refused++;
                refusedMs = Math.max(refusedMs, reply.answeredMs());
            } else {
                add(reply.answeredMs(), reply.acknowledgedMs());
            }
        }

        void add(double answerMs, double receiptMs) {
            if (count == answers.length) {
                answers = Arrays.copyOf(answers, count * 2);
                receipts = Arrays.copyOf(receipts, count * 2);
            }
            answers[count] = answerMs;
            receipts[count++] = receiptMs;
        }

        void addError() {
            errors++;
        }

        Sample sample() {
            var lasted = Duration.ofNanos(System.nanoTime() - start);
            return new Sample(clients, sorted(answers), sorted(receipts), refused, refusedMs, errors, begun, lasted);
        }

        private double[] sorted(double[] values) {
            var taken = Arrays.copyOf(values, count);
            Arrays.sort(taken);
            return taken;
        }
    }
}
