package dev.yiwen.quality.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The registry: each figure, defined once for screen, JSON and CSV. Its words (name, formula, what is left out) stand in the messages
 * {@code quality.metric.KEY…}. When a formula changes it is a new {@link #version}, and every answer names the version that it was
 * computed by.
 */
enum Metric {
    CONTACTS(Kind.COUNT, Measure.CONTACTS, null),
    FIRST_CONTACT(Kind.SHARE, Measure.RESOLVED_AT_FIRST, 85.0, Measure.UNRIPE),
    REPEAT_CONTACTS(Kind.SHARE, Measure.REPEATED, 15.0, Measure.UNKNOWN_MATTER),
    REPEAT_COMPLAINTS(Kind.SHARE, Measure.REPEATED_COMPLAINTS, 5.0),
    SERVICE_LEVEL_15(Kind.SHARE, Measure.WITHIN_15_S, 80.0, Measure.STILL_WAITING),
    SERVICE_LEVEL_30(Kind.SHARE, Measure.WITHIN_30_S, 80.0, Measure.STILL_WAITING),
    ABANDONMENT(Kind.SHARE, Measure.ABANDONED, null, Measure.ABANDONED_AT_ONCE),
    WAIT_ANSWERED(Kind.QUANTILES, null, null, Measure.STILL_WAITING),
    WAIT_ABANDONED(Kind.QUANTILES, null, null, Measure.STILL_WAITING),
    HANDLE_TIME(Kind.MEAN_MS, Measure.HANDLED, null),
    HANDLE_TIME_SHARED(Kind.MEAN_MS, Measure.SHARED, null),
    BOT_TIME(Kind.MEAN_MS, Measure.BOT_TIME, null),
    BOT_CONFIRMED(Kind.SHARE, Measure.BOT_CONFIRMED, null, Measure.UNRIPE),
    BOT_QUIET(Kind.SHARE, Measure.BOT_QUIET, null, Measure.UNRIPE),
    BOT_LEFT(Kind.SHARE, Measure.BOT_LEFT, null, Measure.UNRIPE),
    BOT_HANDED_OVER(Kind.SHARE, Measure.BOT_HANDED_OVER, null, Measure.UNRIPE),
    SATISFACTION(Kind.SHARE, Measure.SATISFIED, null),
    RATING_RESPONSE(Kind.SHARE, Measure.RATED, null),
    KNOWLEDGE_COVERAGE(Kind.SHARE, Measure.COVERED, 92.0),
    DEADLINES_KEPT(Kind.SHARE, Measure.DEADLINES_KEPT, 95.0),
    RESPONSE_TIME(Kind.MEAN_MS, Measure.REPLIES, 15_000.0),
    NODES_PER_CASE(Kind.MEAN, Measure.NODES, 2.5);

    /** What its values are. */
    enum Kind {
        COUNT,
        /** 0 to 1, with the Wilson interval of 95 %. */
        SHARE,
        MEAN,
        MEAN_MS,
        /** The value that half and nine tenths of them do not exceed, exact, from the facts. */
        QUANTILES
    }

    private static final List<Metric> LOW_IS_GOOD =
            List.of(REPEAT_CONTACTS, REPEAT_COMPLAINTS, ABANDONMENT, RESPONSE_TIME, BOT_LEFT, NODES_PER_CASE);

    private final Kind kind;
    private final @Nullable Measure measure;
    private final @Nullable Double target;
    private final @Nullable Measure leftOut;

    Metric(Kind kind, @Nullable Measure measure, @Nullable Double target) {
        this(kind, measure, target, null);
    }

    Metric(Kind kind, @Nullable Measure measure, @Nullable Double target, @Nullable Measure leftOut) {
        this.kind = kind;
        this.measure = measure;
        this.target = target;
        this.leftOut = leftOut;
    }

    int version() {
        return 1;
    }

    Kind kind() {
        return kind;
    }

    /** Null of quantiles, which are no quotient. */
    @Nullable Measure measure() {
        return measure;
    }

    /** Percent of shares, milliseconds of times, otherwise the value; null: nobody has set one. */
    @Nullable Double target() {
        return target;
    }

    /** How many do not count, or not yet. */
    @Nullable Measure leftOut() {
        return leftOut;
    }

    boolean lowIsGood() {
        return LOW_IS_GOOD.contains(this);
    }

    /** Which facts {@code f} its value comes from, as SQL. */
    String condition() {
        return switch (kind) {
            case QUANTILES -> "f.waited_ms is not null and " + (this == WAIT_ANSWERED ? "f.answered" : "f.abandoned");
            case COUNT, SHARE, MEAN, MEAN_MS -> measured().count() + " > 0";
        };
    }

    /** Of those, whether it counts for the numerator. */
    String hit() {
        return kind == Kind.SHARE ? measured().total() + " > 0" : "true";
    }

    private Measure measured() {
        return java.util.Objects.requireNonNull(measure);
    }
}
