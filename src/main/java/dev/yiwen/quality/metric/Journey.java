package dev.yiwen.quality.metric;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** The way of conversations over channels, bot, queue, agents and tickets to how they ended, and how long they were at each. */
@Singleton
class Journey {
    /** Where one came from, each station once, and how it ended, over a fact {@code f}: {@code >WEB>BOT>QUEUE>AGENT>SETTLED>}. */
    static final String PATH = """
            concat_ws('>', '', f.channel, case when f.bot_ms is not null then 'BOT' end, case when f.waited_ms is not null then 'QUEUE' end,
              case when f.handled_ms is not null or f.answered then 'AGENT' end, case when f.transfers > 0 then 'COLLEAGUE' end,
              case when f.tickets > 0 then 'TICKET' end,
              case when f.closed_at is null then 'OPEN' when f.abandoned then 'GONE'
                when f.handled_ms is not null or f.answered or f.bot_ms is null then
                  case when coalesce(f.disposition, 'resolved') = 'resolved' then 'SETTLED' else 'UNSETTLED' end
                else case %s when 'CONFIRMED' then 'SETTLED' when 'QUIET' then 'SETTLED' when 'LEFT' then 'LEFT' else 'UNRIPE' end end,
              case when f.followed then 'BACK' end, '')""".formatted(Measure.OUTCOME);

    private static final String LINKS = """
            select s.part[i] as from, s.part[i + 1] as to, sum(s.n)::bigint as n
            from (select string_to_array(trim('>' from p.path), '>') as part, p.n
                  from (select %s as path, count(*) as n from conversation_fact f where %s group by 1) p) s,
              generate_series(1, cardinality(s.part) - 1) i
            group by 1, 2 order by 3 desc, 1, 2
            """;

    private static final String TIMES = """
            select station, count(ms) as n, percentile_disc(array[0.5, 0.9]) within group (order by ms) as q
            from conversation_fact f, lateral (values ('BOT', f.bot_ms), ('QUEUE', f.waited_ms), ('AGENT', f.handled_ms),
              ('TICKET', f.ticket_ms)) t (station, ms)
            where ms is not null and %s group by 1
            """;

    private final Pool database;

    Journey(Pool database) {
        this.database = database;
    }

    /** @param from a channel, or a station; {@code to} a station, or an end */
    record Link(String from, String to, long n) {}

    /**
     * How long conversations were at a station.
     *
     * @param medianMs half of them no longer, {@code p90Ms} nine in ten
     */
    record Stay(String station, long n, long medianMs, long p90Ms) {}

    record Ways(List<Link> links, List<Stay> stays) {}

    Uni<Ways> of(Asked asked) {
        return Uni.combine()
                .all()
                .unis(
                        database.preparedQuery(LINKS.formatted(PATH, asked.facts()))
                                .execute(asked.parameters())
                                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                        .map(row ->
                                                new Link(row.getString("from"), row.getString("to"), row.getLong("n")))
                                        .toList()),
                        database.preparedQuery(TIMES.formatted(asked.facts()))
                                .execute(asked.parameters())
                                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                        .map(Journey::stay)
                                        .toList()))
                .asTuple()
                .map(it -> new Ways(it.getItem1(), it.getItem2()));
    }

    private static Stay stay(Row row) {
        var quantiles = (Long[]) java.util.Objects.requireNonNull(row.getArrayOfLongs("q"));
        return new Stay(row.getString("station"), row.getLong("n"), quantiles[0], quantiles[1]);
    }
}
