package dev.yiwen.knowledge.snippet;

import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.snippet.Snippet.SnippetChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements over {@code snippet} and its changes. */
final class SnippetStore {
    private static final String COLUMNS = "select id, name, value, version, changed_by, changed_at from snippet";
    private static final String LIST = COLUMNS + " order by name";
    private static final String ONE = COLUMNS + " where id = $1";
    private static final String LOCK = ONE + " for update";
    private static final String INSERT =
            "insert into snippet (id, name, value, changed_by) values ($1, $2, $3, $4) on conflict (name) do nothing";
    private static final String UPDATE = """
            update snippet set value = $2, version = version + 1, changed_by = $3, changed_at = clock_timestamp()
            where id = $1""";
    private static final String DELETE = "delete from snippet where id = $1";
    private static final String NOTE = """
            insert into snippet_change (snippet_id, name, before, after, reason, author, author_id)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String CHANGES = """
            select before, after, reason, author, at from snippet_change where snippet_id = $1
            order by id desc limit 100""";

    private SnippetStore() {}

    static Uni<List<Snippet>> list(SqlClient client) {
        return client.query(LIST).execute().map(SnippetStore::all);
    }

    static Uni<Optional<Snippet>> one(SqlClient client, UUID id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(it -> all(it).stream().findFirst());
    }

    static Uni<Optional<Snippet>> locked(SqlClient tx, UUID id) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .map(it -> all(it).stream().findFirst());
    }

    /** False when the name is taken. */
    static Uni<Boolean> insert(SqlClient tx, UUID id, String name, String value, Editor by) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(id, name, value, by.name()))
                .map(it -> it.rowCount() == 1);
    }

    static Uni<Void> update(SqlClient tx, UUID id, String value, Editor by) {
        return tx.preparedQuery(UPDATE).execute(Tuple.of(id, value, by.name())).replaceWithVoid();
    }

    static Uni<Void> delete(SqlClient tx, UUID id) {
        return tx.preparedQuery(DELETE).execute(Tuple.of(id)).replaceWithVoid();
    }

    static Uni<Void> note(
            SqlClient tx,
            UUID id,
            String name,
            @Nullable String before,
            @Nullable String after,
            String reason,
            Editor by) {
        var values = Tuple.tuple()
                .addUUID(id)
                .addString(name)
                .addString(before)
                .addString(after)
                .addString(reason)
                .addString(by.name())
                .addUUID(by.staff());
        return tx.preparedQuery(NOTE).execute(values).replaceWithVoid();
    }

    /** Newest first. */
    static Uni<List<SnippetChange>> changes(SqlClient client, UUID id) {
        return client.preparedQuery(CHANGES)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(it -> new SnippetChange(
                                it.getString("before"),
                                it.getString("after"),
                                it.getString("reason"),
                                it.getString("author"),
                                it.getOffsetDateTime("at").toInstant()))
                        .toList());
    }

    private static List<Snippet> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(it -> new Snippet(
                        it.getUUID("id"),
                        it.getString("name"),
                        it.getString("value"),
                        it.getInteger("version"),
                        it.getString("changed_by"),
                        it.getOffsetDateTime("changed_at").toInstant(),
                        List.of()))
                .toList();
    }
}
