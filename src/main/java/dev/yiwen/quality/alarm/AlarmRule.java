package dev.yiwen.quality.alarm;

import org.jspecify.annotations.Nullable;

/** What can ring. Counts of conversations are compared with what was to be expected; thresholds are what somebody has set. */
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
            select count(*) from ticket where state <> 'RESOLVED' and owner_id is null and opened_at < now() - interval '2 hours'""");

    private final String sql;
    private final @Nullable Integer threshold;

    AlarmRule(String count) {
        this.sql = count;
        this.threshold = null;
    }

    AlarmRule(int threshold, String now) {
        this.sql = now;
        this.threshold = threshold;
    }

    /** What it rings from on unless somebody sets another; null of those that are compared with what was to be expected. */
    @Nullable Integer threshold() {
        return threshold;
    }

    /** Over facts {@code f} and estimates {@code e}, an aggregate; of thresholds the query for what is so now. */
    String sql() {
        return sql;
    }
}
