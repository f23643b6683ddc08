package dev.yiwen.quality.alarm;

import dev.yiwen.quality.review.Share;
import org.jspecify.annotations.Nullable;

/**
 * What can ring. Counts of conversations are compared with what was to be expected; thresholds are what somebody has set; a share that is
 * above a percentage on three days opens a review task.
 */
enum AlarmRule {
    CONTACTS("count(*)"),
    COMPLAINTS("count(*) filter (where f.complaint)"),
    HANDOFFS("count(*) filter (where f.waited_ms is not null)"),
    UNANSWERED("coalesce(sum(greatest(f.asked - f.covered, 0)), 0)"),
    /** Rated 1 or 2, or, without a rating, estimated so. */
    DISSATISFIED("count(*) filter (where f.score <= 2 or f.score is null and e.likely = 'DISSATISFIED')"),
    REPEATS("count(*) filter (where f.repeats)"),

    /** Conversations. */
    QUEUE_LENGTH(20, """
            select count(*) from handoff where ended_at is null and assigned_at is null"""),
    /** Seconds that the one who waits longest has waited. */
    WAITING_SECONDS(180, """
            select coalesce(extract(epoch from now() - min(requested_at)), 0)::bigint from handoff where ended_at is null and assigned_at is null"""),
    OVERDUE_TICKETS(1, """
            select count(distinct t.id) from ticket t join ticket_step s on s.ticket_id = t.id
            where t.state <> 'RESOLVED' and s.met_at is null and s.due_at < now()"""),
    /** Tickets that have been nobody's for two hours. */
    UNASSIGNED_TICKETS(1, """
            select count(*) from ticket where state <> 'RESOLVED' and owner_id is null and opened_at < now() - interval '2 hours'"""),

    DISSATISFIED_SHARE(Share.DISSATISFIED, 20),
    COMPLAINTS_SHARE(Share.COMPLAINTS, 10),
    REPEATS_SHARE(Share.REPEATS, 15);

    /** Conversations of a day from which on its share says something, unless somebody sets another number. */
    static final int LEAST = 30;

    private final String sql;
    private final @Nullable Integer threshold;
    private final @Nullable Share share;

    AlarmRule(String count) {
        this.sql = count;
        this.threshold = null;
        this.share = null;
    }

    AlarmRule(int threshold, String now) {
        this.sql = now;
        this.threshold = threshold;
        this.share = null;
    }

    AlarmRule(Share share, int percent) {
        this.sql = "";
        this.threshold = percent;
        this.share = share;
    }

    /** When it is looked at, and against what. */
    enum Kind {
        /** Each day, against what was to be expected. */
        USUAL,
        /** Each minute, against a number. */
        NOW,
        /** Each day with the two before it, against a percentage. */
        SHARE
    }

    Kind kind() {
        return share != null ? Kind.SHARE : threshold == null ? Kind.USUAL : Kind.NOW;
    }

    /** The share that tells whether it went down again; null where none does. */
    @Nullable Share shown() {
        return switch (this) {
            case DISSATISFIED, DISSATISFIED_SHARE -> Share.DISSATISFIED;
            case COMPLAINTS, COMPLAINTS_SHARE -> Share.COMPLAINTS;
            case REPEATS, REPEATS_SHARE -> Share.REPEATS;
            case CONTACTS, HANDOFFS, UNANSWERED, QUEUE_LENGTH, WAITING_SECONDS, OVERDUE_TICKETS, UNASSIGNED_TICKETS ->
                null;
        };
    }

    /** Null of all but shares. */
    @Nullable Share share() {
        return share;
    }

    /** What it rings from on, of shares percent that they are above, unless somebody sets another; null of those that are compared with what was to be expected. */
    @Nullable Integer threshold() {
        return threshold;
    }

    /** Over facts {@code f} and estimates {@code e}, an aggregate; of thresholds the query for what is so now; of shares nothing. */
    String sql() {
        return sql;
    }
}
