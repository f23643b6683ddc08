package dev.yiwen.quality.review;

import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes who did what with a task; within the transaction that does it. */
final class ReviewHistory {
    private static final String WRITE =
            "insert into review_event (task_id, by, kind, state, words) values ($1, $2, $3, $4, $5)";

    private ReviewHistory() {}

    static Uni<Void> write(
            SqlClient open,
            UUID task,
            @Nullable StaffId by,
            ReviewEvent kind,
            @Nullable ReviewState state,
            String words) {
        return open.preparedQuery(WRITE)
                .execute(Tuple.of(
                        task, by == null ? null : by.value(), kind.name(), state == null ? null : state.name(), words))
                .replaceWithVoid();
    }
}
