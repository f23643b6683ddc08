package dev.yiwen.knowledge.snippet;

import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.snippet.Snippet.Proposal;
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
    private static final String COLUMNS = """
            select id, name, value, version, changed_by, changed_at, proposed_value, proposed_reason, proposed_by,
                   proposed_by_id, proposed_at, unseen_by, unseen_by_id
            from snippet""";
    private static final String LIST = COLUMNS + " order by name";
    private static final String ONE = COLUMNS + " where id = $1";
    private static final String LOCK = ONE + " for update";
    private static final String INSERT =
            "insert into snippet (id, name, value, changed_by) values ($1, $2, $3, $4) on conflict (name) do nothing";
    private static final String NOTHING_PROPOSED =
            "proposed_value = null, proposed_reason = null, proposed_by = null, proposed_by_id = null, proposed_at = null";
    private static final String UPDATE = "update snippet set value = $2, version = version + 1, changed_by = $3, "
            + "changed_at = clock_timestamp(), unseen_by = $4, unseen_by_id = $5, "
            + NOTHING_PROPOSED
            + " where id = $1";
    private static final String PROPOSE = """
            update snippet
            set version = version + 1, proposed_value = $2, proposed_reason = $3, proposed_by = $4, proposed_by_id = $5,
                proposed_at = clock_timestamp()
            where id = $1""";
    private static final String WITHDRAW = "update snippet set version = version + 1, " + NOTHING_PROPOSED
            + " where id = $1 and version = $2 and proposed_value is not null";
    private static final String SEEN = "update snippet set unseen_by = null, unseen_by_id = null where id = $1";
    private static final String CONFIRMED = """
            update snippet_change set confirmer = $2
            where id = (select max(id) from snippet_change where snippet_id = $1)""";
    private static final String DELETE = "delete from snippet where id = $1";
    private static final String NOTE = """
            insert into snippet_change (snippet_id, name, before, after, reason, author, author_id, confirmer)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String CHANGES = """
            select before, after, reason, author, confirmer, at from snippet_change where snippet_id = $1
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

    /**
     * A value that nobody else changes until the transaction ends.
     *
     * @param proposer who proposed what is to be looked at; null without
     * @param hasty who changed it at once; null without
     */
    record Locked(
            Snippet snippet,
            @Nullable Editor proposer,
            @Nullable Editor hasty) {}

    static Uni<Optional<Locked>> locked(SqlClient tx, UUID id) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(it -> new Locked(
                                snippet(it),
                                editor(it, "proposed_by", "proposed_by_id"),
                                editor(it, "unseen_by", "unseen_by_id")))
                        .findFirst());
    }

    private static @Nullable Editor editor(Row row, String name, String id) {
        var by = row.getString(name);
        return by == null ? null : new Editor(by, row.getUUID(id));
    }

    /** False when the name is taken. */
    static Uni<Boolean> insert(SqlClient tx, UUID id, String name, String value, Editor by) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.of(id, name, value, by.name()))
                .map(it -> it.rowCount() == 1);
    }

    /** @param unseen who must be looked after; null when somebody else has looked, or nobody need */
    static Uni<Void> update(SqlClient tx, UUID id, String value, Editor by, @Nullable Editor unseen) {
        var values = Tuple.of(id, value, by.name())
                .addString(unseen == null ? null : unseen.name())
                .addUUID(unseen == null ? null : unseen.staff());
        return tx.preparedQuery(UPDATE).execute(values).replaceWithVoid();
    }

    static Uni<Void> propose(SqlClient tx, UUID id, String value, String reason, Editor by) {
        return tx.preparedQuery(PROPOSE)
                .execute(Tuple.of(id, value, reason, by.name(), by.staff()))
                .replaceWithVoid();
    }

    /** False when there is nothing proposed, or another version. */
    static Uni<Boolean> withdraw(SqlClient client, UUID id, int version) {
        return client.preparedQuery(WITHDRAW).execute(Tuple.of(id, version)).map(it -> it.rowCount() == 1);
    }

    /** Somebody else has looked at the last change. */
    static Uni<Void> seen(SqlClient tx, UUID id, Editor by) {
        return tx.preparedQuery(SEEN)
                .execute(Tuple.of(id))
                .chain(() -> tx.preparedQuery(CONFIRMED).execute(Tuple.of(id, by.name())))
                .replaceWithVoid();
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
            Editor by,
            @Nullable Editor confirmer) {
        var values = Tuple.tuple()
                .addUUID(id)
                .addString(name)
                .addString(before)
                .addString(after)
                .addString(reason)
                .addString(by.name())
                .addUUID(by.staff())
                .addString(confirmer == null ? null : confirmer.name());
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
                                it.getString("confirmer"),
                                it.getOffsetDateTime("at").toInstant()))
                        .toList());
    }

    private static List<Snippet> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(SnippetStore::snippet)
                .toList();
    }

    private static Snippet snippet(Row row) {
        var proposed = row.getString("proposed_value");
        return new Snippet(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("value"),
                row.getInteger("version"),
                row.getString("changed_by"),
                row.getOffsetDateTime("changed_at").toInstant(),
                proposed == null
                        ? null
                        : new Proposal(
                                proposed,
                                row.getString("proposed_reason"),
                                row.getString("proposed_by"),
                                row.getOffsetDateTime("proposed_at").toInstant()),
                row.getString("unseen_by"),
                List.of());
    }
}
