package dev.yiwen.assist.watch;

import dev.yiwen.conversation.TalkSigns;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Warnings that supervisors have taken note of. */
@Singleton
final class Acknowledgements {
    private final Pool database;

    Acknowledgements(Pool database) {
        this.database = database;
    }

    /** Whoever is first stays. Fails with {@code NOT_FOUND}. */
    Uni<Void> take(UUID warning, StaffId by) {
        return database.withTransaction(transaction -> transaction
                .preparedQuery("""
                        with noted as (
                          insert into warning_acknowledged (suggestion_id, staff_id)
                          select id, $2 from suggestion where id = $1 and kind = 'warning'
                          on conflict do nothing)
                        select pg_notify($3, conversation_id::text)::text from suggestion where id = $1 and kind = 'warning'
                        """)
                .execute(Tuple.of(warning, by.value(), TalkSigns.TOPIC))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such warning.");
                    }
                })
                .replaceWithVoid());
    }
}
