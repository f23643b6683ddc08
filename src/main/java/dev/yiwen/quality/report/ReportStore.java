package dev.yiwen.quality.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reports that are kept. */
@Singleton
class ReportStore {
    // An instance that died over it never says so.
    private static final String STATE =
            "case when state = 'MAKING' and made_at < now() - interval '15 minutes' then 'FAILED' else state end as state";

    private static final String LIST = "select id, kind, first_day, " + STATE + """
            , progress, made_at, made_by from quality_report
            where $1::uuid is null or id = $1 order by first_day desc, made_at desc limit 500
            """;
    private static final String BEGIN =
            "insert into quality_report (id, kind, first_day, made_by) values ($1, $2, $3, $4)";
    private static final String PROGRESS = "update quality_report set progress = $2 where id = $1 and state = 'MAKING'";
    private static final String READY =
            "update quality_report set state = 'READY', progress = 100, content = $2 where id = $1 and state = 'MAKING'";
    private static final String FAILED =
            "update quality_report set state = 'FAILED' where id = $1 and state = 'MAKING'";
    private static final String CONTENT = "select content from quality_report where id = $1 and state = 'READY'";
    private static final String DELETE = "delete from quality_report where id = $1 returning kind, first_day";

    private static final String FORGET = "delete from quality_report where made_at < now() - make_interval(secs => $1)";

    private final Pool database;
    private final ObjectMapper json;
    private final AuditLog log;

    ReportStore(Pool database, ObjectMapper json, AuditLog log) {
        this.database = database;
        this.json = json;
        this.log = log;
    }

    /** The latest days first. */
    Uni<List<KeptReport>> all() {
        return list(null);
    }

    Uni<KeptReport> one(UUID id) {
        return list(id).map(found -> {
            if (found.isEmpty()) {
                throw none();
            }
            return found.getFirst();
        });
    }

    Uni<Void> begin(UUID id, ReportPeriod period, @Nullable String by) {
        return database.preparedQuery(BEGIN)
                .execute(Tuple.of(id, period.kind().name(), period.from(), by))
                .replaceWithVoid();
    }

    Uni<Void> progress(UUID id, int percent) {
        return database.preparedQuery(PROGRESS).execute(Tuple.of(id, percent)).replaceWithVoid();
    }

    Uni<Void> ready(UUID id, ReportContent content) {
        try {
            return database.preparedQuery(READY)
                    .execute(Tuple.of(id, new JsonObject(json.writeValueAsString(content))))
                    .replaceWithVoid();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Uni<Void> failed(UUID id) {
        return database.preparedQuery(FAILED).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** Fails with {@code NOT_FOUND} while it is not ready. */
    Uni<ReportContent> content(UUID id) {
        return database.preparedQuery(CONTENT).execute(Tuple.of(id)).map(rows -> {
            for (Row row : rows) {
                return content(row.getJsonObject("content"));
            }
            throw none();
        });
    }

    Uni<Void> delete(UUID id, StaffId by) {
        return database.withTransaction(open -> open.preparedQuery(DELETE)
                .execute(Tuple.of(id))
                .chain(rows -> {
                    for (Row row : rows) {
                        return log.append(
                                open,
                                new AuditEvent(
                                        AuditKind.REPORT_DELETED,
                                        by.value(),
                                        "report:" + id,
                                        Map.of("period", period(row).name())));
                    }
                    throw none();
                }));
    }

    /** Those that were made longer ago; says how many. */
    Uni<Integer> forget(Duration age) {
        return database.preparedQuery(FORGET)
                .execute(Tuple.of((double) age.toSeconds()))
                .map(it -> it.rowCount());
    }

    private Uni<List<KeptReport>> list(@Nullable UUID id) {
        return database.preparedQuery(LIST)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().map(ReportStore::report).toList());
    }

    private ReportContent content(JsonObject stored) {
        try {
            return json.readValue(stored.encode(), ReportContent.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeptReport report(Row row) {
        var period = period(row);
        return new KeptReport(
                row.getUUID("id"),
                period.kind(),
                period.name(),
                period.from(),
                period.to(),
                KeptReport.State.valueOf(row.getString("state")),
                row.getInteger("progress"),
                row.getOffsetDateTime("made_at").toInstant(),
                row.getString("made_by"));
    }

    private static ReportPeriod period(Row row) {
        LocalDate first = row.getLocalDate("first_day");
        return new ReportPeriod(ReportPeriod.Kind.valueOf(row.getString("kind")), first);
    }

    private static Problem none() {
        return new Problem(Problem.Kind.NOT_FOUND, "There is no such report, or it is not ready.");
    }
}
