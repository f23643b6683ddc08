package dev.yiwen.quality.metric;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What is counted of a conversation: how often it counts ({@code n}) and the sum of the values, both SQL over a row {@code f} of
 * {@code conversation_fact}. All figures are quotients of these, and all sums are whole numbers, so that what was added is taken off
 * exactly.
 */
enum Measure {
    CONTACTS("1", "0"),
    /** First contact that was enough. Only once seven days have passed: failures are known sooner than successes. */
    RESOLVED_AT_FIRST(
            "(f.ripe and f.topic is not null)::int",
            "(f.ripe and f.topic is not null and not f.followed and not f.reopened and " + Measure.ENDED_WELL
                    + ")::int"),
    /** Too young for figures that wait for seven days. */
    UNRIPE("(not f.ripe)::int", "0"),
    UNKNOWN_MATTER("(f.topic is null)::int", "(f.topic is null and f.ripe)::int"),
    REPEATED("(f.topic is not null)::int", "(f.topic is not null and f.repeats)::int"),
    REPEATED_COMPLAINTS(
            "(f.complaint and f.topic is not null)::int",
            "(f.complaint and f.topic is not null and f.repeats_complaint)::int"),
    WITHIN_15_S(Measure.served(15_000), Measure.within(15_000)),
    WITHIN_30_S(Measure.served(30_000), Measure.within(30_000)),
    ABANDONED(
            "(f.answered or (f.abandoned and f.waited_ms >= 5000))::int", "(f.abandoned and f.waited_ms >= 5000)::int"),
    ABANDONED_AT_ONCE("(f.abandoned and f.waited_ms < 5000)::int", "0"),
    STILL_WAITING("(f.waited_ms is not null and not f.answered and not f.abandoned)::int", "0"),
    HANDLED("(f.handled_ms is not null)::int", "coalesce(f.handled_ms, 0)"),
    SHARED("(f.shared_ms is not null)::int", "coalesce(f.shared_ms, 0)"),
    BOT_TIME("(f.bot_ms is not null)::int", "coalesce(f.bot_ms, 0)"),
    BOT_CONFIRMED(Measure.BOT_SETTLED, Measure.settledAs("CONFIRMED")),
    BOT_QUIET(Measure.BOT_SETTLED, Measure.settledAs("QUIET")),
    BOT_LEFT(Measure.BOT_SETTLED, Measure.settledAs("LEFT")),
    BOT_HANDED_OVER(Measure.BOT_SETTLED, Measure.settledAs("HANDED_OVER")),
    SATISFIED("(f.score is not null)::int", "(f.score >= 4)::int"),
    RATED("(f.closed_at is not null)::int", "(f.closed_at is not null and f.score is not null)::int"),
    COVERED("f.asked", "f.covered"),
    DEADLINES_KEPT("f.deadlines", "f.kept"),
    REPLIES("f.replies", "f.reply_ms"),
    TRANSFERRED("(f.handled_ms is not null)::int", "f.transfers"),
    /** A case begins with a contact that is no repeated one; whoever had it in any of its contacts is a node of it. */
    NODES(
            "(f.closed_at is not null and not f.repeats)::int",
            "case when f.closed_at is not null then f.nodes else 0 end");

    /** An agent who says that it was not settled is believed; the bot's conversations end well by what followed. */
    private static final String ENDED_WELL =
            "coalesce(f.disposition, 'resolved') = 'resolved' and not f.abandoned and (f.answered or " + Measure.OUTCOME
                    + " in ('CONFIRMED', 'QUIET'))";

    /** Null while it is not known. Whoever left is not one who was helped. */
    static final String OUTCOME = """
            (case when f.waited_ms is not null then 'HANDED_OVER'
                  when f.bot_ms is null then null
                  when f.score <= 2 or f.helpful = false then 'LEFT'
                  when f.score >= 4 or f.helpful then 'CONFIRMED'
                  when not f.ripe then null
                  when f.covered = 0 or f.followed then 'LEFT'
                  else 'QUIET' end)""";

    /** All four together, so that their shares make a whole: none is counted before all of its day can be. */
    private static final String BOT_SETTLED = "(f.ripe and f.asked > 0 and " + Measure.OUTCOME + " is not null)::int";

    private final String count;
    private final String total;

    Measure(String count, String total) {
        this.count = "(" + count + ")::bigint";
        this.total = "coalesce((" + total + ")::bigint, 0)";
    }

    String count() {
        return count;
    }

    String total() {
        return total;
    }

    /** All of them as rows {@code m (measure, n, total)}. */
    static String rows() {
        return Arrays.stream(values())
                .map(it -> "('" + it.name() + "', " + it.count + ", " + it.total + ")")
                .collect(Collectors.joining(",\n", "(values ", ") m (measure, n, total)"));
    }

    private static String settledAs(String outcome) {
        return "(f.ripe and f.asked > 0 and " + OUTCOME + " = '" + outcome + "')::int";
    }

    private static String served(int ms) {
        return "(f.answered or (f.abandoned and f.waited_ms > " + ms + "))::int";
    }

    private static String within(int ms) {
        return "(f.answered and f.waited_ms <= " + ms + ")::int";
    }
}
