package dev.yiwen.audit.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Keeps what was done with people's data. */
@Singleton
public final class Reports {
    private static final String KEEP = """
            insert into privacy_report (id, what, customer_id, actor, at, lines) values ($1, $2, $3, $4, $5, $6::text::jsonb)
            """;

    private final Pool database;
    private final ObjectMapper json;

    Reports(Pool database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Newest first. */
    public Uni<List<Report>> latest(int most) {
        return database.preparedQuery("select * from privacy_report order by at desc, id desc limit $1")
                .execute(Tuple.of(most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::report)
                        .toList());
    }

    public Uni<Void> keep(SqlClient open, Report report) {
        return open.preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(report.id())
                        .addString(report.what())
                        .addUUID(report.customer())
                        .addUUID(report.actor())
                        .addOffsetDateTime(report.at().atOffset(ZoneOffset.UTC))
                        .addString(write(report.lines())))
                .replaceWithVoid();
    }

    public Uni<Void> keep(Report report) {
        return keep(database, report);
    }

    private Report report(Row row) {
        try {
            return new Report(
                    row.getUUID("id"),
                    row.getString("what"),
                    row.getUUID("customer_id"),
                    row.getUUID("actor"),
                    row.getOffsetDateTime("at").toInstant(),
                    json.readValue(row.getJsonArray("lines").encode(), new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a stored report", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
