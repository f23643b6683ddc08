package dev.yiwen.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Lets one instance of all do a piece of scheduled work; the others skip their round. */
@Singleton
public class Leader {
    /** First key of our advisory locks, so that they meet no other application's in the same database. */
    private static final int LOCK_CLASS = 0x7957;

    private final Pool database;

    Leader(Pool database) {
        this.database = database;
    }

    /** Runs {@code work} unless an instance is at it now. An instance that dies gives its lock back with its connection. */
    public Uni<Void> alone(String name, Supplier<Uni<Void>> work) {
        return database.withConnection(connection ->
                tryLock(connection, name).chain(mine -> mine ? workThenUnlock(connection, name, work) : nothing()));
    }

    private static Uni<Boolean> tryLock(SqlConnection connection, String name) {
        return connection
                .preparedQuery("select pg_try_advisory_lock($1, hashtext($2))")
                .execute(Tuple.of(LOCK_CLASS, name))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private static Uni<Void> workThenUnlock(SqlConnection connection, String name, Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .call(() -> connection
                        .preparedQuery("select pg_advisory_unlock($1, hashtext($2))")
                        .execute(Tuple.of(LOCK_CLASS, name)));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
