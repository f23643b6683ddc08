package dev.yiwen.retrieval;

import dev.yiwen.knowledge.Audience;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Finds passages in the database. Every statement holds the rule of who sees what: audience and validity today. */
@Singleton
final class PassageSearch {
    /** Operators write validity in the days of their customers. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String VISIBLE = """
            p.audience = any($1)
              and (p.valid_from is null or p.valid_from <= $2)
              and (p.valid_to is null or p.valid_to >= $2)""";

    private static final String NEAREST = """
            with nearest as materialized (
              select p.id from passage p where %1$s order by p.embedding <=> $3::text::vector limit $4
            )
            select p.id, p.article_id, p.revision, a.slug, r.question, p.audience, p.text,
                   1 - (p.embedding <=> $3::text::vector) as cosine
            from passage p
            join article a on a.id = p.article_id
            join article_revision r on r.article_id = p.article_id and r.revision = p.revision
            where p.id = any (array(select id from nearest) || $5::bigint[]) and %1$s""".formatted(VISIBLE);

    private static final String EXACT = """
            select distinct on (p.article_id)
                   p.id, p.article_id, p.revision, a.slug, r.question, p.audience, p.text, 1.0::float8 as cosine
            from passage p
            join article a on a.id = p.article_id
            join article_revision r on r.article_id = p.article_id and r.revision = p.revision
            where md5(p.key) = md5($3) and p.key = $3 and %s
            order by p.article_id, p.id""".formatted(VISIBLE);

    private final Pool pool;
    private final RetrievalConfig config;
    private final Clock clock = Clock.system(ZONE);

    PassageSearch(Pool pool, RetrievalConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** The passages nearest to a vector, and those named by id as far as they may be seen. */
    Uni<List<PassageRow>> nearest(float[] vector, List<Long> others, Set<Audience> visibleTo) {
        var arguments = visible(visibleTo)
                .addString(Vectors.literal(vector))
                .addInteger(config.densePassages())
                .addArrayOfLong(others.toArray(Long[]::new));
        return pool.preparedQuery(NEAREST).execute(arguments).map(PassageSearch::rows);
    }

    /** One passage of each article that says exactly this. */
    Uni<List<PassageRow>> exact(String key, Set<Audience> visibleTo) {
        return pool.preparedQuery(EXACT)
                .execute(visible(visibleTo).addString(key))
                .map(PassageSearch::rows);
    }

    private Tuple visible(Set<Audience> visibleTo) {
        return Tuple.tuple()
                .addArrayOfString(visibleTo.stream().map(Enum::name).toArray(String[]::new))
                .addLocalDate(LocalDate.now(clock));
    }

    private static List<PassageRow> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PassageRow::of)
                .toList();
    }
}
