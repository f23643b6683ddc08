package dev.yiwen.handoff.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * Whoever writes many rows of the queue at once does so alone among all instances: two at a time would lock the same rows in
 * different orders. Who writes one row needs no such lock, unless a round of offers must see all of the change or nothing.
 */
@Singleton
public final class QueueLock {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('yiwen.offers')), now() as now";

    private final Pool database;

    QueueLock(Pool database) {
        this.database = database;
    }

    /** Does {@code work} in one transaction; it is told the time of the database. */
    public <T> Uni<T> alone(BiFunction<SqlConnection, Instant, Uni<T>> work) {
        return database.withTransaction(transaction -> transaction
                .query(LOCK)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant())
                .chain(now -> work.apply(transaction, now)));
    }
}
