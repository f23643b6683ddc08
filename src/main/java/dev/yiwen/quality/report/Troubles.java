package dev.yiwen.quality.report;

import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts gaps of knowledge and incidents of some days, and reads which reviews ended in them. */
@Singleton
class Troubles {
    private static final String UNANSWERED = """
            select g.state, count(distinct g.id) as gaps, count(*) as questions
            from gap_question q join knowledge_gap g on g.id = q.gap_id
            where q.asked_at >= $1 and q.asked_at < $2 group by 1 order by 3 desc
            """;
    private static final String OUTAGES = """
            select i.level, i.cause, i.declared_at, i.recovered_at,
              (select count(*) from incident_told t where t.incident_id = i.id) as told
            from incident i where not i.drill and i.declared_at >= $1 and i.declared_at < $2
            order by i.declared_at limit 100
            """;

    private static final String REVIEWS = """
            select t.title, t.share, coalesce(n.name, t.topic) as topic, t.region, t.cause, t.verdict,
              (select count(*) from review_measure m where m.task_id = t.id) as measures,
              (t.effect #>> '{before,n}')::bigint as n_before, (t.effect #>> '{before,hits}')::bigint as hits_before,
              (t.effect #>> '{after,n}')::bigint as n_after, (t.effect #>> '{after,hits}')::bigint as hits_after
            from review_task t left join topic_name n on n.topic = t.topic
            where t.state = 'CLOSED' and t.ended_at >= $1 and t.ended_at < $2 order by t.ended_at limit 100
            """;

    private final Pool database;

    Troubles(Pool database) {
        this.database = database;
    }

    Uni<List<Trouble.Unanswered>> unanswered(ReportPeriod period) {
        return database.preparedQuery(UNANSWERED)
                .execute(range(period))
                .map(rows -> rows.stream()
                        .map(row -> new Trouble.Unanswered(
                                row.getString("state"), row.getLong("gaps"), row.getLong("questions")))
                        .toList());
    }

    Uni<List<Trouble.Outage>> outages(ReportPeriod period) {
        return database.preparedQuery(OUTAGES)
                .execute(range(period))
                .map(rows -> rows.stream().map(Troubles::outage).toList());
    }

    Uni<List<Trouble.Review>> reviews(ReportPeriod period) {
        return database.preparedQuery(REVIEWS)
                .execute(range(period))
                .map(rows -> rows.stream().map(Troubles::review).toList());
    }

    private static Trouble.Review review(Row row) {
        return new Trouble.Review(
                row.getString("title"),
                row.getString("share"),
                row.getString("topic"),
                row.getString("region"),
                row.getString("cause"),
                row.getLong("measures"),
                part(row, "before"),
                part(row, "after"),
                row.getString("verdict"));
    }

    private static Trouble.@Nullable Part part(Row row, String when) {
        var n = row.getLong("n_" + when);
        return n == null ? null : new Trouble.Part(n, row.getLong("hits_" + when));
    }

    private static Trouble.Outage outage(Row row) {
        var over = row.getOffsetDateTime("recovered_at");
        return new Trouble.Outage(
                row.getShort("level"),
                row.getString("cause"),
                row.getOffsetDateTime("declared_at").toInstant(),
                over == null ? null : over.toInstant(),
                row.getLong("told"));
    }

    private static Tuple range(ReportPeriod period) {
        return Tuple.of(midnight(period.from()), midnight(period.to().plusDays(1)));
    }

    static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(HomeZone.id()).toInstant().atOffset(ZoneOffset.UTC);
    }
}
