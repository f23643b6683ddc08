package dev.yiwen.knowledge.usefulness;

import dev.yiwen.knowledge.ArticleCounts.Count;
import dev.yiwen.knowledge.ArticleId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements that write counts. */
final class UseStore {
    private static final String RUN = "select counted_at, again_at from article_use_run";
    private static final String RAN =
            "update article_use_run set counted_at = $1, again_at = case when $2 then $1 else again_at end";
    private static final String CLEAR = "delete from article_use where day = $1 or day < $1 - 400";
    private static final String ADD = """
            insert into article_use (article_id, revision, day, measure, n)
            select a.id, c.revision, $1, c.measure, sum(c.n)
            from unnest($2::text[], $3::integer[], $4::text[], $5::integer[]) as c(slug, revision, measure, n)
            join article a on a.slug = c.slug
            group by 1, 2, 4""";
    private static final String CHECK = """
            insert into article_check (article_id, checked_at, checker) select id, now(), $2 from article where id = $1
            on conflict (article_id) do update set checked_at = excluded.checked_at, checker = excluded.checker""";

    private UseStore() {}

    /**
     * @param countedAt null before the first time
     * @param againAt when the last days were counted again
     */
    record Run(@Nullable Instant countedAt, @Nullable Instant againAt) {}

    static Uni<Run> run(SqlClient client) {
        return client.query(RUN)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new Run(instant(row, "counted_at"), instant(row, "again_at")));
    }

    static Uni<Void> ran(SqlClient client, Instant at, boolean again) {
        return client.preparedQuery(RAN)
                .execute(Tuple.of(OffsetDateTime.ofInstant(at, ZoneOffset.UTC), again))
                .replaceWithVoid();
    }

    /** What a day's counts are from now on; of articles that are gone there are none. */
    static Uni<Void> replace(SqlClient client, LocalDate day, List<Count> counts) {
        var values = Tuple.tuple()
                .addLocalDate(day)
                .addArrayOfString(counts.stream().map(Count::slug).toArray(String[]::new))
                .addArrayOfInteger(counts.stream().map(Count::revision).toArray(Integer[]::new))
                .addArrayOfString(counts.stream().map(it -> it.measure().name()).toArray(String[]::new))
                .addArrayOfInteger(counts.stream().map(Count::n).toArray(Integer[]::new));
        return client.preparedQuery(CLEAR)
                .execute(Tuple.of(day))
                .chain(() -> client.preparedQuery(ADD).execute(values))
                .replaceWithVoid();
    }

    /** False for an unknown article. */
    static Uni<Boolean> check(SqlClient client, ArticleId article, String by) {
        return client.preparedQuery(CHECK)
                .execute(Tuple.of(article.value(), by))
                .map(rows -> rows.rowCount() == 1);
    }

    private static @Nullable Instant instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
