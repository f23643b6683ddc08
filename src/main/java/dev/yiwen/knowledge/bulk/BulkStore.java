package dev.yiwen.knowledge.bulk;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Editor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The statements over changes of many articles. */
final class BulkStore {
    private static final String COLUMNS = """
            select c.id, c.kind, c.done_by, c.done_at, c.undone_by, c.undone_at,
                   count(a.*) as changed, count(a.*) filter (where not a.undone) as remaining
            from bulk_change c left join bulk_change_article a on a.change_id = c.id""";

    private static final String LATELY = COLUMNS + " group by c.id order by c.done_at desc limit 20";
    private static final String ONE = COLUMNS + " where c.id = $1 group by c.id";

    private static final String BEGIN =
            "insert into bulk_change (id, kind, done_by, done_by_id) values ($1, $2, $3, $4)";
    private static final String NOTE =
            "insert into bulk_change_article (change_id, article_id, before, after) values ($1, $2, $3, $4)";
    private static final String FORGET = "delete from bulk_change_article where change_id = $1 and article_id = $2";
    private static final String NOTHING = """
            delete from bulk_change c where c.id = $1
              and not exists (select from bulk_change_article a where a.change_id = c.id)""";
    private static final String ROWS = """
            select article_id, before, after from bulk_change_article
            where change_id = $1 and not undone order by article_id""";
    private static final String UNDONE_ONE =
            "update bulk_change_article set undone = true where change_id = $1 and article_id = $2";
    private static final String UNDONE = "update bulk_change set undone_by = $2, undone_at = now() where id = $1";

    /** A draft that only the change made; what was there before stands again. */
    private static final String DROP_DRAFT = """
            delete from article_revision
            where article_id = $1 and revision = $2 and state = 'DRAFT' and live_from is null and submitted_at is null
              and not exists (select from article_revision n where n.article_id = $1 and n.revision > $2)""";

    private static final String DRAFT_AGAIN = """
            update article_revision set state = 'DRAFT'
            where article_id = $1 and revision = $2 and state = 'ARCHIVED' and live_from is null""";

    private static final String TAKE_BACK = """
            update article_revision set state = 'DRAFT', submitter = null, submitter_id = null, submitted_at = null
            where article_id = $1 and revision = $2 and state = 'IN_REVIEW\'""";

    private BulkStore() {}

    /** One article of a change. */
    record Done(ArticleId article, int before, int after) {}

    static Uni<List<ChangeOfMany>> lately(SqlClient client) {
        return client.query(LATELY)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(BulkStore::change)
                        .toList());
    }

    static Uni<Optional<ChangeOfMany>> one(SqlClient client, UUID id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(BulkStore::change));
    }

    static Uni<Void> begin(SqlClient client, UUID id, ChangeOfMany.Kind kind, Editor by) {
        return client.preparedQuery(BEGIN)
                .execute(Tuple.of(id, kind.name(), by.name(), by.staff()))
                .replaceWithVoid();
    }

    static Uni<Void> note(SqlClient client, UUID change, Done done) {
        return client.preparedQuery(NOTE)
                .execute(Tuple.of(change, done.article().value(), done.before(), done.after()))
                .replaceWithVoid();
    }

    static Uni<Void> forget(SqlClient client, UUID change, ArticleId article) {
        return client.preparedQuery(FORGET)
                .execute(Tuple.of(change, article.value()))
                .replaceWithVoid();
    }

    /** Of a change that changed nothing. */
    static Uni<Void> forgetEmpty(SqlClient client, UUID change) {
        return client.preparedQuery(NOTHING).execute(Tuple.of(change)).replaceWithVoid();
    }

    static Uni<List<Done>> rows(SqlClient client, UUID change) {
        return client.preparedQuery(ROWS)
                .execute(Tuple.of(change))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Done(
                                ArticleId.of(row.getUUID("article_id")),
                                row.getInteger("before"),
                                row.getInteger("after")))
                        .toList());
    }

    static Uni<Void> undone(SqlClient client, UUID change, ArticleId article) {
        return client.preparedQuery(UNDONE_ONE)
                .execute(Tuple.of(change, article.value()))
                .replaceWithVoid();
    }

    static Uni<Void> undone(SqlClient client, UUID change, Editor by) {
        return client.preparedQuery(UNDONE).execute(Tuple.of(change, by.name())).replaceWithVoid();
    }

    static Uni<Boolean> dropDraft(SqlClient tx, Done done) {
        return tx.preparedQuery(DROP_DRAFT)
                .execute(Tuple.of(done.article().value(), done.after()))
                .map(rows -> rows.rowCount() == 1)
                .call(dropped -> dropped
                        ? tx.preparedQuery(DRAFT_AGAIN)
                                .execute(Tuple.of(done.article().value(), done.before()))
                        : Uni.createFrom().voidItem());
    }

    static Uni<Boolean> takeBack(SqlClient tx, Done done) {
        return tx.preparedQuery(TAKE_BACK)
                .execute(Tuple.of(done.article().value(), done.after()))
                .map(rows -> rows.rowCount() == 1);
    }

    private static ChangeOfMany change(Row row) {
        var undone = row.getOffsetDateTime("undone_at");
        return new ChangeOfMany(
                row.getUUID("id"),
                ChangeOfMany.Kind.valueOf(row.getString("kind")),
                row.getString("done_by"),
                row.getOffsetDateTime("done_at").toInstant(),
                row.getInteger("changed"),
                row.getInteger("remaining"),
                row.getString("undone_by"),
                undone == null ? null : undone.toInstant());
    }
}
