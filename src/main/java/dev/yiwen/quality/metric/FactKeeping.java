package dev.yiwen.quality.metric;

import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Keeps the facts of conversations, and what is summed from them, as the conversations are. What is to be computed anew stands in rows
 * that were committed with what happened, and goes away with the transaction that has computed it: whoever dies between loses nothing.
 */
@Singleton
public class FactKeeping {
    private static final Logger LOG = Logger.getLogger(FactKeeping.class);
    private static final Duration OFTEN = Duration.ofSeconds(2);
    /** Few, since messages of a conversation that is new here wait until it is done. */
    private static final int AT_ONCE = 50;

    private static final int WHOLE_AT_ONCE = 2_000;

    /** One at a time adds to the sums, whoever it is. */
    private static final String LOCK = "select pg_advisory_xact_lock(31319, 1)";

    /** Conversations are locked before anything else of theirs, as who erases does: neither waits for the other in a ring. */
    private static final String LOCK_DUE = """
            select id from conversation where id in (
              select conversation_id from (select conversation_id from fact_due order by id limit $1) d
              union
              select conversation_id from (
                select conversation_id from conversation_fact where ripens_at <= now() order by ripens_at limit $1) r)
            order by id for key share
            """;

    /** Those of erased ones as well. What is written about them after this is seen the next time. */
    private static final String TAKE = """
            delete from fact_due d where d.conversation_id = any($1)
              or d.id in (select f.id from (select * from fact_due order by id limit $2) f
                where not exists (select from conversation c where c.id = f.conversation_id))
            """;

    /** Of one that cannot be computed: the next thing that happens to it, or a rebuilding, tries again. */
    private static final String ASIDE = """
            with gone as (delete from fact_due where conversation_id = any($1))
            update conversation_fact set ripens_at = null where conversation_id = any($1)
            """;

    /** As they happened: the facts of a time then lie together, and few pages are read for them. */
    private static final String ALL = "select id from conversation order by opened_at, id";

    /** All sums are made at once here and nowhere else. */
    private static final String MEMORY = "set local work_mem = '128MB'";

    private final Pool database;
    private final Leader leader;
    private final HomeAreas areas;

    FactKeeping(Pool database, Leader leader, HomeAreas areas) {
        this.database = database;
        this.leader = leader;
        this.areas = areas;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        rhythm.every(OFTEN, () -> leader.alone("conversation-facts", this::round));
    }

    /** Until nothing is due. */
    Uni<Void> round() {
        return some().repeat().until(n -> n == 0).collect().last().replaceWithVoid();
    }

    /** What cannot be computed together is computed one by one, and one that cannot be keeps nobody waiting. */
    private Uni<Integer> some() {
        return some(AT_ONCE).onFailure().recoverWithUni(together -> {
            LOG.warn("Facts of some conversations are computed one by one", together);
            return each(AT_ONCE);
        });
    }

    private Uni<Integer> each(int most) {
        return some(1).onFailure()
                .recoverWithUni(this::aside)
                .chain(done -> done == 0 || most == 1
                        ? Uni.createFrom().item(done)
                        : each(most - 1).replaceWith(done));
    }

    private Uni<Integer> some(int atOnce) {
        return database.withTransaction(it -> it.query(LOCK)
                .execute()
                .chain(() -> it.preparedQuery(LOCK_DUE).execute(Tuple.of(atOnce)))
                .map(FactKeeping::ids)
                .call(due -> it.preparedQuery(TAKE).execute(ids(due).addInteger(atOnce)))
                .chain(due -> compute(it, due).replaceWith(due.length)));
    }

    /** Fails when the database does: then nothing is anybody's fault. */
    private Uni<Integer> aside(Throwable failure) {
        return database.withTransaction(it -> it.preparedQuery(LOCK_DUE)
                .execute(Tuple.of(1))
                .map(FactKeeping::ids)
                .invoke(ids -> LOG.errorf(failure, "The facts of %s could not be computed", List.of(ids)))
                .call(ids -> it.preparedQuery(ASIDE).execute(ids(ids)))
                .map(ids -> ids.length));
    }

    private Uni<Void> compute(SqlConnection transaction, UUID[] due) {
        if (due.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(FactSql.CONCERNED)
                .execute(ids(due))
                .map(FactKeeping::ids)
                .call(all -> sum(transaction, all, -1))
                .call(all -> own(transaction, due))
                .call(all -> transaction.preparedQuery(FactSql.LINK).execute(ids(all)))
                .call(all -> sum(transaction, all, 1))
                .replaceWithVoid();
    }

    private Uni<Void> own(SqlConnection transaction, UUID[] due) {
        return areas.learn(transaction, due)
                .chain(() -> transaction.preparedQuery(FactSql.GONE).execute(ids(due)))
                .chain(() -> transaction
                        .preparedQuery(FactSql.COMPUTE)
                        .execute(ids(due).addString(HomeZone.id().getId())))
                .replaceWithVoid();
    }

    private static Uni<RowSet<Row>> sum(SqlConnection transaction, UUID[] of, long sign) {
        return transaction.preparedQuery(FactSql.SUM).execute(ids(of).addLong(sign));
    }

    /**
     * Makes everything anew from what happened, in one transaction: readers see the sums of before until it is done. Of conversations
     * that were erased nothing is left to count. Answers how many facts there are.
     */
    public Uni<Long> anew() {
        return database.withTransaction(it -> it.query(LOCK)
                .execute()
                .chain(() -> it.query("delete from fact_due").execute())
                .chain(() -> it.query("delete from figure_hour").execute())
                .chain(() -> each(it, ids -> own(it, ids)))
                .chain(() -> each(
                        it,
                        ids -> it.preparedQuery(FactSql.LINK).execute(ids(ids)).replaceWithVoid()))
                .chain(() -> it.query(MEMORY).execute())
                .chain(() -> Multi.createFrom()
                        .items(Dimension.ofSums())
                        .onItem()
                        .transformToUniAndConcatenate(
                                of -> it.query(FactSql.sumOfAll(of)).execute())
                        .collect()
                        .last())
                .chain(() -> it.query("select count(*) from conversation_fact").execute())
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    private static Uni<Void> each(SqlConnection transaction, Function<UUID[], Uni<Void>> work) {
        return transaction.prepare(ALL).chain(all -> {
            var cursor = all.cursor();
            return Uni.createFrom()
                    .deferred(() -> cursor.read(WHOLE_AT_ONCE))
                    .map(FactKeeping::ids)
                    .call(ids -> ids.length == 0 ? Uni.createFrom().voidItem() : work.apply(ids))
                    .repeat()
                    .whilst(ids -> cursor.hasMore())
                    .collect()
                    .last()
                    .chain(cursor::close)
                    .chain(all::close);
        });
    }

    private static Tuple ids(UUID[] ids) {
        return Tuple.tuple().addArrayOfUUID(ids);
    }

    private static UUID[] ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID(0))
                .toArray(UUID[]::new);
    }
}
