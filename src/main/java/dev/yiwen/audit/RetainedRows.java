package dev.yiwen.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;

/**
 * Rows that one statement removes.
 *
 * @param statement removes at most {@code $2} from before {@code $1}, and is said to have changed as many rows
 */
public record RetainedRows(Kind kind, Pool database, String statement) implements Retained {

    @Override
    public Uni<Long> remove(OffsetDateTime before, int most) {
        return database.preparedQuery(statement).execute(Tuple.of(before, most)).map(rows -> (long) rows.rowCount());
    }
}
