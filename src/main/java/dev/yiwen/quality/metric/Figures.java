package dev.yiwen.quality.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads figures: from the sums where one dimension is asked for, from the facts where several are, or where order matters. */
@Singleton
class Figures {
    private static final String SUMS = """
            select %s as key, sum(n)::bigint as n, sum(total)::bigint as total from figure_hour
            where measure = $1 and dimension = $2 and hour >= $3 and hour < $4 and ($5::text is null or %s)
            group by 1 having sum(n) <> 0 order by 1
            """;

    private static final String COUNTS = """
            select %s as key, sum(n)::bigint as n, sum(total)::bigint as total
            from (select f.hour, %s as member, %s as n, %s as total from conversation_fact f where %s) f
            group by 1 having sum(n) <> 0 order by 1
            """;

    private static final String QUANTILES = """
            select %s as key, count(*) as n, percentile_disc(array[0.5, 0.9]) within group (order by waited_ms) as q
            from (select f.hour, %s as member, f.waited_ms from conversation_fact f where %s and %s) f
            group by 1 order by 1
            """;

    /**
     * The same by day: an index has them by hour, so that each day is read and put in order alone, and no row need be asked for its day.
     * To put 90 days in order by their names takes four times as long.
     */
    private static final String DAYS_QUANTILES = """
            select to_char(d.day, 'YYYY-MM-DD') as key, it.n, it.q
            from generate_series(date_trunc('day', $1 at time zone '%1$s'), date_trunc('day', $2 at time zone '%1$s') - interval '1 day', '1 day') d (day)
            cross join lateral (
              select count(*) as n, percentile_disc(array[0.5, 0.9]) within group (order by f.waited_ms) as q from conversation_fact f
              where f.hour >= d.day at time zone '%1$s' and f.hour < (d.day + interval '1 day') at time zone '%1$s' and %2$s and %3$s) it
            where it.n > 0 order by 1
            """;

    private static final String NAMES = """
            select id::text as id, name from staff where $2 = 'AGENT' and id::text = any($1)
            union all select id, name from topic where $2 = 'TOPIC' and id = any($1)
            union all select a.slug, r.question from article a join article_revision r on r.article_id = a.id
              where $2 = 'ARTICLE' and a.slug = any($1) and r.revision =
                (select v.revision from article_revision v where v.article_id = a.id order by v.state = 'PUBLISHED' desc, v.revision desc limit 1)
            union all select g ->> 'id', g ->> 'name' from jsonb_array_elements(case when $2 = 'GROUP' then
              (select plan -> 'groups' from routing_plan order by version desc limit 1) else '[]' end) g
            """;

    /** What {@code ./yiwen example-data} has added; as an index finds it. */
    private static final String INVENTED = """
            select exists (select from customer where external_id >= 'example-data:' and external_id < 'example-data;')
            """;

    private final Pool database;

    Figures(Pool database) {
        this.database = database;
    }

    /**
     * A figure in its parts.
     *
     * @param version of the formula
     * @param all of everything that was asked for, whatever it is divided by
     * @param invented example data are there, and may be among what counts
     * @param leftOut how many do not count, or not yet, as the definition says; absent where there is no such thing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            Metric metric,
            int version,
            LocalDate from,
            LocalDate to,
            By by,
            Value all,
            List<Part> parts,
            @Nullable Long leftOut,
            boolean invented) {}

    /** @param key a day, an hour, a channel, the id of a topic, an agent or a group, a region, a tier, the name of an article, a product; empty: not known */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(String key, @Nullable String name, Value value) {}

    Uni<Answer> of(Metric metric, By by, Asked asked) {
        return Uni.combine()
                .all()
                .unis(
                        parts(metric, By.ALL, asked),
                        by == By.ALL
                                ? Uni.createFrom().item(List.<Part>of())
                                : parts(metric, by, asked).chain(it -> named(by, it)),
                        leftOut(metric, asked),
                        invented())
                .asTuple()
                .map(it -> new Answer(
                        metric,
                        metric.version(),
                        asked.from(),
                        asked.to(),
                        by,
                        it.getItem1().isEmpty()
                                ? Value.none()
                                : it.getItem1().getFirst().value(),
                        it.getItem2(),
                        metric.leftOut() == null ? null : it.getItem3(),
                        it.getItem4()));
    }

    private Uni<List<Part>> parts(Metric metric, By by, Asked asked) {
        var measure = metric.measure();
        return (measure == null ? quantiles(metric, by, asked) : sums(measure, by, asked))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Part(row.getString("key"), null, value(metric, row)))
                        .toList());
    }

    private static Value value(Metric metric, Row row) {
        if (metric.kind() != Metric.Kind.QUANTILES) {
            return Value.of(metric.kind(), row.getLong("n"), row.getLong("total"));
        }
        var quantiles = (Long[]) Objects.requireNonNull(row.getArrayOfLongs("q"));
        return Value.quantiles(row.getLong("n"), quantiles[0], quantiles[1]);
    }

    private Uni<RowSet<Row>> sums(Measure measure, By by, Asked asked) {
        var dimension = asked.summed(by);
        var key = by.key(HomeZone.id().getId());
        if (dimension == null) {
            return database.preparedQuery(COUNTS.formatted(
                            key, by.dimension().member(), measure.count(), measure.total(), asked.facts()))
                    .execute(asked.parameters());
        }
        var range = asked.range();
        return database.preparedQuery(SUMS.formatted(key, dimension.isIn("member", "$5")))
                .execute(Tuple.tuple()
                        .addString(measure.name())
                        .addString(dimension.name())
                        .addValue(range.getValue(0))
                        .addValue(range.getValue(1))
                        .addString(asked.only().get(dimension)));
    }

    private Uni<RowSet<Row>> quantiles(Metric metric, By by, Asked asked) {
        var zone = HomeZone.id().getId();
        var sql = by == By.DAY
                ? DAYS_QUANTILES.formatted(zone, asked.facts(), metric.condition())
                : QUANTILES.formatted(by.key(zone), by.dimension().member(), asked.facts(), metric.condition());
        return database.preparedQuery(sql).execute(asked.parameters());
    }

    private Uni<Long> leftOut(Metric metric, Asked asked) {
        var measure = metric.leftOut();
        return measure == null
                ? Uni.createFrom().item(0L)
                : sums(measure, By.ALL, asked)
                        .map(rows ->
                                rows.size() == 0 ? 0L : rows.iterator().next().getLong("n"));
    }

    private Uni<Boolean> invented() {
        return database.query(INVENTED)
                .execute()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<List<Part>> named(By by, List<Part> parts) {
        return database.preparedQuery(NAMES)
                .execute(Tuple.tuple()
                        .addArrayOfString(parts.stream().map(Part::key).toArray(String[]::new))
                        .addString(by.dimension().name()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(java.util.stream.Collectors.toMap(
                                row -> row.getString("id"), row -> row.getString("name"), (a, b) -> a)))
                .map(names -> parts.stream()
                        .map(it -> new Part(it.key(), names.get(it.key()), it.value()))
                        .toList());
    }
}
