package dev.yiwen.handoff;

import dev.yiwen.conversation.ConversationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Estimates how long a customer waits, from how long agents had recent conversations and how many are there now. */
@Singleton
final class Waits {
    /** Somebody has free hands, but must still notice and accept. */
    private static final int ACCEPTING_SECONDS = 60;
    /** Until enough conversations were served to say better. */
    private static final double MEDIAN_SECONDS = 240;

    private static final double P80_SECONDS = 600;
    private static final int ENOUGH = 5;

    private static final String SITUATION = """
            with me as (
              select priority, queued_at from conversation where id = $1 and owner = 'queue'
            ), served as (
              select extract(epoch from ended_at - assigned_at)::float8 as seconds from handoff
              where assigned_at is not null and ended_at is not null order by ended_at desc limit 50
            ), agents as (
              select (select count(*) from conversation c where c.owner = 'agent' and c.agent_id = p.staff_id) as busy
              from presence p join staff s on s.id = p.staff_id
              where p.online and s.active and p.seen_at > now() - $2::float8 * interval '1 second'
            )
            select
              (select count(*) from conversation c, me where c.owner = 'queue' and (c.priority > me.priority
                or (c.priority = me.priority and (c.queued_at, c.id) < (me.queued_at, $1)))) as ahead,
              (select count(*) from agents) as agents,
              (select coalesce(sum(greatest($3 - busy, 0)), 0)::bigint from agents) as free,
              (select count(*) from served) as served,
              (select percentile_cont(0.5) within group (order by seconds) from served) as median,
              (select percentile_cont(0.8) within group (order by seconds) from served) as p80
            from me
            """;

    private final Pool database;
    private final HandoffConfig config;

    Waits(Pool database, HandoffConfig config) {
        this.database = database;
        this.config = config;
    }

    Uni<Optional<QueuePlace>> place(ConversationId id) {
        return database.preparedQuery(SITUATION)
                .execute(Tuple.of(id.value(), config.heartbeat().toMillis() / 1000.0, (long) config.capacity()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(place(rows.iterator().next())));
    }

    private QueuePlace place(Row row) {
        boolean known = row.getLong("served") >= ENOUGH;
        return place(
                Math.toIntExact(row.getLong("ahead")),
                Math.toIntExact(row.getLong("agents")),
                Math.toIntExact(row.getLong("free")),
                known ? row.getDouble("median") : MEDIAN_SECONDS,
                known ? row.getDouble("p80") : P80_SECONDS);
    }

    /**
     * Agents work on {@code capacity} chats at once, so one of all their places becomes free every service time divided by
     * the number of places; whoever is beyond the free places waits for as many of those moments.
     */
    private QueuePlace place(int ahead, int agents, int free, double median, double p80) {
        int position = ahead + 1;
        if (agents == 0) {
            return new QueuePlace(position, 0, 0, false);
        }
        int beyondFree = Math.max(0, position - free);
        double places = (double) agents * config.capacity();
        int low = (int) Math.round(beyondFree * median / places);
        int high = (int) Math.round(beyondFree * p80 / places) + ACCEPTING_SECONDS;
        return new QueuePlace(position, low, high, true);
    }
}
