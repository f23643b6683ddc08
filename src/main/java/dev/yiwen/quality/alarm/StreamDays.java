package dev.yiwen.quality.alarm;

import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the days of all streams from the facts. */
@Singleton
class StreamDays {
    /** What a day with a declared incident tells of usual ones. */
    private static final double INCIDENT = 0.2;

    private static final String COUNTS = """
            select (f.hour at time zone '%s')::date as day, coalesce(f.topic, '') as topic, coalesce(f.region, '') as region,
              grouping(f.topic) as of_all_topics, grouping(f.region) as of_all_regions, %s
            from conversation_fact f left join satisfaction_estimate e on e.conversation_id = f.conversation_id
            where f.hour >= $1 and f.hour < $2
            group by grouping sets ((1), (1, f.topic), (1, f.region), (1, f.topic, f.region))
            """;

    private static final String FIRST = "select (min(hour) at time zone '%s')::date as day from conversation_fact";

    /** Days on which agents do not serve, by the routing plan; and those of declared incidents, with their regions. */
    private static final String UNUSUAL = """
            select (d #>> '{}')::date as day, 0::double precision as weight, '{}'::text[] as regions
            from (select plan from routing_plan order by version desc limit 1) p,
              jsonb_array_elements(coalesce(p.plan #> '{hours,closed}', '[]')) d
            union all
            select day::date, %s, i.regions from incident i,
              generate_series(date_trunc('day', i.declared_at at time zone '%s'),
                coalesce(i.recovered_at, now()) at time zone '%s', interval '1 day') day
            where not i.drill and coalesce(i.recovered_at, now()) >= $1
            """;

    private final Pool database;

    StreamDays(Pool database) {
        this.database = database;
    }

    private record Unusual(LocalDate day, double weight, List<String> regions) {
        boolean concerns(AlarmStream stream) {
            return regions.isEmpty() || stream.region().isEmpty() || regions.contains(stream.region());
        }
    }

    /**
     * Of each stream of these rules that had anything in this time, each day of it.
     *
     * @param from or the first day of which there is anything, which is later
     */
    Uni<Map<AlarmStream, List<DayCount>>> read(Collection<AlarmRule> rules, LocalDate from, LocalDate to) {
        var zone = HomeZone.id().getId();
        var counts = rules.stream()
                .map(it -> "(" + it.sql() + ")::integer as " + it.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
        var since = midnight(from);
        return Uni.combine()
                .all()
                .unis(
                        database.query(FIRST.formatted(zone)).execute(),
                        database.preparedQuery(COUNTS.formatted(zone, counts))
                                .execute(Tuple.of(since, midnight(to.plusDays(1)))),
                        database.preparedQuery(UNUSUAL.formatted(INCIDENT, zone, zone))
                                .execute(Tuple.of(since)))
                .asTuple()
                .map(it -> {
                    var first = it.getItem1().iterator().next().getLocalDate("day");
                    return first == null
                            ? Map.<AlarmStream, List<DayCount>>of()
                            : days(
                                    counts(rules, it.getItem2()),
                                    unusual(it.getItem3()),
                                    first.isAfter(from) ? first : from,
                                    to);
                });
    }

    private static Map<AlarmStream, Map<LocalDate, Integer>> counts(Collection<AlarmRule> rules, RowSet<Row> rows) {
        var counts = new HashMap<AlarmStream, Map<LocalDate, Integer>>();
        for (var row : rows) {
            boolean allTopics = row.getInteger("of_all_topics") == 1;
            boolean allRegions = row.getInteger("of_all_regions") == 1;
            // What is not known is no place of its own.
            if (!allTopics && row.getString("topic").isEmpty()
                    || !allRegions && row.getString("region").isEmpty()) {
                continue;
            }
            for (var rule : rules) {
                int n = row.getInteger(rule.name().toLowerCase(java.util.Locale.ROOT));
                if (n > 0) {
                    counts.computeIfAbsent(
                                    new AlarmStream(rule, row.getString("topic"), row.getString("region")),
                                    key -> new HashMap<>())
                            .put(row.getLocalDate("day"), n);
                }
            }
        }
        return counts;
    }

    private static List<Unusual> unusual(RowSet<Row> rows) {
        var unusual = new ArrayList<Unusual>();
        for (var row : rows) {
            unusual.add(new Unusual(
                    row.getLocalDate("day"), row.getDouble("weight"), List.of(row.getArrayOfStrings("regions"))));
        }
        return unusual;
    }

    private static Map<AlarmStream, List<DayCount>> days(
            Map<AlarmStream, Map<LocalDate, Integer>> counts, List<Unusual> unusual, LocalDate first, LocalDate last) {
        var days = new HashMap<AlarmStream, List<DayCount>>();
        counts.forEach((stream, of) -> days.put(
                stream,
                first.datesUntil(last.plusDays(1))
                        .map(day -> new DayCount(day, of.getOrDefault(day, 0), weight(stream, day, unusual)))
                        .toList()));
        return days;
    }

    private static double weight(AlarmStream stream, LocalDate day, List<Unusual> unusual) {
        return unusual.stream()
                .filter(it -> it.day().equals(day) && it.concerns(stream))
                .mapToDouble(Unusual::weight)
                .min()
                .orElse(1);
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(HomeZone.id()).toInstant().atOffset(ZoneOffset.UTC);
    }
}
