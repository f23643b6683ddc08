package dev.yiwen.audit.retention;

import dev.yiwen.audit.Retained;
import dev.yiwen.audit.RetainedRows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;

/** What this feature itself keeps for a time. */
final class OwnRetention implements Retained {
    private final Pool database;

    private OwnRetention(Pool database) {
        this.database = database;
    }

    @Produces
    @Singleton
    static Retained log(Pool database) {
        return new OwnRetention(database);
    }

    @Produces
    @Singleton
    static Retained reports(Pool database) {
        return new RetainedRows(Kind.REPORTS, database, """
                delete from privacy_report where id in (select id from privacy_report where at < $1 order by at limit $2)
                """);
    }

    @Override
    public Kind kind() {
        return Kind.AUDIT;
    }

    /** By the function of the database, which alone may. */
    @Override
    public Uni<Long> remove(OffsetDateTime before, int most) {
        return database.preparedQuery("select audit_remove($1, $2) as n")
                .execute(Tuple.of(before, most))
                .map(rows -> rows.iterator().next().getLong("n"));
    }
}
