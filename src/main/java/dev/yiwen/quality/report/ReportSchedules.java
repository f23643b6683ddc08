package dev.yiwen.quality.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The schedule, and what was made by it. */
@Singleton
class ReportSchedules {
    private static final int MOST_TRIES = 12;

    private static final String CURRENT =
            "select month, quarter, recipients, language from report_schedule order by id desc limit 1";
    private static final String CHANGE =
            "insert into report_schedule (month, quarter, recipients, language, by) values ($1, $2, $3, $4, $5)";
    private static final String MADE = "select from report_run where kind = $1 and first_day = $2";
    private static final String FAILURES = """
            select count(*) from quality_report where kind = $1 and first_day = $2 and state <> 'READY' and made_by is null
              and made_at > now() - interval '1 day'
            """;
    private static final String RAN = """
            insert into report_run (kind, first_day, report_id) values ($1, $2, $3) on conflict do nothing
            """;
    private static final String PENDING = """
            select r.kind, r.first_day, r.report_id, r.mailed from report_run r
            join quality_report q on q.id = r.report_id where not r.done and r.made_at > now() - interval '7 days' order by r.made_at limit 10
            """;
    private static final String SENT = """
            update report_run set mailed = mailed || $3::text where kind = $1 and first_day = $2
            """;
    private static final String TRIED = """
            update report_run set tries = tries + 1, failure = $3, done = $3::text is null or tries + 1 >= $4
            where kind = $1 and first_day = $2
            """;
    private static final String TROUBLE =
            "select failure from report_run where failure is not null and made_at > now() - interval '40 days' order by made_at desc limit 1";

    private final Pool database;
    private final AuditLog log;

    ReportSchedules(Pool database, AuditLog log) {
        this.database = database;
        this.log = log;
    }

    /** A report that is there and not with everybody yet. */
    record Pending(ReportPeriod period, UUID report, List<String> mailed) {}

    /** @param failure what the mail server said of the last report that did not reach all; absent when there is none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Trouble(@Nullable String failure) {}

    Uni<ReportSchedule> current() {
        return database.query(CURRENT).execute().map(rows -> {
            for (Row row : rows) {
                return new ReportSchedule(
                        row.getBoolean("month"),
                        row.getBoolean("quarter"),
                        List.of(row.getArrayOfStrings("recipients")),
                        row.getString("language"));
            }
            return ReportSchedule.NONE;
        });
    }

    /** From now on; the log says how many get it, not who. */
    Uni<Void> change(ReportSchedule schedule, StaffId by) {
        return database.withTransaction(open -> open.preparedQuery(CHANGE)
                .execute(Tuple.tuple()
                        .addBoolean(schedule.month())
                        .addBoolean(schedule.quarter())
                        .addArrayOfString(schedule.recipients().toArray(String[]::new))
                        .addString(schedule.language())
                        .addUUID(by.value()))
                .chain(() -> log.append(
                        open,
                        new AuditEvent(
                                AuditKind.REPORTS_SCHEDULED,
                                by.value(),
                                "reports",
                                Map.of(
                                        "month", String.valueOf(schedule.month()),
                                        "quarter", String.valueOf(schedule.quarter()),
                                        "recipients",
                                                String.valueOf(
                                                        schedule.recipients().size()))))));
    }

    /** Whether it is to be made: it has not been, and did not fail three times today. */
    Uni<Boolean> wanted(ReportPeriod period) {
        return database.preparedQuery(MADE)
                .execute(of(period))
                .chain(made -> made.size() > 0
                        ? Uni.createFrom().item(false)
                        : database.preparedQuery(FAILURES)
                                .execute(of(period))
                                .map(rows -> rows.iterator().next().getLong(0) < 3));
    }

    Uni<Void> ran(ReportPeriod period, UUID report) {
        return database.preparedQuery(RAN).execute(of(period).addUUID(report)).replaceWithVoid();
    }

    Uni<List<Pending>> pending() {
        return database.query(PENDING)
                .execute()
                .map(rows -> rows.stream()
                        .map(row -> new Pending(
                                new ReportPeriod(
                                        ReportPeriod.Kind.valueOf(row.getString("kind")),
                                        row.getLocalDate("first_day")),
                                row.getUUID("report_id"),
                                List.of(row.getArrayOfStrings("mailed"))))
                        .toList());
    }

    Uni<Void> sent(ReportPeriod period, String address) {
        return database.preparedQuery(SENT)
                .execute(of(period).addString(address))
                .replaceWithVoid();
    }

    /** @param failure null: everybody has it */
    Uni<Void> tried(ReportPeriod period, @Nullable String failure) {
        return database.preparedQuery(TRIED)
                .execute(of(period).addString(failure).addInteger(MOST_TRIES))
                .replaceWithVoid();
    }

    Uni<Trouble> trouble() {
        return database.query(TROUBLE).execute().map(rows -> {
            for (Row row : rows) {
                return new Trouble(row.getString("failure"));
            }
            return new Trouble(null);
        });
    }

    private static Tuple of(ReportPeriod period) {
        return Tuple.of(period.kind().name(), period.from());
    }
}
