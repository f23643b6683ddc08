package dev.yiwen.audit.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Customers as an administrator finds them who is asked for their data. */
@Singleton
public final class Subjects {
    // Reads another feature's rows: who a customer is, for the person who decides about them.
    private static final String DESCRIBE = """
            select u.id, u.name, u.external_id, u.created_at, h.reason, h.set_at, h.set_by,
              (select count(*) from conversation c where c.customer_id = u.id) as conversations
            from customer u left join lateral (
              select l.* from legal_hold l join customer m on m.id = l.customer_id
              where l.lifted_at is null and coalesce(m.merged_into, m.id) = coalesce(u.merged_into, u.id)
              order by l.set_at limit 1) h on true
            where u.id = any($1) order by u.created_at desc
            """;

    private final Pool database;
    private final DataCatalogue data;

    Subjects(Pool database, DataCatalogue data) {
        this.database = database;
        this.data = data;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(
            UUID id,
            @Nullable String name,
            @Nullable String externalId,
            Instant since,
            long conversations,
            Holds.@Nullable Hold hold) {}

    /** By id, by the host application's id, by telephone number, by name; twenty at most. */
    public Uni<List<Subject>> find(String words) {
        return data.find(words).chain(this::describe);
    }

    public Uni<List<Subject>> describe(List<UUID> ids) {
        return database.preparedQuery(DESCRIBE)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Subjects::subject)
                        .toList());
    }

    private static Subject subject(Row row) {
        var id = row.getUUID("id");
        var held = row.getOffsetDateTime("set_at");
        return new Subject(
                id,
                row.getString("name"),
                row.getString("external_id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getLong("conversations"),
                held == null
                        ? null
                        : new Holds.Hold(id, id, row.getString("reason"), row.getUUID("set_by"), held.toInstant()));
    }
}
