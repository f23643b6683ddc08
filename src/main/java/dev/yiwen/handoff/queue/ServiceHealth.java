package dev.yiwen.handoff.queue;

import dev.yiwen.handoff.HandoffConfig;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.handoff.queue.Health.Check;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** Checks that the job is done, as {@link Health} checks that the system does its own: both may be sound, or one alone. */
@Singleton
public final class ServiceHealth {
    /** Nobody waits that long while an agent has nothing to do, unless something is set wrongly. */
    private static final Duration LONG = Duration.ofMinutes(3);

    private static final int SHOWN = 5;

    private static final String CHECKS = """
            with there as (
              select p.staff_id from presence p
              where p.online and p.seen_at > now() - $1::float8 * interval '1 second'
            ), waiting as (
              select c.id, c.queued_at from conversation c where c.owner = 'queue'
            ), found as (
              select 'waits-while-free' as name, w.id from waiting w
              where w.queued_at < now() - $2::float8 * interval '1 second' and exists (
                select from there t where not exists (
                  select from conversation c where c.owner = 'agent' and c.agent_id = t.staff_id)
                and not exists (
                  select from handoff h where h.ended_at is null and h.offered_to = t.staff_id and h.offer_ends_at > now()))
              union all
              select 'nobody-online', w.id from waiting w where $3 and not exists (select from there)
              union all
              select 'deadline-passed', t.conversation_id from ticket t
              where t.state <> 'RESOLVED' and exists (
                select from ticket_step s where s.ticket_id = t.id and s.met_at is null and s.due_at <= now())
            )
            select n.name, count(f.name) as count,
              coalesce((array_agg(distinct f.id) filter (where f.id is not null))[:$4], '{}') as examples
            from unnest('{waits-while-free,nobody-online,deadline-passed}'::text[]) with ordinality as n (name, place)
            left join found f on f.name = n.name
            group by n.name, n.place order by n.place
            """;

    private final Pool database;
    private final HandoffConfig config;
    private final Plans plans;

    ServiceHealth(Pool database, HandoffConfig config, Plans plans) {
        this.database = database;
        this.config = config;
        this.plans = plans;
    }

    public Uni<List<Check>> check() {
        var hours = plans.current().plan().hours();
        return database.preparedQuery(CHECKS)
                .execute(Tuple.of(
                        config.heartbeat().toMillis() / 1000.0,
                        (double) LONG.toSeconds(),
                        hours == null || hours.isOpen(Instant.now()),
                        SHOWN))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ServiceHealth::check)
                        .toList());
    }

    private static Check check(Row row) {
        return new Check(row.getString("name"), row.getLong("count"), Arrays.asList(row.getArrayOfUUIDs("examples")));
    }
}
