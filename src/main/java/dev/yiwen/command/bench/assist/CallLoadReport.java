package dev.yiwen.command.bench.assist;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/**
 * What agents on calls waited for.
 *
 * @param finals utterances of customers that were said to their end
 * @param lost finals that are not in the transcripts afterwards
 * @param withoutCard finals after which no set of cards came at all
 * @param finalToCard from the sending of a final to the cards for it on the agent's socket; of those whose cards were not
 *     there before
 * @param partialToCard from the sending of the last partial to cards that came while the customer was still speaking
 * @param early share of the utterances with partials whose cards were there before they ended
 * @param endedToRecord from the telephone system's word that a call is over to its record, drafted for the agent to confirm
 * @param withoutRecord calls that had none within a minute
 * @param faults what the service refused, and how often
 */
record CallLoadReport(
        int calls,
        int finals,
        int lost,
        int withoutCard,
        Waited finalToCard,
        Waited partialToCard,
        double early,
        Waited endedToRecord,
        int withoutRecord,
        Map<String, Integer> faults,
        int cores) {

    /** In milliseconds. */
    record Waited(int n, double p50Ms, double p95Ms, double longestMs) {
        static Waited of(double[] sorted) {
            return new Waited(sorted.length, quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 1));
        }

        private static double quantile(double[] sorted, double share) {
            return sorted.length == 0
                    ? 0
                    : Math.round(sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] * 10) / 10.0;
        }
    }

    /** As a table for people. */
    void print(PrintStream out) {
        line(out, "final to card", "%s", shown(finalToCard));
        line(out, "partial to card", "%s", shown(partialToCard));
        line(out, "cards before the end", "%.0f %%", early * 100);
        line(out, "hang-up to record", "%s, %d without", shown(endedToRecord), withoutRecord);
        line(out, "finals", "%d, %d lost, %d without a card", finals, lost, withoutCard);
        line(out, "refused", "%s", faults);
    }

    private static String shown(Waited waited) {
        return String.format(
                Locale.ROOT,
                "%d, p50 %.1f, p95 %.1f, longest %.1f ms",
                waited.n(),
                waited.p50Ms(),
                waited.p95Ms(),
                waited.longestMs());
    }

    private static void line(PrintStream out, String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-24s %s%n", name, String.format(Locale.ROOT, format, values));
    }
}
