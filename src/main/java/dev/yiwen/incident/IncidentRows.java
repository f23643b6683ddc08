package dev.yiwen.incident;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How incidents stand in their table. */
public final class IncidentRows {
    static final String COLUMNS =
            "id, level, cause, regions, products, words, not_words, articles, banner, drill, eta, version, declared_at, declared_by, recovered_at";

    private IncidentRows() {}

    public static Incident of(Row row) {
        return new Incident(
                row.getUUID("id"),
                row.getShort("level"),
                row.getString("cause"),
                new IncidentScope(
                        texts(row, "regions"),
                        texts(row, "products"),
                        texts(row, "words"),
                        texts(row, "not_words"),
                        texts(row, "articles")),
                row.getBoolean("banner"),
                row.getBoolean("drill"),
                instant(row, "eta"),
                row.getInteger("version"),
                row.getOffsetDateTime("declared_at").toInstant(),
                row.getString("declared_by"),
                instant(row, "recovered_at"));
    }

    public static @Nullable Instant instant(Row row, String column) {
        var at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    public static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** With the scope's lists after what is in it. */
    public static Tuple scoped(Tuple before, IncidentScope scope) {
        return before.addArrayOfString(scope.regions().toArray(String[]::new))
                .addArrayOfString(scope.products().toArray(String[]::new))
                .addArrayOfString(scope.words().toArray(String[]::new))
                .addArrayOfString(scope.except().toArray(String[]::new))
                .addArrayOfString(scope.articles().toArray(String[]::new));
    }

    private static List<String> texts(Row row, String column) {
        return List.of(row.getArrayOfStrings(column));
    }
}
