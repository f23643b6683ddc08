package dev.yiwen.quality.metric;

import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each figure of today so far, and of the same weekday a week ago until the same time of day. */
@Singleton
class Today {
    private static final String SUMS = Arrays.stream(Measure.values())
            .map(it -> "coalesce(sum(%1$s), 0)::bigint as %3$s_n, coalesce(sum(%2$s), 0)::bigint as %3$s_total"
                    .formatted(it.count(), it.total(), it.name()))
            .collect(Collectors.joining(
                    ",\n",
                    "select ",
                    " from conversation_fact f where f.hour >= $1 and f.hour <= $2 and f.opened_at <= $2"));

    private final Pool database;

    Today(Pool database) {
        this.database = database;
    }

    /** @param usual a week ago, until the same time of day */
    record Tile(Metric metric, Value today, Value usual) {}

    /** Of quotients alone; quantiles are asked for one by one. */
    Uni<List<Tile>> tiles(InstantSource clock) {
        var now = clock.instant();
        var day = now.atZone(HomeZone.id()).toLocalDate();
        var midnight = day.atStartOfDay(HomeZone.id());
        var before = now.atZone(HomeZone.id()).minusWeeks(1).toInstant();
        return Uni.combine()
                .all()
                .unis(
                        sums(midnight.toInstant(), now),
                        sums(midnight.minusWeeks(1).toInstant(), before))
                .asTuple()
                .map(it -> Stream.of(Metric.values())
                        .filter(metric -> metric.measure() != null)
                        .map(metric -> new Tile(metric, value(metric, it.getItem1()), value(metric, it.getItem2())))
                        .toList());
    }

    private Uni<Row> sums(Instant from, Instant to) {
        return database.preparedQuery(SUMS)
                .execute(Tuple.of(at(from), at(to)))
                .map(rows -> rows.iterator().next());
    }

    private static Value value(Metric metric, Row row) {
        var measure = java.util.Objects.requireNonNull(metric.measure());
        var name = measure.name().toLowerCase(java.util.Locale.ROOT);
        return Value.of(metric.kind(), row.getLong(name + "_n"), row.getLong(name + "_total"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
