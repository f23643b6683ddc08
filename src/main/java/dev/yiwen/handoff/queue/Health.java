package dev.yiwen.handoff.queue;

import dev.yiwen.handoff.HandoffConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Checks from the rows that nobody is lost and nobody is served twice. All of it must be nothing whatever happened: a server
 * killed, a network cut, two agents at once.
 */
@Singleton
public final class Health {
    /** What changes together may be seen half-done for a moment; the sweep that makes up for a dead instance needs 2 s. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final int SHOWN = 5;

    private static final String CHECKS = """
            with settled as (
              select c.* from conversation c where c.owner <> 'nobody' and not exists (
                select from message m where m.conversation_id = c.id and m.seq = c.last_seq and m.author = 'system'
                  and m.at > now() - $1::float8 * interval '1 second')
            ), found as (
              select 'waits-unseen' as name, c.id from settled c
              where c.owner = 'queue' and not exists (
                select from handoff h where h.conversation_id = c.id and h.epoch = c.epoch and h.ended_at is null and h.wanted is not null)
              union all
              select 'open-after-end', c.id from conversation c join handoff h on h.conversation_id = c.id
              where h.ended_at is null and (c.owner = 'bot' and c.id in (select id from settled)
                or c.owner = 'nobody' and c.closed_at < now() - $1::float8 * interval '1 second')
              union all
              select 'two-at-once', h.conversation_id from handoff h
              where h.ended_at is null group by h.conversation_id having count(*) > 1
              union all
              select 'served-twice', a.conversation_id from handoff a join handoff b
                on b.conversation_id = a.conversation_id and b.epoch > a.epoch and b.assigned_at < a.ended_at - interval '1 second'
              where a.ended_at > now() - interval '1 day'
              union all
              select 'another-agent', c.id from settled c join handoff h on h.conversation_id = c.id and h.epoch = c.epoch - 1
              where c.owner = 'agent' and (h.agent_id is distinct from c.agent_id or h.ended_at is not null)
              union all
              select 'epoch-ahead', c.id from conversation c join handoff h on h.conversation_id = c.id
              where h.epoch > c.epoch and (h.ended_at is null or h.ended_at > now() - interval '1 day')
              union all
              select 'offer-overdue', h.conversation_id from handoff h
              where h.ended_at is null and h.offered_to is not null
                and h.offer_ends_at < now() - $1::float8 * interval '1 second'
              union all
              select 'offered-to-nobody', h.conversation_id from handoff h join presence p on p.staff_id = h.offered_to
              where h.ended_at is null and h.assigned_at is null
                and (not p.online or p.seen_at < now() - ($1 + $2)::float8 * interval '1 second')
              union all
              select 'agent-vanished', c.id from settled c left join presence p on p.staff_id = c.agent_id
              where c.owner = 'agent' and c.channel <> 'VOICE'
                and p.seen_at < now() - ($1 + $2 + $3)::float8 * interval '1 second'
              union all
              select 'words-missing', c.id from conversation c where c.owner <> 'nobody'
                and c.last_seq <> (select count(*) from message m where m.conversation_id = c.id)
              union all
              select 'turn-forgotten', c.id from conversation c
              where c.turn_due < now() - interval '1 minute'
            )
            select n.name, count(f.id) as count,
              coalesce((array_agg(distinct f.id) filter (where f.id is not null))[:$4], '{}') as examples
            from unnest($5::text[]) with ordinality as n (name, place) left join found f on f.name = n.name
            group by n.name, n.place order by n.place
            """;

    /** In words on the page of supervisors. */
    public static final List<String> NAMES = List.of(
            "waits-unseen",
            "open-after-end",
            "two-at-once",
            "served-twice",
            "another-agent",
            "epoch-ahead",
            "offer-overdue",
            "offered-to-nobody",
            "agent-vanished",
            "words-missing",
            "turn-forgotten");

    private final Pool database;
    private final HandoffConfig config;

    Health(Pool database, HandoffConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * One thing that must not be.
     *
     * @param examples conversations, at most five
     */
    public record Check(String name, long count, List<UUID> examples) {
        public Check {
            examples = List.copyOf(examples);
        }

        public boolean isSound() {
            return count == 0;
        }
    }

    public Uni<List<Check>> check() {
        return check(SHOWN);
    }

    Uni<List<Check>> check(int shown) {
        return database.preparedQuery(CHECKS)
                .execute(Tuple.of(
                        seconds(GRACE),
                        seconds(config.heartbeat()),
                        seconds(config.absence()),
                        shown,
                        NAMES.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Health::check)
                        .toList());
    }

    private static Check check(Row row) {
        return new Check(row.getString("name"), row.getLong("count"), Arrays.asList(row.getArrayOfUUIDs("examples")));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
