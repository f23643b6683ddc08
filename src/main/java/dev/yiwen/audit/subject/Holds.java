package dev.yiwen.audit.subject;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Whose data may not be erased for now. */
@Singleton
public final class Holds {
    private static final String UNIQUE_VIOLATION = "23505";

    /** A hold on one of those who were found to be one holds all of them, and is lifted for all of them. */
    private static final String SAME = """
            (select id from customer where coalesce(merged_into, id) in (select coalesce(merged_into, id) from customer where id = $1)
              union select $1::uuid)""";

    private final Pool database;
    private final AuditLog log;

    Holds(Pool database, AuditLog log) {
        this.database = database;
        this.log = log;
    }

    public record Hold(
            UUID id,
            UUID customer,
            @Nullable String reason,
            @Nullable UUID by,
            Instant at) {}

    public Uni<Optional<Hold>> of(UUID customer) {
        return database.preparedQuery("select * from legal_hold where lifted_at is null and customer_id in " + SAME)
                .execute(Tuple.of(customer))
                .map(Holds::first);
    }

    /** {@code CONFLICT} when there is one, {@code NOT_FOUND} when there is no such customer, or no longer. */
    public Uni<Hold> set(UUID customer, String reason, @Nullable UUID by) {
        return database.withTransaction(open -> CustomerLock.take(open, customer)
                        .chain(() -> open.preparedQuery("""
                                        insert into legal_hold (id, customer_id, reason, set_by) values ($1, $2, $3, $4) returning *
                                        """).execute(Tuple.of(Ids.next(), customer, reason, by)))
                        .map(rows -> first(rows).orElseThrow())
                        .call(hold -> log.append(open, event(AuditKind.HOLD_SET, by, hold))))
                .onFailure(e -> e instanceof PgException pg && UNIQUE_VIOLATION.equals(pg.getSqlState()))
                .transform(e -> new Problem(Kind.CONFLICT, "There is a hold already."));
    }

    /** {@code NOT_FOUND} when there is none. */
    public Uni<Void> lift(UUID customer, @Nullable UUID by) {
        return database.withTransaction(open -> open.preparedQuery("""
                        update legal_hold set lifted_by = $2, lifted_at = now()
                        where lifted_at is null and customer_id in %s returning *
                        """.formatted(SAME))
                .execute(Tuple.of(customer, by))
                .map(rows ->
                        first(rows).orElseThrow(() -> new Problem(Kind.NOT_FOUND, "Nothing of this customer is held.")))
                .chain(hold -> log.append(open, event(AuditKind.HOLD_LIFTED, by, hold))));
    }

    /** {@code CONFLICT} while there is one. */
    public static Uni<Void> requireNone(SqlClient open, UUID customer) {
        return open.preparedQuery("select from held_customer where customer_id = $1")
                .execute(Tuple.of(customer))
                .invoke(rows -> {
                    if (rows.size() > 0) {
                        throw new Problem(Kind.CONFLICT, "A legal hold keeps this customer's data.");
                    }
                })
                .replaceWithVoid();
    }

    private static AuditEvent event(String kind, @Nullable UUID by, Hold hold) {
        return new AuditEvent(
                kind,
                by,
                "customer:" + hold.customer(),
                Map.of("hold", hold.id().toString()));
    }

    private static Optional<Hold> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> new Hold(
                        row.getUUID("id"),
                        row.getUUID("customer_id"),
                        row.getString("reason"),
                        row.getUUID("set_by"),
                        row.getOffsetDateTime("set_at").toInstant()));
    }
}
