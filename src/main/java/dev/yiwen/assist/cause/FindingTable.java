package dev.yiwen.assist.cause;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What became clear in each talk. */
@Singleton
final class FindingTable {
    private final Pool database;

    FindingTable(Pool database) {
        this.database = database;
    }

    /** Those that stand, in the order in which they became clear. */
    Uni<List<FaultFinding>> of(ConversationId conversation) {
        return database.preparedQuery("""
                        select asked, symptom, seq from cause_finding where conversation_id = $1 and not withdrawn
                        order by at, asked
                        """)
                .execute(Tuple.of(conversation.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row ->
                                new FaultFinding(row.getString("asked"), row.getString("symptom"), row.getLong("seq")))
                        .toList());
    }

    /** By words: what is known already, or was withdrawn, stays as it is. */
    Uni<Void> heard(ConversationId conversation, List<FaultFinding> findings) {
        return Multi.createFrom()
                .iterable(findings)
                .onItem()
                .transformToUniAndConcatenate(it -> database.preparedQuery("""
                                insert into cause_finding (conversation_id, asked, symptom, seq) values ($1, $2, $3, $4)
                                on conflict do nothing
                                """)
                        .execute(Tuple.of(conversation.value(), it.asked(), it.symptom(), it.seq())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> set(ConversationId conversation, String asked, @Nullable String symptom, StaffId by) {
        return database.preparedQuery("""
                        insert into cause_finding (conversation_id, asked, symptom, staff_id) values ($1, $2, $3, $4)
                        on conflict (conversation_id, asked) do update
                          set symptom = excluded.symptom, seq = null, staff_id = excluded.staff_id, withdrawn = false, at = now()
                        """)
                .execute(Tuple.of(conversation.value(), asked, symptom, by.value()))
                .replaceWithVoid();
    }

    /** What was said does not bring it back, what was set by hand may be set again. False when there is none. */
    Uni<Boolean> withdraw(ConversationId conversation, String asked, StaffId by) {
        return database.preparedQuery("""
                        update cause_finding set withdrawn = true, staff_id = $3
                        where conversation_id = $1 and asked = $2 and not withdrawn
                        """)
                .execute(Tuple.of(conversation.value(), asked, by.value()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** What leaned on words that were never said. */
    Uni<Void> forget(ConversationId conversation, long seq) {
        return database.preparedQuery("delete from cause_finding where conversation_id = $1 and seq = $2")
                .execute(Tuple.of(conversation.value(), seq))
                .replaceWithVoid();
    }
}
