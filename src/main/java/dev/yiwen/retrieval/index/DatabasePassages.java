package dev.yiwen.retrieval.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.retrieval.RetrievalConfig;
import dev.yiwen.retrieval.embedding.Vectors;
import dev.yiwen.shared.Caches;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Passages searched in the database, by pgvector's HNSW index, where there are too many to hold. It answers with ids and
 * similarities; the rows themselves are kept here once they were read.
 */
@Singleton
final class DatabasePassages implements Passages {
    private static final String VISIBLE = """
            p.audience = any($1)
              and (p.valid_from is null or p.valid_from <= $2)
              and (p.valid_to is null or p.valid_to >= $2)""";

    // The vector is made once: as a parameter it would be made again for every row that it is compared with.
    static final String NEAREST = """
            with query as materialized (select $3::real[]::vector as vector),
            nearest as materialized (
              select p.id from passage p where %1$s order by p.embedding <=> (select vector from query) limit $4
            )
            select p.id, 1 - (p.embedding <=> (select vector from query)) as cosine
            from passage p
            where p.id = any (array(select id from nearest) || $5::bigint[]) and %1$s""".formatted(VISIBLE);

    /** Two partial indexes know which these are. */
    private static final String OUT_OF_DATE = """
            with query as materialized (select $3::real[]::vector as vector)
            select p.id, 1 - (p.embedding <=> (select vector from query)) as cosine
            from passage p
            where p.audience = any($1) and (p.valid_from > $2 or p.valid_to < $2)
            order by cosine desc, p.id
            limit $4""";

    private static final String EXACT = """
            select distinct on (p.article_id) %s from %s
            where md5(p.key) = md5($3) and p.key = $3 and %s
            order by p.article_id, p.id""".formatted(Passage.COLUMNS, Passage.TABLES, VISIBLE);

    private static final String BY_ID =
            "select %s from %s where p.id = any($1)".formatted(Passage.COLUMNS, Passage.TABLES);

    private final Pool pool;
    private final Cache<Long, Passage> read;

    DatabasePassages(Pool pool, RetrievalConfig config) {
        this.pool = pool;
        read = Caches.measured("passages", Caffeine.newBuilder().maximumSize(config.passageCache()));
    }

    @Override
    public Uni<List<PassageRow>> exact(String key, Viewer viewer) {
        return pool.preparedQuery(EXACT)
                .execute(arguments(viewer).addString(key))
                .map(rows -> rows(rows).map(it -> Passage.of(it).withCosine(1)).toList());
    }

    @Override
    public Uni<List<PassageRow>> nearest(float[] vector, int count, List<Long> others, Viewer viewer) {
        return pool.preparedQuery(NEAREST)
                .execute(arguments(vector, count, others, viewer))
                .chain(this::withPassages);
    }

    @Override
    public Uni<List<PassageRow>> outOfDate(float[] vector, int count, Viewer viewer) {
        return pool.preparedQuery(OUT_OF_DATE)
                .execute(
                        arguments(viewer).addArrayOfFloat(Vectors.boxed(vector)).addInteger(count))
                .chain(this::withPassages);
    }

    /** Of {@link #NEAREST}. */
    static Tuple arguments(float[] vector, int count, List<Long> others, Viewer viewer) {
        return arguments(viewer)
                .addArrayOfFloat(Vectors.boxed(vector))
                .addInteger(count)
                .addArrayOfLong(others.toArray(Long[]::new));
    }

    private Uni<List<PassageRow>> withPassages(RowSet<Row> found) {
        var cosines = new LinkedHashMap<Long, Double>();
        found.forEach(row -> cosines.put(row.getLong("id"), row.getDouble("cosine")));
        Map<Long, Passage> known = new HashMap<>(read.getAllPresent(cosines.keySet()));
        return missing(cosines, known).map(missing -> {
            missing.forEach(it -> known.put(it.id(), it));
            var rows = new ArrayList<PassageRow>(cosines.size());
            cosines.forEach((id, cosine) -> {
                var passage = known.get(id);
                // Null when it was deleted since it was found.
                if (passage != null) {
                    rows.add(passage.withCosine(cosine));
                }
            });
            return List.copyOf(rows);
        });
    }

    private Uni<List<Passage>> missing(Map<Long, Double> wanted, Map<Long, Passage> known) {
        var ids = wanted.keySet().stream().filter(it -> !known.containsKey(it)).toArray(Long[]::new);
        if (ids.length == 0) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.tuple().addArrayOfLong(ids))
                .map(rows -> rows(rows).map(Passage::of).toList())
                .invoke(all -> all.forEach(it -> read.put(it.id(), it)));
    }

    private static Tuple arguments(Viewer viewer) {
        return Tuple.tuple().addArrayOfString(viewer.audienceNames()).addLocalDate(viewer.day());
    }

    private static Stream<Row> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
