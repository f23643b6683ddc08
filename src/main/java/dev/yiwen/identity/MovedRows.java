package dev.yiwen.identity;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of those who are joined or parted, of all features that have any ({@link MergedRows}). */
@Singleton
final class MovedRows {
    private static final String MEMBERS = "select id from customer where id = $1 or merged_into = $1 order by id";

    private final Instance<MergedRows> features;

    MovedRows(Instance<MergedRows> features) {
        this.features = features;
    }

    /** Who is one with them. */
    Uni<UUID[]> members(SqlConnection open, UUID root) {
        return open.preparedQuery(MEMBERS)
                .execute(Tuple.of(root))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toArray(UUID[]::new));
    }

    /** By table the ids of what was the absorbed customer's. */
    Uni<JsonObject> move(SqlConnection open, UUID survivor, UUID absorbed) {
        var moved = new JsonObject();
        return Multi.createFrom()
                .iterable(tables())
                .onItem()
                .transformToUniAndConcatenate(table -> open.preparedQuery(
                                "update " + table + " set customer_id = $2" + " where customer_id = $1 returning id")
                        .execute(Tuple.of(absorbed, survivor))
                        .invoke(rows -> moved.put(table, ids(rows))))
                .collect()
                .asList()
                .replaceWith(moved);
    }

    /** To each what was theirs, and of what came since what can be told apart. */
    Uni<Void> giveBack(SqlConnection open, Row merge) {
        var survivor = CustomerId.of(merge.getUUID("survivor"));
        var absorbed = merge.getUUID("absorbed");
        var members = merge.getArrayOfUUIDs("members");
        var moved = merge.getJsonObject("moved");
        return members(open, survivor.value())
                .chain(all -> open.preparedQuery("select from customer where id = any($1) order by id for update")
                        .execute(Tuple.tuple().addArrayOfUUID(all)))
                .chain(() -> Multi.createFrom()
                        .iterable(tables())
                        .onItem()
                        .transformToUniAndConcatenate(table -> since(open, table, survivor, members)
                                .chain(since -> open.preparedQuery("update " + table
                                                + " set customer_id = $1 where customer_id = $2 and id = any($3)")
                                        .execute(Tuple.tuple()
                                                .addUUID(absorbed)
                                                .addUUID(survivor.value())
                                                .addArrayOfUUID(all(moved.getJsonArray(table), since)))))
                        .collect()
                        .asList())
                .chain(() -> open.preparedQuery("update customer set merged_into = nullif($2, id) where id = any($1)")
                        .execute(Tuple.of(members, absorbed)))
                .chain(() -> open.preparedQuery("""
                                update customer set tags = array(select t from unnest(tags) with ordinality u(t, n)
                                  where t <> all($2) order by n) where id = $1
                                """)
                        .execute(Tuple.of(survivor.value(), merge.getArrayOfStrings("tags_added"))))
                .chain(() -> inTurn(it -> it.parted(open, survivor, List.of(members))));
    }

    private Uni<List<UUID>> since(SqlConnection open, String table, CustomerId survivor, UUID[] parting) {
        return Multi.createFrom()
                .iterable(features.stream().toList())
                .onItem()
                .transformToUniAndConcatenate(it -> it.since(open, table, survivor, List.of(parting)))
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(List::stream).toList());
    }

    private List<String> tables() {
        return features.stream().flatMap(it -> it.tables().stream()).toList();
    }

    /** Each feature after the other. */
    Uni<Void> inTurn(Function<MergedRows, Uni<Void>> ask) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var feature : features.stream().toList()) {
            all = all.chain(() -> ask.apply(feature));
        }
        return all;
    }

    private static JsonArray ids(Iterable<Row> rows) {
        var ids = new JsonArray();
        rows.forEach(row -> ids.add(row.getUUID("id").toString()));
        return ids;
    }

    private static UUID[] all(@Nullable JsonArray moved, List<UUID> since) {
        var all = new ArrayList<>(since);
        if (moved != null) {
            moved.forEach(it -> all.add(UUID.fromString(String.valueOf(it))));
        }
        return all.toArray(UUID[]::new);
    }
}
