package dev.yiwen.audit.subject;

import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/**
 * Until the end of the transaction nothing new begins for a customer: whatever would refer to the row waits, and then finds
 * it gone. Erasing and holding exclude one another by it.
 */
public final class CustomerLock {
    private CustomerLock() {}

    /** Fails with {@code NOT_FOUND}. */
    public static Uni<Void> take(SqlClient open, UUID customer) {
        // Reads another feature's row: what the lock excludes refers to it.
        return open.preparedQuery("select from customer where id = $1 for update")
                .execute(Tuple.of(customer))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such customer.");
                    }
                })
                .replaceWithVoid();
    }
}
