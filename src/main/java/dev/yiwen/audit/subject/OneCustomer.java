package dev.yiwen.audit.subject;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Customers who were found to be one person are handed out, erased and held as one. */
@Singleton
public final class OneCustomer {
    // Reads another feature's rows: who is the same as whom.
    private static final String ALL = """
            select id from customer where coalesce(merged_into, id) in (select coalesce(merged_into, id) from customer where id = $1)
            order by merged_into nulls first, id
            """;

    private final Pool database;

    OneCustomer(Pool database) {
        this.database = database;
    }

    /** Who goes on first; that customer alone when there is nothing to know of them. */
    public Uni<List<UUID>> all(UUID customer) {
        return database.preparedQuery(ALL)
                .execute(Tuple.of(customer))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList())
                .map(found -> found.isEmpty() ? List.of(customer) : found);
    }
}
