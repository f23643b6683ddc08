package dev.yiwen.quality.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.ResourceLines;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;

/** The criteria by which is judged now: those that a supervisor saved last, else the shipped ones. */
@Singleton
public final class Criteria {
    private static final String SHIPPED = "quality/criteria.json";
    private static final TypeReference<List<Criterion>> LIST = new TypeReference<>() {};

    private static final String CURRENT =
            "select version, criteria from criteria_version order by version desc limit 1";

    private static final String NUMBERED = "select version, criteria from criteria_version where version = $1";

    private static final String SAVE = """
            insert into criteria_version (version, criteria, saved_by)
            select $1 + 1, $2, $3 where coalesce((select max(version) from criteria_version), 0) = $1
            on conflict do nothing
            """;

    private final Pool database;
    private final ObjectMapper json;
    private final List<Criterion> shipped;

    Criteria(Pool database, ObjectMapper json) {
        this.database = database;
        this.json = json;
        this.shipped = shipped(json);
    }

    /** @param version 0 of the shipped ones */
    public record Version(int version, List<Criterion> criteria) {
        public Version {
            criteria = List.copyOf(criteria);
        }
    }

    public static List<Criterion> shipped(ObjectMapper json) {
        return read(json, ResourceLines.text(SHIPPED));
    }

    public Uni<Version> current() {
        return database.query(CURRENT).execute().map(this::version);
    }

    /** That version; the shipped one when there is none of the number. */
    Uni<Version> of(int version) {
        return database.preparedQuery(NUMBERED).execute(Tuple.of(version)).map(this::version);
    }

    private Version version(RowSet<Row> rows) {
        var row = rows.iterator();
        if (!row.hasNext()) {
            return new Version(0, shipped);
        }
        var found = row.next();
        return new Version(
                found.getInteger("version"),
                read(json, found.getJsonArray("criteria").encode()));
    }

    /** As the next version after {@code base}; fails with {@code CONFLICT} when somebody was faster, with {@code INVALID}. */
    Uni<Version> save(int base, List<Criterion> criteria, StaffId by) {
        CriteriaCheck.of(criteria);
        return database.preparedQuery(SAVE)
                .execute(Tuple.of(base, new JsonArray(written(criteria)), by.value()))
                .map(saved -> {
                    if (saved.rowCount() == 0) {
                        throw new Problem(Problem.Kind.CONFLICT, "Somebody else has saved other criteria meanwhile.");
                    }
                    return new Version(base + 1, criteria);
                });
    }

    private String written(List<Criterion> criteria) {
        try {
            return json.writerFor(LIST).writeValueAsString(criteria);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Criterion> read(ObjectMapper json, String text) {
        try {
            return json.readValue(text, LIST);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
