package dev.yiwen.command.bench.report;

import java.util.List;

/**
 * The figures of {@code bench reports}.
 *
 * @param keptPerSecond facts that the service computed a second, with their sums, from when all rows were there
 * @param scansMessages whether, while the cockpit read, PostgreSQL went through the whole table of messages or of conversations
 */
record ReportFigures(
        int conversations, long messages, double keptPerSecond, List<Waited> waited, boolean scansMessages, int cores) {

    /** From a request to the whole of its answer, in milliseconds. */
    record Waited(String what, double p50Ms, double p95Ms, double longestMs) {}
}
