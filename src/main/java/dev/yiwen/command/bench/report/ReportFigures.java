package dev.yiwen.command.bench.report;

import java.util.List;

/**
 * The figures of {@code bench reports}.
 *
 * @param rebuiltPerSecond conversations whose facts and sums {@code reports rebuild} made a second, with the start of the process
 * @param keptPerSecond changed conversations whose facts and sums the service brought up to date a second
 * @param countMs the same quantiles of {@code select count(*)} over the rated facts of those 90 days, counted between the rounds: how fast the
 *     machine was
 * @param scansMessages whether, while the cockpit read, PostgreSQL went through the whole table of messages or of conversations
 */
record ReportFigures(
        int conversations,
        long messages,
        double rebuiltPerSecond,
        double keptPerSecond,
        List<Waited> waited,
        Waited countMs,
        boolean scansMessages,
        int cores) {

    /** From a request to the whole of its answer, in milliseconds; the quantiles are medians of the rounds'. */
    record Waited(String what, double p50Ms, double p95Ms, double longestMs) {}
}
