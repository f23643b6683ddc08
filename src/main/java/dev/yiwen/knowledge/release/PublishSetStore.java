package dev.yiwen.knowledge.release;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Editor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements over {@code publish_set} and its articles. */
final class PublishSetStore {
    private static final String COLUMNS =
            "select id, name, state, goes_live_at, created_by, created_at, publisher, published_at from publish_set";

    private static final String LIST = COLUMNS + " order by state = 'PUBLISHED', created_at desc limit 60";

    private static final String ONE = COLUMNS + " where id = $1";

    private static final String ENTRIES = """
            select s.set_id, a.id, a.slug, r.revision, r.question, r.state
            from publish_set_article s join article a on a.id = s.article_id
            join lateral (select revision, question, state from article_revision v
                          where v.article_id = a.id and (s.revision is null or v.revision = s.revision)
                          order by v.revision desc limit 1) r on true
            where s.set_id = any($1) order by a.slug""";

    private static final String INSERT = "insert into publish_set (id, name, created_by) values ($1, $2, $3)";

    private static final String ADD = """
            insert into publish_set_article (set_id, article_id, added_by)
            select id, $2, $3 from publish_set where id = $1 and state = 'OPEN' on conflict do nothing""";

    private static final String REMOVE = """
            delete from publish_set_article s using publish_set p
            where p.id = s.set_id and p.state = 'OPEN' and s.set_id = $1 and s.article_id = $2""";

    private static final String DELETE = "delete from publish_set where id = $1 and state = 'OPEN'";

    /** Rows are locked in the order of their ids, so that no two transactions wait for each other. */
    private static final String LOCK =
            "select state, coalesce(goes_live_at <= clock_timestamp(), false) as due from publish_set where id = $1 for update";

    private static final String MEMBERS =
            "select article_id from publish_set_article where set_id = $1 order by article_id";

    private static final String PUBLISHED = """
            update publish_set set state = 'PUBLISHED', published_at = $2, publisher = coalesce($3, publisher),
              publisher_id = case when $3::text is null then publisher_id else $4 end
            where id = $1""";

    private static final String NOTE =
            "update publish_set_article set revision = $3 where set_id = $1 and article_id = $2";

    private static final String SCHEDULE = """
            update publish_set set state = 'SCHEDULED', goes_live_at = $2, publisher = $3, publisher_id = $4 where id = $1""";

    private static final String OPEN_AGAIN =
            "update publish_set set state = 'OPEN', goes_live_at = null, publisher = null, publisher_id = null where id = $1";

    private static final String SOON = """
            select id, greatest(0, ceil(extract(epoch from goes_live_at - clock_timestamp()) * 1000))::bigint as millis
            from publish_set where state = 'SCHEDULED' and goes_live_at <= now() + interval '12 seconds'""";

    private PublishSetStore() {}

    /** What is still to come first, with its articles. */
    static Uni<List<PublishSet>> list(SqlClient client) {
        return client.query(LIST).execute().chain(rows -> filled(client, sets(rows)));
    }

    static Uni<Optional<PublishSet>> one(SqlClient client, UUID id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .chain(rows -> filled(client, sets(rows)))
                .map(all -> all.stream().findFirst());
    }

    private static Uni<List<PublishSet>> filled(SqlClient client, List<PublishSet> sets) {
        return client.preparedQuery(ENTRIES)
                .execute(Tuple.of(sets.stream().map(PublishSet::id).toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, List<PublishSet.Entry>> entries = StreamSupport.stream(rows.spliterator(), false)
                            .collect(Collectors.groupingBy(
                                    row -> row.getUUID("set_id"),
                                    Collectors.mapping(PublishSetStore::entry, Collectors.toList())));
                    return sets.stream()
                            .map(it -> it.with(entries.getOrDefault(it.id(), List.of())))
                            .toList();
                });
    }

    static Uni<Void> insert(SqlClient client, UUID id, String name, Editor by) {
        return client.preparedQuery(INSERT)
                .execute(Tuple.of(id, name, by.name()))
                .replaceWithVoid();
    }

    static Uni<Void> add(SqlClient client, UUID set, ArticleId article, Editor by) {
        return client.preparedQuery(ADD)
                .execute(Tuple.of(set, article.value(), by.name()))
                .replaceWithVoid();
    }

    static Uni<Void> remove(SqlClient client, UUID set, ArticleId article) {
        return client.preparedQuery(REMOVE)
                .execute(Tuple.of(set, article.value()))
                .replaceWithVoid();
    }

    static Uni<Boolean> delete(SqlClient client, UUID set) {
        return client.preparedQuery(DELETE).execute(Tuple.of(set)).map(rows -> rows.rowCount() == 1);
    }

    /** As it is until the transaction ends. */
    record Locked(PublishSet.State state, boolean due) {}

    static Uni<Optional<Locked>> lock(SqlClient tx, UUID set) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(set))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row ->
                                new Locked(PublishSet.State.valueOf(row.getString("state")), row.getBoolean("due"))));
    }

    static Uni<List<ArticleId>> members(SqlClient client, UUID set) {
        return client.preparedQuery(MEMBERS)
                .execute(Tuple.of(set))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> ArticleId.of(row.getUUID("article_id")))
                        .toList());
    }

    static Uni<Void> published(SqlClient tx, UUID set, OffsetDateTime now, @Nullable Editor by) {
        return tx.preparedQuery(PUBLISHED)
                .execute(who(Tuple.tuple().addUUID(set).addOffsetDateTime(now), by))
                .replaceWithVoid();
    }

    static Uni<Void> note(SqlClient tx, UUID set, Article revision) {
        return tx.preparedQuery(NOTE)
                .execute(Tuple.of(set, revision.id().value(), revision.revision()))
                .replaceWithVoid();
    }

    static Uni<Void> schedule(SqlClient tx, UUID set, Instant at, Editor by) {
        return tx.preparedQuery(SCHEDULE)
                .execute(who(Tuple.tuple().addUUID(set).addOffsetDateTime(at.atOffset(ZoneOffset.UTC)), by))
                .replaceWithVoid();
    }

    static Uni<Void> openAgain(SqlClient tx, UUID set) {
        return tx.preparedQuery(OPEN_AGAIN).execute(Tuple.of(set)).replaceWithVoid();
    }

    /** Milliseconds to the moment of those that come within seconds. */
    static Uni<Map<UUID, Long>> soon(SqlClient client) {
        return client.query(SOON)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getLong("millis"))));
    }

    private static List<PublishSet> sets(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new PublishSet(
                        row.getUUID("id"),
                        row.getString("name"),
                        PublishSet.State.valueOf(row.getString("state")),
                        time(row, "goes_live_at"),
                        row.getString("created_by"),
                        row.getOffsetDateTime("created_at").toInstant(),
                        row.getString("publisher"),
                        time(row, "published_at"),
                        List.of()))
                .toList();
    }

    private static PublishSet.Entry entry(Row row) {
        return new PublishSet.Entry(
                ArticleId.of(row.getUUID("id")),
                row.getString("slug"),
                row.getString("question"),
                row.getInteger("revision"),
                Article.State.valueOf(row.getString("state")));
    }

    private static Tuple who(Tuple tuple, @Nullable Editor by) {
        return tuple.addString(by == null ? null : by.name()).addUUID(by == null ? null : by.staff());
    }

    private static @Nullable Instant time(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
