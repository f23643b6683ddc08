package dev.yiwen.assist.procedure;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.knowledge.ArticleId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which procedure each talk is in the middle of, and what is done of it. */
@Singleton
final class ProcedureTable {
    private final Pool database;

    ProcedureTable(Pool database) {
        this.database = database;
    }

    /**
     * What a talk is in the middle of.
     *
     * @param seq of the customer's message by which it was chosen; null: by hand
     */
    record Run(ArticleId article, int revision, @Nullable Long seq, double confidence) {
        boolean byHand() {
            return seq == null;
        }
    }

    Uni<Optional<Run>> run(ConversationId conversation) {
        return database.preparedQuery(
                        "select article_id, revision, seq, confidence from procedure_run where conversation_id = $1")
                .execute(Tuple.of(conversation.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Run(
                                ArticleId.of(row.getUUID("article_id")),
                                row.getInteger("revision"),
                                row.getLong("seq"),
                                row.getDouble("confidence")))
                        .findFirst());
    }

    /** By what was said: an agent's own choice stands. */
    Uni<Void> choose(ConversationId conversation, ProcedureChoice.Fitting fitting) {
        return database.preparedQuery("""
                        insert into procedure_run (conversation_id, article_id, revision, seq, confidence)
                        values ($1, $2, $3, $4, $5)
                        on conflict (conversation_id) do update
                          set article_id = excluded.article_id, revision = excluded.revision, seq = excluded.seq,
                            confidence = excluded.confidence, chosen_at = now()
                          where procedure_run.seq is not null
                        """)
                .execute(Tuple.of(
                        conversation.value(),
                        fitting.procedure().article().value(),
                        fitting.procedure().source().revision(),
                        fitting.seq(),
                        fitting.confidence()))
                .replaceWithVoid();
    }

    Uni<Void> choose(ConversationId conversation, KnownProcedure procedure, StaffId by) {
        return database.preparedQuery("""
                        insert into procedure_run (conversation_id, article_id, revision, confidence, staff_id)
                        values ($1, $2, $3, 1, $4)
                        on conflict (conversation_id) do update
                          set article_id = excluded.article_id, revision = excluded.revision, seq = null, confidence = 1,
                            staff_id = excluded.staff_id, chosen_at = now()
                        """)
                .execute(Tuple.of(
                        conversation.value(),
                        procedure.article().value(),
                        procedure.source().revision(),
                        by.value()))
                .replaceWithVoid();
    }

    /** What leaned on words that were never said: the choice, and each tick. */
    Uni<Void> forget(ConversationId conversation, long seq) {
        return database.withTransaction(transaction -> transaction
                .preparedQuery("delete from procedure_tick where conversation_id = $1 and seq = $2")
                .execute(Tuple.of(conversation.value(), seq))
                .chain(() -> transaction
                        .preparedQuery("delete from procedure_run where conversation_id = $1 and seq = $2")
                        .execute(Tuple.of(conversation.value(), seq)))
                .replaceWithVoid());
    }

    /** In the order of the steps. */
    Uni<List<StepTick>> ticks(ConversationId conversation, ArticleId article) {
        return database.preparedQuery("""
                        select step, done, said_by, seq from procedure_tick
                        where conversation_id = $1 and article_id = $2 order by step
                        """)
                .execute(Tuple.of(conversation.value(), article.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ProcedureTable::tick)
                        .toList());
    }

    /** What is ticked already stays as it is. */
    Uni<Void> tick(ConversationId conversation, ArticleId article, List<StepTick> ticks) {
        return Multi.createFrom()
                .iterable(ticks)
                .onItem()
                .transformToUniAndConcatenate(it -> database.preparedQuery("""
                                insert into procedure_tick (conversation_id, article_id, step, done, said_by, seq)
                                values ($1, $2, $3, $4, $5, $6) on conflict do nothing
                                """)
                        .execute(Tuple.of(
                                conversation.value(),
                                article.value(),
                                it.step(),
                                it.done(),
                                it.by().wire(),
                                it.seq())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    Uni<Void> byHand(ConversationId conversation, ArticleId article, int step, boolean done, StaffId by) {
        return database.preparedQuery("""
                        insert into procedure_tick (conversation_id, article_id, step, done, said_by, staff_id)
                        values ($1, $2, $3, $4, 'hand', $5)
                        on conflict (conversation_id, article_id, step) do update
                          set done = excluded.done, said_by = 'hand', seq = null, staff_id = excluded.staff_id, at = now()
                        """)
                .execute(Tuple.of(conversation.value(), article.value(), step, done, by.value()))
                .replaceWithVoid();
    }

    /** The procedures of the last 30 days, the most frequent first. */
    Uni<List<ArticleId>> usual() {
        return database.query("""
                        select article_id from procedure_run where chosen_at > now() - interval '30 days'
                        group by article_id order by count(*) desc, article_id limit 50
                        """)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> ArticleId.of(row.getUUID("article_id")))
                        .toList());
    }

    private static StepTick tick(Row row) {
        return new StepTick(
                row.getInteger("step"),
                row.getBoolean("done"),
                StepTick.By.of(row.getString("said_by")),
                row.getLong("seq"));
    }
}
