package dev.yiwen.command.example;

import dev.yiwen.audit.Erasure;
import dev.yiwen.audit.Scope;
import dev.yiwen.shared.HomeZone;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Invented conversations in the database: all of them there, or nothing that came of them. */
final class ExampleData {
    private static final int BATCH = 200;

    private static final String SOME = """
            select u.id, array(select c.id from conversation c where c.customer_id = u.id) as conversations from customer u
            where u.external_id >= 'example-data:' and u.external_id < 'example-data;' limit 100 for update
            """;

    private static final List<String> REST = List.of(
            "delete from incident_event where incident_id = $1",
            "delete from incident_told where incident_id = $1",
            "delete from incident_ticket where incident_id = $1",
            "delete from incident where id = $1");

    private final Pool database;
    private final Erasure erasure;

    ExampleData(Pool database, Erasure erasure) {
        this.database = database;
        this.erasure = erasure;
    }

    /**
     * @param begin is told the number of steps
     * @return how many conversations
     */
    int add(ExampleQuarter quarter, IntConsumer begin, Runnable step) {
        var talks = quarter.talks();
        var out = quarter.outageDays().toList();
        begin.accept((talks.size() + BATCH - 1) / BATCH);
        new ExampleRows(quarter)
                .write(
                        database,
                        talks,
                        out.getFirst().atTime(8, 20).atZone(HomeZone.id()).toInstant(),
                        out.getLast().atTime(21, 5).atZone(HomeZone.id()).toInstant(),
                        BATCH,
                        step)
                .await()
                .indefinitely();
        return talks.size();
    }

    /**
     * Erases the customers as those are who ask for it, and then the others.
     *
     * @return how many customers and conversations
     */
    long remove() {
        long erased = 0;
        long some;
        do {
            some = erasure.erase(open -> open.query(SOME).execute().map(ExampleData::scope))
                    .await()
                    .indefinitely();
            erased += some;
        } while (some > 0);
        for (var sql : REST) {
            database.preparedQuery(sql)
                    .execute(Tuple.of(ExampleRows.INCIDENT))
                    .await()
                    .indefinitely();
        }
        var agents = IntStream.range(0, ExampleQuarter.AGENTS)
                .mapToObj(ExampleRows::agent)
                .toArray(UUID[]::new);
        database.preparedQuery("delete from staff where id = any($1)")
                .execute(Tuple.of(agents))
                .await()
                .indefinitely();
        return erased;
    }

    private static Scope scope(RowSet<Row> rows) {
        return new Scope(
                StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList(),
                StreamSupport.stream(rows.spliterator(), false)
                        .flatMap(row -> Stream.of(row.getArrayOfUUIDs("conversations")))
                        .toList());
    }
}
