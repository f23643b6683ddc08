package dev.yiwen.command.bench.knowledge;

import java.util.List;

/**
 * The figures of {@code bench knowledge}.
 *
 * @param articles in all states, those of the starter knowledge among them
 */
record WorkbenchReport(int articles, List<Waited> waited, int cores) {

    /**
     * From a request to the whole of its answer, in milliseconds.
     *
     * @param what was asked for
     * @param clients at once
     */
    record Waited(String what, int clients, double p50Ms, double p95Ms, double longestMs) {}
}
