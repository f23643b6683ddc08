package dev.yiwen.knowledge.graph;

import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.FaultGraph;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of corrections and cases. */
@Singleton
final class GraphTable {
    private final Pool database;

    GraphTable(Pool database) {
        this.database = database;
    }

    /** Those that stand, the oldest first. */
    Uni<List<GraphCorrection>> corrections() {
        return database.query("select * from graph_correction where undone_at is null order by id")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(GraphTable::correction)
                        .toList());
    }

    /** Its id. */
    Uni<Long> add(WantedCorrection wanted, Staff by) {
        var to = Optional.ofNullable(wanted.to());
        return database.preparedQuery("""
                        insert into graph_correction
                          (kind, node_kind, node_name, to_kind, to_name, new_name, question, by_name, staff_id)
                        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id
                        """)
                .execute(Tuple.tuple()
                        .addString(wanted.kind().name().toLowerCase(Locale.ROOT))
                        .addString(wanted.node().kind().name())
                        .addString(wanted.node().name())
                        .addValue(to.map(it -> it.kind().name()).orElse(null))
                        .addValue(to.map(FaultGraph.Key::name).orElse(null))
                        .addValue(wanted.newName())
                        .addValue(wanted.question())
                        .addString(by.name())
                        .addUUID(by.id().value()))
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    /** False when it does not stand. */
    Uni<Boolean> undo(long id) {
        return database.preparedQuery(
                        "update graph_correction set undone_at = now() where id = $1 and undone_at is null")
                .execute(Tuple.of(id))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Of the last year. */
    Uni<List<CaseCount>> cases() {
        return database.query("""
                        select cause, null as symptom, count(*)::integer as cases from graph_case
                        where at > now() - interval '1 year' group by cause
                        union all
                        select cause, symptom, count(*)::integer from graph_case, unnest(symptoms) as symptom
                        where at > now() - interval '1 year' group by cause, symptom
                        """)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new CaseCount(
                                row.getString("cause"), row.getString("symptom"), row.getInteger("cases")))
                        .toList());
    }

    Uni<Void> keep(UUID conversation, String cause, List<String> symptoms) {
        return database.preparedQuery("""
                        insert into graph_case (conversation_id, cause, symptoms) values ($1, $2, $3)
                        on conflict (conversation_id) do update
                          set cause = excluded.cause, symptoms = excluded.symptoms, at = now()
                        """)
                .execute(Tuple.of(conversation, cause, symptoms.toArray(String[]::new)))
                .replaceWithVoid();
    }

    Uni<Void> forget(UUID conversation) {
        return database.preparedQuery("delete from graph_case where conversation_id = $1")
                .execute(Tuple.of(conversation))
                .replaceWithVoid();
    }

    private static GraphCorrection correction(Row row) {
        @Nullable String kind = row.getString("to_kind");
        return new GraphCorrection(
                row.getLong("id"),
                GraphCorrection.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new FaultGraph.Key(FaultGraph.Kind.valueOf(row.getString("node_kind")), row.getString("node_name")),
                kind == null ? null : new FaultGraph.Key(FaultGraph.Kind.valueOf(kind), row.getString("to_name")),
                row.getString("new_name"),
                row.getString("question"),
                row.getString("by_name"),
                row.getOffsetDateTime("at")
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant());
    }
}
